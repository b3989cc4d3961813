package org.immunospan.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a lexicon from a {@link Table}. The header needs {@code name}, {@code version} and {@code
 * type}. The columns {@code identifier}, {@code name} and {@code subtype} are required; {@code
 * synonyms}, {@code related}, {@code parents}, {@code silent} and {@code doubtful} may be absent.
 * {@code silent} is {@code name} where the preferred name is not searched for. Several values in a
 * field are joined by {@code |}.
 */
public final class LexiconReader {

  private static final String[] REQUIRED = {"identifier", "name", "subtype"};
  private static final List<String> COLUMNS =
      List.of(
          "identifier", "name", "subtype", "synonyms", "related", "parents", "silent", "doubtful");

  private LexiconReader() {}

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
    Table table = Table.read(in, file);
    table.expectNoColumnsBut(COLUMNS);
    table.expectColumns(REQUIRED);
    List<LexiconEntry> entries = new ArrayList<>(table.rows().size());
    Map<String, Integer> lineOfIdentifier = new HashMap<>(2 * table.rows().size());
    for (Table.Row row : table.rows()) {
      LexiconEntry entry = entry(row);
      Integer before =
          entry.identifier().isEmpty()
              ? null
              : lineOfIdentifier.put(entry.identifier(), row.line());
      if (before != null) {
        throw row.problem(
            "the identifier %s is already in line %s".formatted(entry.identifier(), before));
      }
      entries.add(entry);
    }
    try {
      return new Lexicon(table.header(), entries);
    } catch (IllegalArgumentException e) {
      throw new LexiconFormatException(file, 1, e.getMessage());
    }
  }

  private static LexiconEntry entry(Table.Row row) throws LexiconFormatException {
    try {
      return new LexiconEntry(
          row.get("identifier"),
          row.get("name"),
          row.find("silent").isEmpty(),
          row.get("subtype"),
          row.values("synonyms"),
          row.values("related"),
          row.values("parents"),
          row.values("doubtful"));
    } catch (IllegalArgumentException e) {
      throw row.problem(e.getMessage());
    }
  }
}
