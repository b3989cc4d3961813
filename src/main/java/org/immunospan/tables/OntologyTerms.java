package org.immunospan.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.immunospan.tables.TablesConfig.Term;

/** The terms of an ontology and what they are kinds of. */
public final class OntologyTerms {

  private static final String CELLS = "/org/immunospan/models/cells.tsv";

  private OntologyTerms() {}

  /** The classes of the Cell Ontology in the lexicon of this program. */
  public static Map<String, Term> shippedCells() throws IOException {
    try (InputStream file = OntologyTerms.class.getResourceAsStream(CELLS)) {
      if (file == null) {
        throw new IllegalStateException(CELLS + " is missing from the program");
      }
      return read(file);
    }
  }

  /** Reads the columns identifier, name and parents of a lexicon. */
  static Map<String, Term> read(InputStream lexicon) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(lexicon, StandardCharsets.UTF_8));
    Map<String, Term> terms = new HashMap<>();
    List<String> header = List.of();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.startsWith("#")) {
        continue;
      }
      List<String> fields = Arrays.asList(line.split("\t", -1));
      if (header.isEmpty()) {
        header = fields;
        continue;
      }
      String identifier = fields.get(header.indexOf("identifier"));
      List<String> parents =
          Arrays.stream(fields.get(header.indexOf("parents")).split("\\|", -1))
              .filter(parent -> !parent.isEmpty())
              .toList();
      if (!identifier.isEmpty()) {
        terms.put(identifier, new Term(fields.get(header.indexOf("name")), parents));
      }
    }
    return terms;
  }
}
