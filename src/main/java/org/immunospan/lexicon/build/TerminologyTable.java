package org.immunospan.lexicon.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.immunospan.lexicon.LexiconFormatException;

/** Reads the files of the terminologies, plain or gzip: tables with a header line, and lines. */
public final class TerminologyTable {

  private TerminologyTable() {}

  /**
   * All rows of a file.
   *
   * @param columns that must be there
   * @throws LexiconFormatException if one is missing
   */
  static List<CSVRecord> read(Path path, String... columns) throws IOException {
    boolean commas = path.getFileName().toString().contains(".csv");
    CSVFormat format =
        (commas ? CSVFormat.RFC4180 : CSVFormat.TDF.builder().setQuote(null).get())
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    try (Reader reader = open(path);
        var parser = format.parse(reader)) {
      for (String column : columns) {
        if (!parser.getHeaderNames().contains(column)) {
          throw new LexiconFormatException(
              path.toString(),
              1,
              "expected a column '%s', found only %s"
                  .formatted(column, String.join(", ", parser.getHeaderNames())));
        }
      }
      return new ArrayList<>(parser.getRecords());
    }
  }

  /** Hands out every line of a file. */
  public static void lines(Path path, Consumer<String> use) throws IOException {
    try (BufferedReader reader = open(path)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        use.accept(line);
      }
    }
  }

  /** Hands out every line of a file of fields between tabs, its header line included. */
  public static void fields(Path path, Consumer<String[]> use) throws IOException {
    lines(path, line -> use.accept(line.split("\t", -1)));
  }

  /** A file as text, unpacked when its name ends in {@code .gz}. */
  public static BufferedReader open(Path path) throws IOException {
    InputStream in = Files.newInputStream(path);
    InputStream plain = path.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8), 1 << 16);
  }
}
