package org.immunospan.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.immunospan.format.csv.CsvTable;

/**
 * Makes a result of {@code annotate} as large as one likes from a real one, to measure {@code
 * tables} with. Every document is repeated under new identifiers. A name without an identifier that
 * occurs in one document is another name in each copy, so that the number of concepts grows with
 * the number of documents, as it does in a real corpus.
 *
 * <pre>{@code
 * mvn test-compile
 * ./immunospan annotate ABSTRACTS --out result
 * java -cp "target/test-classes:target/classes:target/lib/*" org.immunospan.bench.LargeResult result large 10000000
 * /usr/bin/time -v ./immunospan tables large --out tables
 * }</pre>
 */
public final class LargeResult {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  /** Stands for the number of the copy in a name. */
  private static final String COPY = "\uE000";

  private static final List<String> FILES = List.of("spans.csv", "documents.csv", "markers.csv");

  private final Map<String, List<String>> header = new HashMap<>();

  /** The rows of each file, without their first column, by document. */
  private final Map<String, Map<String, List<String>>> rows = new HashMap<>();

  private LargeResult() {}

  /** Arguments: the result, the folder to write to, and the least number of rows of spans.csv. */
  public static void main(String[] arguments) throws IOException {
    LargeResult result = new LargeResult();
    for (String file : FILES) {
      result.read(Path.of(arguments[0], file));
    }
    result.write(Files.createDirectories(Path.of(arguments[1])), Long.parseLong(arguments[2]));
  }

  private void read(Path file) throws IOException {
    List<CsvTable.Row> all = new ArrayList<>();
    List<String> columns;
    try (CsvTable table = CsvTable.open(file, "doc_id")) {
      columns = table.columns();
      for (CsvTable.Row row = table.next(); row != null; row = table.next()) {
        all.add(row);
      }
    }
    Map<String, String> onlyDocument = new HashMap<>();
    for (CsvTable.Row row : all) {
      onlyDocument.merge(
          name(row), row.get("doc_id"), (one, other) -> one.equals(other) ? one : "");
    }
    Map<String, List<String>> byDocument = new LinkedHashMap<>();
    for (CsvTable.Row row : all) {
      boolean isRare =
          columns.contains("text")
              && columns.contains("type")
              && row.get("identifier").isEmpty()
              && !onlyDocument.get(name(row)).isEmpty();
      StringBuilder rest = new StringBuilder();
      try (CSVPrinter printer = new CSVPrinter(rest, FORMAT)) {
        for (String column : columns.subList(1, columns.size())) {
          printer.print(row.get(column) + (isRare && column.equals("text") ? COPY : ""));
        }
        printer.println();
      }
      byDocument.computeIfAbsent(row.get("doc_id"), key -> new ArrayList<>()).add(rest.toString());
    }
    header.put(file.getFileName().toString(), columns);
    rows.put(file.getFileName().toString(), byDocument);
  }

  private static String name(CsvTable.Row row) {
    return row.get("type") + " " + row.get("text").toLowerCase(Locale.ROOT);
  }

  private void write(Path folder, long least) throws IOException {
    long spans = rows.get("spans.csv").values().stream().mapToLong(List::size).sum();
    long copies = (least + spans - 1) / spans;
    for (String file : FILES) {
      try (BufferedWriter out = Files.newBufferedWriter(folder.resolve(file))) {
        out.write(String.join(",", header.get(file)) + "\n");
        for (long copy = 0; copy < copies; copy++) {
          for (Map.Entry<String, List<String>> document : rows.get(file).entrySet()) {
            for (String row : document.getValue()) {
              out.write(document.getKey() + "-" + copy + ",");
              out.write(row.replace(COPY, Long.toString(copy)));
            }
          }
        }
      }
    }
    System.out.println(copies + " copies, " + copies * spans + " rows of spans.csv");
  }
}
