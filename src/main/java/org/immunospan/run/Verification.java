package org.immunospan.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.immunospan.format.csv.CsvTable;
import org.immunospan.format.source.ReadFault;
import org.immunospan.text.CodePoints;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import org.immunospan.text.UserException;
import org.immunospan.uima.KnownIdentifiers;

/**
 * Checks the result of a complete run: whether its files are those that were written, every text is
 * the slice of its document, no mentions of one type overlap, and the lexicons know every
 * identifier. Reads each file once; holds one document at a time, the identifiers of all documents
 * and the lexicons. For one thread.
 */
public final class Verification {

  /**
   * Something that is wrong.
   *
   * @param place file, and line or document in it
   */
  public record Problem(String place, String message) {

    @Override
    public String toString() {
      return place + ": " + message;
    }
  }

  /** A mention as a row gives it, in UTF-16 code units. */
  private record Placed(String type, int begin, int end) {}

  private static final List<String> TYPES =
      Stream.of(EntityType.values()).map(EntityType::name).toList();

  private static final List<String> IDENTIFIER_COLUMNS =
      List.of("identifier", "hgnc", "ncbi_gene", "target");

  private final Path folder;
  private final JsonNode report;
  private final Consumer<Problem> problems;
  private final boolean isUtf16;

  /** Files that have been named as missing. */
  private final Set<String> missing = new HashSet<>();

  private KnownIdentifiers known;
  private long documents;
  private long spans;

  private Verification(Path folder, JsonNode report, Consumer<Problem> problems) {
    this.folder = folder;
    this.report = report;
    this.problems = problems;
    this.isUtf16 = report.path("configuration").path("offsets").asText().equals("utf16");
  }

  /**
   * Checks a folder.
   *
   * @param problems takes what is wrong, as it is found
   * @param notes takes what could not be checked
   * @throws UserException when the folder does not hold the result of a complete run
   */
  public static Verification of(Path folder, Consumer<Problem> problems, Consumer<String> notes) {
    try {
      if (!Files.exists(folder.resolve(RunFiles.REPORT))) {
        throw UserException.of(folder.toString(), "the result of a complete run", "none");
      }
      JsonNode report = new ObjectMapper().readTree(folder.resolve(RunFiles.REPORT).toFile());
      Verification verification = new Verification(folder, report, problems);
      verification.checkSums(notes);
      verification.readLexicons(notes);
      verification.checkTables();
      return verification;
    } catch (IOException e) {
      throw UserException.of(folder.toString(), e);
    }
  }

  public long documents() {
    return documents;
  }

  public long spans() {
    return spans;
  }

  private void problem(String place, String message) {
    problems.accept(new Problem(place, message));
  }

  private void checkSums(Consumer<String> notes) throws IOException {
    if (report.path("results").isEmpty()) {
      notes.accept(RunFiles.REPORT + " has no hashes of the results; they are not checked");
    }
    for (JsonNode written : report.path("results")) {
      String name = written.path("file").asText();
      Path file = folder.resolve(name);
      if (!Files.exists(file)) {
        missing(name);
        continue;
      }
      Summing.Sum sum = Summing.of(file);
      if (sum.rows() != written.path("rows").asLong()) {
        problem(name, "expected " + written.path("rows").asLong() + " rows, found " + sum.rows());
      }
      if (!sum.sha256().equals(written.path("sha256").asText())) {
        problem(
            name,
            "the SHA-256 is " + sum.sha256() + ", and was " + written.path("sha256").asText());
      }
    }
  }

  /** Identifiers can be checked by the lexicons of the run alone. */
  private void readLexicons(Consumer<String> notes) {
    List<Path> own = new ArrayList<>();
    report.path("configuration").path("lexicons").forEach(file -> own.add(Path.of(file.asText())));
    Map<String, String> sums = new HashMap<>();
    report
        .path("resources")
        .forEach(file -> sums.put(file.path("file").asText(), file.path("sha256").asText()));
    if (!sums.keySet().containsAll(KnownIdentifiers.SHIPPED)) {
      notes.accept("identifiers are not checked: the run had other lexicons than the shipped ones");
      return;
    }
    try {
      KnownIdentifiers read = KnownIdentifiers.of(own);
      List<String> others =
          read.resources().stream()
              .filter(file -> !file.sha256().equals(sums.get(file.file())))
              .map(file -> file.file())
              .toList();
      if (others.isEmpty()) {
        known = read;
      } else {
        notes.accept(
            "identifiers are not checked: the run had another " + String.join(", ", others));
      }
    } catch (UserException e) {
      notes.accept("identifiers are not checked: " + e.getMessage());
    }
  }

  private void missing(String file) {
    if (missing.add(file)) {
      problem(file, "expected a file, found none");
    }
  }

  /** A table that is missing, or is no table of its kind, is something wrong with the result. */
  private void checkTables() throws IOException {
    List.of(RunFiles.DOCUMENTS, RunFiles.SPANS, RunFiles.MARKERS).stream()
        .filter(file -> !Files.exists(folder.resolve(file)))
        .forEach(this::missing);
    if (!missing.isEmpty()) {
      return;
    }
    try {
      checkRows();
    } catch (ReadFault fault) {
      problem("the tables", fault.getMessage() + "; the rest is not checked");
    }
  }

  private void checkRows() throws IOException {
    try (Rows documentRows = new Rows(RunFiles.DOCUMENTS);
        Rows spanRows = new Rows(RunFiles.SPANS);
        Rows markerRows = new Rows(RunFiles.MARKERS)) {
      Set<String> ids = new HashSet<>();
      while (documentRows.row != null) {
        CsvTable.Row document = documentRows.row;
        documents++;
        String id = document.get("doc_id");
        if (!ids.add(id)) {
          problem(documentRows.place(), "document " + id + " is there twice");
        }
        String text = document.get("text");
        if (!Document.of(id, "", text).sha256().equals(document.get("sha256"))) {
          problem(documentRows.place(), "document " + id + ": the SHA-256 is not that of the text");
        }
        check(id, text, spanRows, markerRows);
        documentRows.advance();
      }
      for (Rows rest : List.of(spanRows, markerRows)) {
        if (rest.row != null) {
          problem(
              rest.place(),
              "document "
                  + rest.row.get("doc_id")
                  + " is not in "
                  + RunFiles.DOCUMENTS
                  + ", or in another place; the rest is not checked");
        }
      }
    }
  }

  private void check(String id, String text, Rows spanRows, Rows markerRows) throws IOException {
    CodePoints points = CodePoints.of(text);
    Set<Placed> placed = new HashSet<>();
    Map<String, Integer> ends = new HashMap<>();
    Placed last = null;
    while (spanRows.row != null && spanRows.row.get("doc_id").equals(id)) {
      spans++;
      Placed mention = checkSpan(text, points, spanRows);
      if (mention != null) {
        checkOrder(last, ends, mention, spanRows);
        placed.add(mention);
        ends.merge(mention.type, mention.end, Math::max);
        last = mention;
      }
      spanRows.advance();
    }
    while (markerRows.row != null && markerRows.row.get("doc_id").equals(id)) {
      Placed cell = place(EntityType.CELL.name(), points, markerRows);
      if (cell != null && !placed.contains(cell)) {
        problem(markerRows.place(), "there is no cell at this place in " + RunFiles.SPANS);
      }
      checkIdentifiers(markerRows, List.of("identifier"));
      markerRows.advance();
    }
  }

  private Placed checkSpan(String text, CodePoints points, Rows rows) {
    String type = rows.row.get("type");
    if (!TYPES.contains(type)) {
      problem(rows.place(), "expected a type of " + TYPES + ", found " + type);
    }
    for (String column : List.of("score", "link_score")) {
      if (!isScore(rows.row.get(column))) {
        problem(rows.place(), column + " is not from 0 to 1: " + rows.row.get(column));
      }
    }
    checkIdentifiers(rows, IDENTIFIER_COLUMNS);
    Placed mention = place(type, points, rows);
    if (mention != null) {
      String slice = text.substring(mention.begin, mention.end);
      if (!slice.equals(rows.row.get("text"))) {
        problem(
            rows.place(),
            "the text is \"" + rows.row.get("text") + "\", and the document has \"" + slice + "\"");
      }
    }
    return mention;
  }

  private static boolean isScore(String score) {
    try {
      return score.isEmpty() || (Double.parseDouble(score) >= 0 && Double.parseDouble(score) <= 1);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /**
   * Names a row that overlaps one before it, or belongs before the last.
   *
   * @param last the row before, or null
   * @param ends how far the rows before reach, by type
   */
  private void checkOrder(Placed last, Map<String, Integer> ends, Placed mention, Rows rows) {
    if (last == null) {
      return;
    }
    if (mention.begin < ends.getOrDefault(mention.type, 0) && mention.begin >= last.begin) {
      problem(rows.place(), "overlaps with another " + mention.type + " of the document");
    }
    if (mention.begin < last.begin || (mention.begin == last.begin && mention.end > last.end)) {
      problem(rows.place(), "expected the rows in order, found one that belongs before the last");
    }
  }

  private void checkIdentifiers(Rows rows, List<String> columns) {
    if (known == null) {
      return;
    }
    for (String column : columns) {
      String value = rows.row.get(column);
      for (String identifier : value.isEmpty() ? List.<String>of() : List.of(value.split("\\|"))) {
        if (!known.contains(identifier)) {
          problem(rows.place(), column + " " + identifier + " is in no lexicon");
        }
      }
    }
  }

  /** The place that a row gives; null, after naming the problem, if the document has none. */
  private Placed place(String type, CodePoints points, Rows rows) {
    try {
      int begin = offset(rows.row.get("begin"), points);
      int end = offset(rows.row.get("end"), points);
      if (begin < end) {
        return new Placed(type, begin, end);
      }
    } catch (IllegalArgumentException e) {
      problem(rows.place(), "no place in the document: " + e.getMessage());
      return null;
    }
    problem(rows.place(), "no place in the document: the end is not after the begin");
    return null;
  }

  /** The offset in UTF-16 code units. */
  private int offset(String number, CodePoints points) {
    int offset = Integer.parseInt(number);
    return points.toUtf16(isUtf16 ? points.fromUtf16(offset) : offset);
  }

  /** The rows of a file; lines that are not rows are problems. */
  private final class Rows implements AutoCloseable {

    private final String file;
    private final CsvTable table;
    private CsvTable.Row row;

    Rows(String file) throws IOException {
      this.file = file;
      this.table = CsvTable.open(folder.resolve(file));
      advance();
    }

    void advance() throws IOException {
      while (true) {
        try {
          row = table.next();
          return;
        } catch (ReadFault fault) {
          problem(file, fault.getMessage());
          if (fault.extent() != ReadFault.Extent.RECORD) {
            row = null;
            return;
          }
        }
      }
    }

    String place() {
      return file + ", " + row.place();
    }

    @Override
    public void close() throws IOException {
      table.close();
    }
  }
}
