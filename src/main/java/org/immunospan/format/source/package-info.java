/** Opens files: compression, byte order marks, strict decoding, lines, and faults with a place. */
package org.immunospan.format.source;
