/** Text to sentences and tokens. */
package org.immunospan.segment;
