package org.immunospan.gene.link;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunospan.lexicon.Table;
import org.immunospan.lexicon.gene.GeneNameKey;

/**
 * How names are read by convention: {@code VEGF} as VEGFA, {@code NF-kappa B} as a group of genes,
 * {@code GFP} as no gene at all. From a table with a reason for each. Immutable.
 */
final class GeneReadings {

  /**
   * A reading.
   *
   * @param id of the row, for the source of a row
   * @param hgnc numbers of the genes; none for a group and for what is no gene
   * @param group number of the HGNC gene group, or 0
   */
  record Reading(String id, List<Integer> hgnc, int group) {}

  private static final String HGNC = "hgnc:";

  private final Map<String, Reading> readings = new HashMap<>();

  private GeneReadings() {}

  /**
   * Reads a table with the columns id, name and identifier ({@code hgnc:1}, {@code
   * hgnc.genegroup:1} or empty).
   */
  static GeneReadings read(InputStream in, String name) throws IOException {
    GeneReadings all = new GeneReadings();
    for (Table.Row row : Table.read(in, name, "id", "name", "identifier", "why").rows()) {
      List<Integer> genes = new ArrayList<>();
      int group = 0;
      for (String identifier : row.values("identifier")) {
        int number = Integer.parseInt(identifier.substring(identifier.indexOf(':') + 1));
        if (identifier.startsWith("hgnc.genegroup:")) {
          group = number;
        } else {
          genes.add(number);
        }
      }
      Reading reading = new Reading(row.required("id"), List.copyOf(genes), group);
      for (String form : row.values("name")) {
        all.readings.put(GeneNameKey.of(form), reading);
      }
    }
    return all;
  }

  /**
   * Adds the names of cell markers with one human gene, so that a marker has one answer everywhere.
   * They replace other readings of the same names.
   */
  void addMarkers(InputStream in, String name) throws IOException {
    for (Table.Row row : Table.read(in, name, "marker", "identifier", "names").rows()) {
      String identifier = row.get("identifier");
      if (identifier.startsWith(HGNC) && identifier.indexOf('|') < 0) {
        int number = Integer.parseInt(identifier.substring(HGNC.length()));
        Reading reading = new Reading("marker", List.of(number), 0);
        for (String form : row.values("names")) {
          readings.put(GeneNameKey.of(form), reading);
        }
      }
    }
  }

  /** The reading of a name: as it is, without words of species, or without what is in brackets. */
  Optional<Reading> find(String name) {
    Reading found = readings.get(GeneNameKey.of(name));
    if (found == null) {
      found = readings.get(GeneNameKey.of(NameVariant.withoutSpecies(name)));
    }
    int open = name.indexOf('(');
    int close = name.indexOf(')', open + 1);
    if (found == null && open > 0 && close > open) {
      found = readings.get(GeneNameKey.of(name.substring(0, open) + name.substring(close + 1)));
    }
    return Optional.ofNullable(found);
  }
}
