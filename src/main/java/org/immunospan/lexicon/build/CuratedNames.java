package org.immunospan.lexicon.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.immunospan.lexicon.LexiconFormatException;

/**
 * A curated table: what people know and the terminologies lack. Lines are {@code action, name,
 * identifier, subtype, why}, separated by tabs; {@code #} begins a comment line. Several names in
 * one line are joined by {@code |}.
 */
final class CuratedNames {

  /** What is to be done with a name. */
  enum Action {
    /** Search for it, for this concept and no other. */
    ADD,
    /** Do not search for it. */
    DROP,
    /** Search for it, but report nothing: it is a name of something else. */
    NOT,
    /** The subtype of the concept with this identifier. */
    SUBTYPE
  }

  /**
   * One name of one line.
   *
   * @param identifier of the concept; "" when there is none
   * @param subtype "" when the concept's own counts
   */
  record Row(Action action, String name, String identifier, String subtype) {}

  private static final String COLUMNS = "action, name, identifier, subtype, why";

  private CuratedNames() {}

  /** The rows of a resource of this package. */
  static List<Row> read(String resource) throws IOException {
    try (InputStream in = CuratedNames.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource + " in this build");
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), resource);
    }
  }

  static List<Row> read(BufferedReader reader, String file) throws IOException {
    List<Row> rows = new ArrayList<>();
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] fields = line.split("\t", -1);
      if (fields.length != 5 || fields[1].isEmpty() || fields[4].isBlank()) {
        throw new LexiconFormatException(
            file,
            number,
            "expected 5 tab-separated fields (%s) with a name and a reason, found: \"%s\""
                .formatted(COLUMNS, line.replace("\t", "\\t")));
      }
      Action action =
          Arrays.stream(Action.values())
              .filter(a -> a.name().equalsIgnoreCase(fields[0]))
              .findFirst()
              .orElse(null);
      if (action == null) {
        throw new LexiconFormatException(
            file,
            number,
            "unknown action '%s'; known actions: add, drop, not, subtype".formatted(fields[0]));
      }
      for (String name : fields[1].split("\\|", -1)) {
        rows.add(new Row(action, name, fields[2], fields[3]));
      }
    }
    return rows;
  }
}
