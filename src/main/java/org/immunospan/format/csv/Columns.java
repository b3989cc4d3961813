package org.immunospan.format.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunospan.text.UserException;

/**
 * Which columns of a table hold identifier, title, abstract and text, where they do not have these
 * names. Immutable.
 *
 * @param names the name in the table by what the column holds; empty for the usual names
 */
public record Columns(Map<String, String> names) {

  /** The names that {@link CsvReader} knows. */
  public static final Columns USUAL = new Columns(Map.of());

  static final String ID = "id";
  static final String TITLE = "title";
  static final String ABSTRACT = "abstract";
  static final String TEXT = "text";

  private static final List<String> PARTS = List.of(ID, TITLE, ABSTRACT, TEXT);

  /**
   * Reads {@code id=pmid,text=abstract}.
   *
   * @throws UserException when it is not of this form, or names no text
   */
  public static Columns parse(String specification) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String pair : specification.split(",", -1)) {
      int equals = pair.indexOf('=');
      String part = equals < 0 ? "" : pair.substring(0, equals).strip();
      String name = pair.substring(equals + 1).strip();
      if (!PARTS.contains(part) || name.isEmpty() || names.put(part, name) != null) {
        throw UserException.of(
            "--columns", "such as id=pmid,text=abstract with " + PARTS + ", each once", pair);
      }
    }
    if (names.keySet().equals(Set.of(ID))) {
      throw UserException.of("--columns", "title, abstract or text", specification);
    }
    return new Columns(Map.copyOf(names));
  }

  public boolean isUsual() {
    return names.isEmpty();
  }

  /** The column that holds a part; a name that no table has when none was named. */
  String of(String part) {
    return isUsual() ? part : names.getOrDefault(part, "");
  }
}
