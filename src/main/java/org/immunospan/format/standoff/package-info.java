/** Gold whose texts belong to others: offsets and the SHA-256 of each text. */
package org.immunospan.format.standoff;
