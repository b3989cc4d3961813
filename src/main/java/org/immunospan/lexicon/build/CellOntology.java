package org.immunospan.lexicon.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVRecord;

/**
 * The Cell Ontology as released: classes that are not deprecated, with their names and all inferred
 * ancestors. Immutable.
 */
final class CellOntology {

  static final String VERSION = "2026-03-26";

  /** How a name is meant by the ontology. */
  enum Scope {
    LABEL,
    EXACT,
    RELATED,
    NARROW,
    BROAD
  }

  record Name(String text, Scope scope, boolean abbreviation) {}

  /**
   * A class.
   *
   * @param distances steps to each ancestor
   */
  record CellClass(
      String identifier, String label, Map<String, Integer> distances, List<Name> names) {

    Set<String> parents() {
      Set<String> parents = new TreeSet<>();
      distances.forEach(
          (ancestor, distance) -> {
            if (distance == 1) {
              parents.add(ancestor);
            }
          });
      return parents;
    }

    boolean isA(String other) {
      return identifier.equals(other) || distances.containsKey(other);
    }
  }

  private final Map<String, CellClass> classes = new TreeMap<>();

  private CellOntology() {}

  /** Reads the release's JSON for classes and ancestry and the table of names. */
  static CellOntology read(Path terminologies) throws IOException {
    CellOntology ontology = new CellOntology();
    Path folder = terminologies.resolve("cell-ontology");
    ontology.readClasses(folder.resolve("CL-ontology-v" + VERSION + ".json.gz"));
    ontology.readNames(folder.resolve("cl-terms.tsv"));
    return ontology;
  }

  List<CellClass> classes() {
    return List.copyOf(classes.values());
  }

  CellClass get(String identifier) {
    CellClass found = classes.get(identifier);
    if (found == null) {
      throw new IllegalArgumentException("no class " + identifier + " in the Cell Ontology");
    }
    return found;
  }

  /**
   * The class that fits a name of several: that among them of which all others are a kind, else
   * their nearest common ancestor.
   */
  String commonClass(Set<String> identifiers) {
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (CellClass candidate : classes.values()) {
      int distance = 0;
      for (String identifier : identifiers) {
        Integer steps =
            identifier.equals(candidate.identifier())
                ? Integer.valueOf(0)
                : get(identifier).distances().get(candidate.identifier());
        distance = steps == null || distance < 0 ? -1 : distance + steps;
      }
      if (distance >= 0 && distance < bestDistance) {
        best = candidate.identifier();
        bestDistance = distance;
      }
    }
    return best;
  }

  private void readClasses(Path path) throws IOException {
    try (Reader reader = TerminologyTable.open(path)) {
      JsonNode root = new ObjectMapper().readTree(reader);
      for (Map.Entry<String, JsonNode> field : root.properties()) {
        JsonNode value = field.getValue();
        if (!value.path("deprecated").asBoolean()) {
          Map<String, Integer> distances = new LinkedHashMap<>();
          value
              .path("ancestors")
              .properties()
              .forEach(a -> distances.put(a.getKey(), a.getValue().asInt()));
          String label = value.path("label").asText();
          List<Name> names = new ArrayList<>();
          names.add(new Name(label, Scope.LABEL, false));
          classes.put(field.getKey(), new CellClass(field.getKey(), label, distances, names));
        }
      }
    }
  }

  private void readNames(Path path) throws IOException {
    for (CSVRecord row : TerminologyTable.read(path, "cl_id", "name", "scope", "synonym_type")) {
      CellClass cell = classes.get(row.get("cl_id"));
      Scope scope = Scope.valueOf(row.get("scope"));
      if (cell != null && scope != Scope.LABEL) {
        boolean abbreviation = row.get("synonym_type").equals("OMO_0003000");
        cell.names().add(new Name(row.get("name"), scope, abbreviation));
      }
    }
  }
}
