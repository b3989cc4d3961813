package org.immunospan.lexicon.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.immunospan.text.Curie;

/** The headings of MeSH (2015) with their places in the tree. */
final class MeshHeadings {

  static final String VERSION = "2015";

  /**
   * A heading.
   *
   * @param name as MeSH has it, perhaps inverted: {@code Immunotherapy, Adoptive}
   * @param places tree numbers
   */
  record Heading(String identifier, String name, List<String> places) {

    /** Whether it is at a place of the tree or below; a single letter is a whole branch. */
    boolean isUnder(String treeNumber) {
      return places.stream()
          .anyMatch(
              place ->
                  place.equals(treeNumber)
                      || place.startsWith(treeNumber + ".")
                      || (treeNumber.length() == 1 && place.startsWith(treeNumber)));
    }

    /** The name in the order in which it is written in a sentence. */
    String plainName() {
      int comma = name.lastIndexOf(", ");
      return comma < 0 ? name : name.substring(comma + 2) + " " + name.substring(0, comma);
    }
  }

  private MeshHeadings() {}

  /** All headings, sorted by identifier. */
  static List<Heading> read(Path terminologies) throws IOException {
    Map<String, Heading> headings = new TreeMap<>();
    Path path = terminologies.resolve("mesh/tree-numbers.tsv");
    for (CSVRecord row : TerminologyTable.read(path, "mesh_id", "mesh_name", "mesh_tree_number")) {
      headings
          .computeIfAbsent(
              row.get("mesh_id"),
              id -> new Heading(Curie.MESH + id, row.get("mesh_name"), new ArrayList<>()))
          .places()
          .add(row.get("mesh_tree_number"));
    }
    return List.copyOf(headings.values());
  }
}
