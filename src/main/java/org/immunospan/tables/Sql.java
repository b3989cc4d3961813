package org.immunospan.tables;

import java.util.Collection;
import java.util.stream.Collectors;

/** Values and names as parts of a statement. */
final class Sql {

  private Sql() {}

  static String text(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  static String name(String value) {
    return "\"" + value.replace("\"", "\"\"") + "\"";
  }

  /** Like {@code ('a', 'b')}. */
  static String list(Collection<String> values) {
    return values.stream().map(Sql::text).collect(Collectors.joining(", ", "(", ")"));
  }
}
