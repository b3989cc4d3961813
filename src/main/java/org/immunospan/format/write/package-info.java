/**
 * What all writers share. A {@link org.immunospan.format.write.DocumentWriter} turns a document
 * with its marks into text and counts what its format cannot hold; {@link
 * org.immunospan.format.write.Export} puts the texts into files. The writer of a format lives next
 * to its reader.
 */
package org.immunospan.format.write;
