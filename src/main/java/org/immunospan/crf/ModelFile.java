package org.immunospan.crf;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import opennlp.tools.namefind.TokenNameFinderModel;

/**
 * Writes OpenNLP models so that equal models are equal files: without times, entries sorted, the
 * manifest first, where OpenNLP looks for it before it reads the rest. The file is what {@code
 * model.serialize} writes otherwise, and stock OpenNLP reads it.
 */
public final class ModelFile {

  private static final String MANIFEST = "manifest.properties";
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ModelFile() {}

  /** Writes the model; a file that is there is replaced. */
  public static void write(TokenNameFinderModel model, Path file) throws IOException {
    SortedMap<String, byte[]> entries = entries(model);
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      zip.setLevel(Deflater.BEST_COMPRESSION);
      put(zip, MANIFEST, withoutTimes(entries.remove(MANIFEST)));
      for (var entry : entries.entrySet()) {
        put(zip, entry.getKey(), entry.getValue());
      }
    }
  }

  /**
   * Reads a model, after permission for the classes that its manifest names.
   *
   * @throws IOException naming the file, if it is not a model or cannot be read
   */
  public static TokenNameFinderModel read(Path file) throws IOException {
    CrfNameFinderFactory.permit();
    try {
      return new TokenNameFinderModel(file.toFile());
    } catch (IOException | RuntimeException e) {
      // OpenNLP throws a NullPointerException for a file without a manifest.
      throw new IOException(
          "%s: found %s, expected a name finder model of OpenNLP".formatted(file, e), e);
    }
  }

  private static SortedMap<String, byte[]> entries(TokenNameFinderModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    model.serialize(bytes);
    SortedMap<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  /** The same properties, sorted, the time of training 0, without the comment of the time. */
  private static byte[] withoutTimes(byte[] manifest) throws IOException {
    Properties properties = new Properties();
    properties.load(new ByteArrayInputStream(manifest));
    properties.setProperty("Timestamp", "0");
    StringWriter text = new StringWriter();
    properties.store(text, null);
    return text.toString()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
