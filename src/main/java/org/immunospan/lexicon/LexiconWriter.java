package org.immunospan.lexicon;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a lexicon as {@link LexiconReader} reads it: UTF-8, {@code \n}, entries in their order.
 * The same lexicon gives the same bytes.
 */
public final class LexiconWriter {

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
    boolean related = lexicon.entries().stream().anyMatch(e -> !e.related().isEmpty());
    boolean silent = lexicon.entries().stream().anyMatch(e -> !e.nameIsSearched());
    boolean parents = lexicon.entries().stream().anyMatch(e -> !e.parents().isEmpty());
    out.append("identifier\tname\tsubtype\tsynonyms");
    out.append(related ? "\trelated" : "").append(parents ? "\tparents" : "");
    out.append(silent ? "\tsilent" : "").append('\n');
    for (LexiconEntry entry : lexicon.entries()) {
      out.append(checked(entry.identifier())).append('\t').append(checked(entry.name()));
      out.append('\t').append(checked(entry.subtype())).append('\t');
      out.append(joined(entry.synonyms()));
      if (related) {
        out.append('\t').append(joined(entry.related()));
      }
      if (parents) {
        out.append('\t').append(joined(entry.parents()));
      }
      if (silent) {
        out.append(entry.nameIsSearched() ? "\t" : "\tname");
      }
      out.append('\n');
    }
    return out.toString();
  }

  private static String joined(List<String> values) {
    values.forEach(LexiconWriter::check);
    return quoted(String.join("|", values));
  }

  private static String checked(String value) {
    check(value);
    return quoted(value);
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
