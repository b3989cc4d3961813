package org.immunospan.format.eutils;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A folder of records of PubMed that were fetched before: {@code records/45/12345.xml.gz}. An empty
 * record says that PubMed has none. A record stays as it was fetched; delete the folder to get the
 * records of today.
 */
final class PubMedCache {

  private final Path folder;

  PubMedCache(Path folder) {
    this.folder = folder;
  }

  /** The record; "" where PubMed has none, and empty when nobody has asked yet. */
  Optional<String> find(String pmid) throws IOException {
    Path file = file(pmid);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Keeps a record, or that there is none. */
  void put(String pmid, String record) throws IOException {
    write(file(pmid), out -> out.write(record.getBytes(StandardCharsets.UTF_8)));
  }

  /** Writes a compressed file, which appears whole or not at all. */
  static void write(Path file, Content content) throws IOException {
    Files.createDirectories(file.getParent());
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part))) {
      content.writeTo(out);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Writes what a file holds. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private Path file(String pmid) {
    String lastDigits = pmid.substring(Math.max(0, pmid.length() - 2));
    return folder.resolve("records").resolve(lastDigits).resolve(pmid + ".xml.gz");
  }
}
