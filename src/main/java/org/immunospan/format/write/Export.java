package org.immunospan.format.write;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.write.DocumentWriter.OneFile;
import org.immunospan.text.UserException;

/**
 * Documents on their way into one format. A file of all documents has {@code .part} at the end of
 * its name until {@link #complete}; files of single documents are in a folder named after the
 * format. One thread.
 */
public final class Export implements AutoCloseable {

  private static final String PART = ".part";
  private static final int LONGEST_NAME = 120;

  private final DocumentWriter writer;
  private final Path folder;
  private final Map<OneFile, Writer> open = new LinkedHashMap<>();
  private final Set<OneFile> begun = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> types = new TreeSet<>();
  private final Map<Loss, Long> losses = new EnumMap<>(Loss.class);

  private Export(DocumentWriter writer, Path folder) {
    this.writer = writer;
    this.folder = folder;
  }

  /**
   * Makes sure that nothing is lost by an export.
   *
   * @param replaces whether files of an earlier export may be replaced
   * @throws UserException when there are such files and they may not, or a folder for files of
   *     single documents has some
   */
  public static void check(DocumentWriter writer, Path folder, boolean replaces)
      throws IOException {
    Path own = folder.resolve(writer.name());
    if (writer.files().isEmpty() && Files.isDirectory(own)) {
      try (var files = Files.list(own)) {
        if (files.findAny().isPresent()) {
          // Which of them an export made cannot be told, so none is removed.
          throw UserException.of(own.toString(), "no such folder, or an empty one", "files");
        }
      }
    }
    for (OneFile file : writer.files()) {
      Path target = folder.resolve(file.name());
      if (!replaces && Files.exists(target)) {
        throw new UserException(
            target + ": exists; choose another folder, or replace it with --overwrite");
      }
    }
  }

  /** Begins the files in a folder; those of an earlier export are replaced. */
  public static Export toFolder(DocumentWriter writer, Path folder) throws IOException {
    Export export =
        new Export(writer, writer.files().isEmpty() ? folder.resolve(writer.name()) : folder);
    Files.createDirectories(export.folder);
    for (OneFile file : writer.files()) {
      Path part = folder.resolve(file.name() + PART);
      export.begin(file, Files.newBufferedWriter(part, StandardCharsets.UTF_8));
    }
    return export;
  }

  /**
   * Writes the only file of a format to a stream, which is closed with the export.
   *
   * @throws UserException for a format of several files
   */
  public static Export toStream(DocumentWriter writer, OutputStream stream) throws IOException {
    if (writer.files().size() != 1) {
      throw UserException.of(
          "--out -", "a format of one file", writer.name() + ", which has several");
    }
    Export export = new Export(writer, null);
    export.begin(
        writer.files().get(0),
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
    return export;
  }

  private void begin(OneFile file, Writer out) throws IOException {
    open.put(file, out);
    out.write(file.head());
  }

  /** Writes a document. */
  public void write(MarkedDocument document) throws IOException {
    Written written = new Written();
    writer.write(document, written);
    GoldDocument gold = document.gold();
    gold.mentions().forEach(mention -> types.add(mention.type()));
    if (open.isEmpty()) {
      String name = fileName(gold.id());
      written.lose(Loss.NAMES, name.equals(gold.id()) ? 0 : 1);
      for (var part : written.parts().entrySet()) {
        Files.writeString(folder.resolve(name + part.getKey()), part.getValue());
      }
    }
    for (var file : open.entrySet()) {
      StringBuilder text = written.parts().get(file.getKey().name());
      if (text != null && text.length() > 0) {
        if (!begun.add(file.getKey())) {
          file.getValue().write(file.getKey().between());
        }
        file.getValue().append(text);
      }
    }
    written.losses().forEach((loss, count) -> losses.merge(loss, count, Long::sum));
  }

  /** An identifier as the name of a file, the same for every identifier once. */
  private String fileName(String id) {
    String plain = id.replaceAll("[^\\p{L}\\p{N}._+-]", "_").replaceFirst("^\\.", "_");
    plain = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    String name = plain.isEmpty() ? "_" : plain;
    // Some file systems do not distinguish a from A.
    for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = plain + "_" + i;
    }
    return name;
  }

  /** Ends the files and gives them their names. */
  public void complete() throws IOException {
    for (var file : open.entrySet()) {
      file.getValue().write(file.getKey().tail());
      file.getValue().close();
      if (folder != null) {
        Path target = folder.resolve(file.getKey().name());
        Files.move(
            folder.resolve(file.getKey().name() + PART),
            target,
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    for (var companion : writer.companions(types).entrySet()) {
      Files.writeString(folder.resolve(companion.getKey()), companion.getValue());
    }
  }

  /** What the format could not hold, in one line; empty when nothing was lost. */
  public String losses() {
    List<String> parts = new ArrayList<>();
    losses.forEach((loss, count) -> parts.add(loss.describe(count)));
    return parts.isEmpty() ? "" : writer.name() + ": " + String.join("; ", parts);
  }

  @Override
  public void close() throws IOException {
    for (Writer file : open.values()) {
      file.close();
    }
  }
}
