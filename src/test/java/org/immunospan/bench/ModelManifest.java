package org.immunospan.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Renames classes in the manifest of a model, after a class that the manifest names has moved. The
 * file is written as {@code ModelFile} writes it (no times, best compression), so the same renames
 * give the same bytes. Needs nothing but the JDK:
 *
 * <pre>java src/test/java/org/immunospan/bench/ModelManifest.java models/cell.bin OLD=NEW ...
 * </pre>
 *
 * <p>It fails when a manifest does not hold OLD. Put the new SHA-256 into the card of the model.
 */
public final class ModelManifest {

  private static final String MANIFEST = "manifest.properties";
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ModelManifest() {}

  /** Rewrites the model that the first argument names by the renames in the others. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream from = new ZipInputStream(Files.newInputStream(file));
        ZipOutputStream to = new ZipOutputStream(bytes)) {
      to.setLevel(Deflater.BEST_COMPRESSION);
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        byte[] content = from.readAllBytes();
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(NO_TIME);
        to.putNextEntry(copy);
        new ByteArrayInputStream(
                entry.getName().equals(MANIFEST) ? renamed(content, args) : content)
            .transferTo(to);
        to.closeEntry();
      }
    }
    Files.write(file, bytes.toByteArray());
  }

  private static byte[] renamed(byte[] manifest, String[] args) {
    String text = new String(manifest, StandardCharsets.ISO_8859_1);
    for (int i = 1; i < args.length; i++) {
      String[] rename = args[i].split("=", 2);
      if (!text.contains(rename[0])) {
        throw new IllegalArgumentException("the manifest does not hold " + rename[0]);
      }
      text = text.replace(rename[0], rename[1]);
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
