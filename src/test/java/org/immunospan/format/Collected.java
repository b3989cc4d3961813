package org.immunospan.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.source.ReadError;
import org.immunospan.text.Document;

/** Everything that an input gives, and short ways to fill it. */
final class Collected {

  final List<Document> documents = new ArrayList<>();
  final List<ReadError> errors = new ArrayList<>();
  final List<String> filesLeftOut = new ArrayList<>();
  final List<InputFile> files = new ArrayList<>();
  Inputs.Summary summary;

  final List<GoldDocument> golds = new ArrayList<>();

  private void take(InputItem item) {
    if (item instanceof InputItem.Found found) {
      golds.add(found.gold());
      documents.add(found.document());
    } else if (item instanceof InputItem.Failed failed) {
      errors.add(failed.error());
    } else if (item instanceof InputItem.LeftOut leftOut) {
      filesLeftOut.add(leftOut.sourceFile());
    } else if (item instanceof InputItem.FileDone done) {
      files.add(done.file());
    }
  }

  static Collected of(Path... paths) {
    return of(Optional.empty(), Arrays.stream(paths).map(Path::toString).toList(), new byte[0]);
  }

  static Collected of(Optional<Format> format, List<String> arguments, byte[] stdin) {
    Collected collected = new Collected();
    InputStream in = new ByteArrayInputStream(stdin);
    try (Inputs inputs = Inputs.open(arguments, format, in)) {
      inputs.forEach(collected::take);
      collected.summary = inputs.summary();
    }
    return collected;
  }

  /** What comes out of standard input with these bytes. */
  static Collected ofStdin(byte[] bytes) {
    return of(Optional.empty(), List.of("-"), bytes);
  }

  static Collected ofStdin(String text) {
    return ofStdin(text.getBytes(StandardCharsets.UTF_8));
  }

  /** What comes out of one file with these bytes. */
  static Collected ofFile(Path folder, String name, byte[] bytes) {
    return of(write(folder, name, bytes));
  }

  static Collected ofFile(Path folder, String name, String text) {
    return ofFile(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path write(Path folder, String name, String text) {
    return write(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path write(Path folder, String name, byte[] bytes) {
    try {
      Path path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      return Files.write(path, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] gzip(byte[] bytes) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
        gzip.write(bytes);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> ids() {
    return documents.stream().map(Document::id).toList();
  }

  List<String> texts() {
    return documents.stream().map(Document::text).toList();
  }

  /** One line for the only error. */
  String onlyError() {
    if (errors.size() != 1) {
      throw new AssertionError("expected one error, got " + errors);
    }
    return errors.get(0).toString();
  }
}
