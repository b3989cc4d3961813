package org.immunospan.format;

import java.util.Optional;

/**
 * What became of one file of the input.
 *
 * @param sourceFile as the user named it
 * @param format as named or found; empty when the file was refused
 * @param bytes as stored, before decompression
 * @param sha256 of these bytes in lower-case hexadecimal; empty when they could not all be read
 * @param documents handed to the sink
 * @param errors handed to the sink
 */
public record InputFile(
    String sourceFile,
    Optional<Format> format,
    long bytes,
    String sha256,
    long documents,
    long errors) {}
