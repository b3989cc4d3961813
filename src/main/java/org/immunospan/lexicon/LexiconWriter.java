package org.immunospan.lexicon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * Writes a lexicon as {@link LexiconReader} reads it: UTF-8, {@code \n}, entries in their order.
 * The same lexicon gives the same bytes.
 */
public final class LexiconWriter {

  /** A column, which is left out where it is optional and empty in all entries. */
  private record Column(
      String name, boolean optional, Function<LexiconEntry, List<String>> values) {

    boolean isUsed(Lexicon lexicon) {
      return !optional || lexicon.entries().stream().anyMatch(e -> !values.apply(e).isEmpty());
    }
  }

  private static final List<Column> COLUMNS =
      List.of(
          new Column("identifier", false, entry -> List.of(entry.identifier())),
          new Column("name", false, entry -> List.of(entry.name())),
          new Column("subtype", false, entry -> List.of(entry.subtype())),
          new Column("synonyms", false, LexiconEntry::synonyms),
          new Column("related", true, LexiconEntry::related),
          new Column("parents", true, LexiconEntry::parents),
          new Column("silent", true, e -> e.nameIsSearched() ? List.of() : List.of("name")),
          new Column("doubtful", true, LexiconEntry::doubtful));

  private LexiconWriter() {}

  /**
   * Writes a file, in place of one that is there.
   *
   * @throws IllegalArgumentException if a value holds a tab, a line break or {@code |}
   * @throws IOException if the file cannot be written
   */
  public static void write(Lexicon lexicon, Path path) throws IOException {
    Files.writeString(path, toTsv(lexicon), StandardCharsets.UTF_8);
  }

  static String toTsv(Lexicon lexicon) {
    StringBuilder out = new StringBuilder(1 << 16);
    lexicon
        .header()
        .forEach(
            (key, value) -> out.append("# ").append(key).append(": ").append(value).append('\n'));
    List<Column> used = COLUMNS.stream().filter(column -> column.isUsed(lexicon)).toList();
    out.append(String.join("\t", used.stream().map(Column::name).toList())).append('\n');
    for (LexiconEntry entry : lexicon.entries()) {
      for (int i = 0; i < used.size(); i++) {
        out.append(i == 0 ? "" : "\t").append(joined(used.get(i).values().apply(entry)));
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static String joined(List<String> values) {
    values.forEach(LexiconWriter::check);
    return quoted(String.join("|", values));
  }

  /** A field that begins with a quote is put in quotes, as {@link Table} reads it. */
  private static String quoted(String field) {
    return field.startsWith("\"") ? '"' + field.replace("\"", "\"\"") + '"' : field;
  }

  private static void check(String value) {
    for (int i = 0; i < value.length(); i++) {
      if ("\t\n\r|".indexOf(value.charAt(i)) >= 0) {
        throw new IllegalArgumentException(
            "a value of a lexicon holds no tab, line break or '|', found \"" + value + "\"");
      }
    }
  }
}
