/** Plain text, one document per file. */
package org.immunospan.format.text;
