/**
 * Files to documents. {@link org.immunospan.format.Inputs} walks what the user named, finds the
 * format of each file by its content, and hands one {@link org.immunospan.text.Document} after the
 * other to a {@link org.immunospan.format.record.DocumentSink}, together with everything that could not be
 * read. One document is in memory at a time.
 *
 * <p>{@code Content} opens a file: gzip, byte order mark, strict decoding. {@code FormatDetector}
 * decides what it is. Each format has one reader behind {@code FormatReader}. {@code
 * PubMedVersions} keeps the newest of several records of one PMID.
 */
package org.immunospan.format;
