package org.immunospan.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a lexicon from a TSV file in UTF-8: header lines {@code # key: value}, one line with the
 * names of the columns, then one line for each entry. Columns are found by name: {@code
 * identifier}, {@code name} and {@code subtype} are required; {@code synonyms}, {@code related},
 * {@code parents} and {@code silent} may be absent. {@code silent} is {@code name} where the
 * preferred name is not searched for; several values in a field are joined by {@code |}. Nothing is
 * quoted or escaped, so no value holds a tab, a line break or {@code |}.
 */
public final class LexiconReader {

  private static final List<String> REQUIRED = List.of("identifier", "name", "subtype");
  private static final List<String> OPTIONAL = List.of("synonyms", "related", "parents", "silent");

  private final String file;
  private final Map<String, String> header = new LinkedHashMap<>();
  private final List<LexiconEntry> entries = new ArrayList<>();
  private List<String> columns;
  private final Map<String, Integer> columnOf = new HashMap<>();
  private final Map<String, Integer> lineOfIdentifier = new HashMap<>();
  private int line;

  private LexiconReader(String file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @throws LexiconFormatException if the file is not a lexicon; it names file and line
   * @throws IOException if the file cannot be read
   */
  public static Lexicon read(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return read(in, path.toString());
    }
  }

  /** As {@link #read(Path)}; {@code file} names the source in messages. Does not close it. */
  public static Lexicon read(InputStream in, String file) throws IOException {
    return new LexiconReader(file).readAll(in);
  }

  private Lexicon readAll(InputStream in) throws IOException {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var reader = new BufferedReader(new InputStreamReader(in, decoder), 1 << 16);
    try {
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        line++;
        readLine(text);
      }
    } catch (CharacterCodingException e) {
      throw problem("expected UTF-8 text, found bytes that are not");
    }
    if (columns == null) {
      throw problem("expected a line with the column names, found the end of the file");
    }
    try {
      return new Lexicon(header, entries);
    } catch (IllegalArgumentException e) {
      line = 1;
      throw problem(e.getMessage());
    }
  }

  private void readLine(String text) throws LexiconFormatException {
    if (columns == null && text.startsWith("#")) {
      readHeader(text);
    } else if (columns == null) {
      readColumns(text);
    } else {
      readEntry(text);
    }
  }

  private void readHeader(String text) throws LexiconFormatException {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw problem("expected a header line \"# key: value\", found \"" + shown(text) + "\"");
    }
    header.put(text.substring(1, colon).strip(), text.substring(colon + 1).strip());
  }

  private void readColumns(String text) throws LexiconFormatException {
    columns = Arrays.asList(text.split("\t", -1));
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      if (!REQUIRED.contains(column) && !OPTIONAL.contains(column)) {
        throw problem(
            "unknown column '%s'; known columns: %s, %s"
                .formatted(
                    shown(column), String.join(", ", REQUIRED), String.join(", ", OPTIONAL)));
      }
      columnOf.put(column, i);
    }
    for (String column : REQUIRED) {
      if (!columnOf.containsKey(column)) {
        throw problem(
            "expected a column '%s', found only %s".formatted(column, String.join(", ", columns)));
      }
    }
  }

  private void readEntry(String text) throws LexiconFormatException {
    String[] fields = text.split("\t", -1);
    if (fields.length != columns.size()) {
      throw problem(
          "expected %s tab-separated fields (%s), found %s: \"%s\""
              .formatted(
                  columns.size(),
                  String.join(", ", columns),
                  fields.length,
                  shown(text.replace("\t", "\\t"))));
    }
    try {
      var entry =
          new LexiconEntry(
              fields[columnOf.get("identifier")],
              fields[columnOf.get("name")],
              values(fields, "silent").isEmpty(),
              fields[columnOf.get("subtype")],
              values(fields, "synonyms"),
              values(fields, "related"),
              values(fields, "parents"));
      Integer before =
          entry.identifier().isEmpty() ? null : lineOfIdentifier.put(entry.identifier(), line);
      if (before != null) {
        throw problem(
            "the identifier %s stands already in line %s".formatted(entry.identifier(), before));
      }
      entries.add(entry);
    } catch (IllegalArgumentException e) {
      throw problem(e.getMessage());
    }
  }

  private List<String> values(String[] fields, String column) throws LexiconFormatException {
    Integer at = columnOf.get(column);
    if (at == null || fields[at].isEmpty()) {
      return List.of();
    }
    List<String> values = List.of(fields[at].split("\\|", -1));
    if (values.stream().anyMatch(String::isBlank)) {
      throw problem(
          "expected values joined by '|' in column '%s', found an empty one in \"%s\""
              .formatted(column, shown(fields[at])));
    }
    return values;
  }

  private LexiconFormatException problem(String message) {
    return new LexiconFormatException(file, Math.max(1, line), message);
  }

  private static String shown(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }
}
