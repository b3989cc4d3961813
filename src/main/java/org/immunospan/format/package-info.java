/**
 * Files to documents and back. {@link org.immunospan.format.Inputs} walks what the user named,
 * finds the format of each file by its content, and gives one {@link
 * org.immunospan.format.InputItem} after the other: a document with its gold, an error, or the end
 * of a file. One document is in memory at a time. {@link org.immunospan.format.GoldCorpus} reads
 * the same files where only gold will do.
 *
 * <p>{@code source} opens files: compression, byte order marks, strict decoding, lines, faults with
 * a place. {@code record} builds documents and places gold on their texts. {@code gold} holds the
 * values. Each format has a package with its reader, and its writer where there is one. A new
 * format needs a reader, a line in {@link org.immunospan.format.Format}, {@code FormatDetector} and
 * {@code OpenInput}, and rows in the golden tables.
 */
package org.immunospan.format;
