/** Builds documents from what a reader finds, and places gold mentions on their texts. */
package org.immunospan.format.record;
