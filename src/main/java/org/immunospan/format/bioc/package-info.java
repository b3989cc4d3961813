/** BioC XML. */
package org.immunospan.format.bioc;
