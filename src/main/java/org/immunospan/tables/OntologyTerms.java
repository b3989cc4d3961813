package org.immunospan.tables;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.immunospan.lexicon.Table;
import org.immunospan.tables.TablesConfig.Term;

/** The terms of an ontology and what they are kinds of. */
public final class OntologyTerms {

  private static final String CELLS = "/org/immunospan/models/cells.tsv";

  private static final String LINEAGES = "/org/immunospan/models/cell-lineages.tsv";

  private OntologyTerms() {}

  /** The names of lineages that {@code annotate} writes, sorted. */
  public static List<String> lineages() throws IOException {
    return Table.ofResource(OntologyTerms.class, LINEAGES, "identifier", "lineage").rows().stream()
        .map(row -> row.get("lineage"))
        .distinct()
        .sorted()
        .toList();
  }

  /** The classes of the Cell Ontology in the lexicon of this program. */
  public static Map<String, Term> shippedCells() throws IOException {
    Map<String, Term> terms = new HashMap<>();
    for (Table.Row row :
        Table.ofResource(OntologyTerms.class, CELLS, "identifier", "name", "parents").rows()) {
      if (!row.get("identifier").isEmpty()) {
        terms.put(row.get("identifier"), new Term(row.get("name"), row.values("parents")));
      }
    }
    return terms;
  }
}
