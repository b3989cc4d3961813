package org.immunospan.lexicon.build;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.immunospan.lexicon.LexiconFormatException;
import org.immunospan.lexicon.Table;

/**
 * A curated table: what people know and the terminologies lack. Its columns are {@code action,
 * name, identifier, subtype, why}; {@code name} and {@code why} are never empty. Several names in
 * one row are joined by {@code |}.
 */
final class CuratedNames {

  /** What is to be done with a name. */
  enum Action {
    /** Search for it, for this concept and no other. */
    ADD,
    /** Search for it; it could mean this concept or something else. */
    RELATED,
    /** Search for it where no terminology has it; it has no concept then. */
    FILL,
    /** Do not search for it. */
    DROP,
    /** Search for it, but report nothing: it is a name of something else. */
    NOT,
    /** Mark it as doubtful for the concept that has it, else for none. */
    DOUBT,
    /** The subtype of the concept with this identifier. */
    SUBTYPE
  }

  /**
   * One name of one row.
   *
   * @param identifier of the concept; "" when there is none
   * @param subtype "" when the concept's own counts
   * @param row where it is, for messages
   */
  record Name(Action action, String name, String identifier, String subtype, Table.Row row) {}

  private static final String[] COLUMNS = {"action", "name", "identifier", "subtype", "why"};

  private CuratedNames() {}

  /** The names of a resource of this package, in the order of the table. */
  static List<Name> read(String resource) throws IOException {
    return names(Table.ofResource(CuratedNames.class, resource, COLUMNS));
  }

  static List<Name> read(InputStream in, String file) throws IOException {
    return names(Table.read(in, file, COLUMNS));
  }

  private static List<Name> names(Table table) throws LexiconFormatException {
    List<Name> names = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      Action action = row.constant("action", Action.class);
      row.required("name");
      row.required("why");
      for (String name : row.values("name")) {
        names.add(new Name(action, name, row.get("identifier"), row.get("subtype"), row));
      }
    }
    return names;
  }
}
