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
import org.immunospan.text.Curie;

/**
 * How names are read by convention: {@code VEGF} as VEGFA, {@code NF-kappa B} as a group of genes,
 * {@code GFP} as not a gene. From a table with a reason for each. Immutable.
 */
final class GeneReadings {

  /**
   * A reading.
   *
   * @param id of the row, for the source of a row
   * @param hgnc numbers of the genes; none for a group and for what is not a gene
   * @param group number of the HGNC gene group, or 0
   */
  record Reading(String id, List<Integer> hgnc, int group) {}

  private static final String AS_WRITTEN = "=";

  private final Map<String, Reading> readings = new HashMap<>();

  private final LinkWords words;

  private GeneReadings(LinkWords words) {
    this.words = words;
  }

  /**
   * Reads a table with the columns id, name and identifier ({@code hgnc:1}, {@code
   * hgnc.genegroup:1} or empty).
   *
   * @param words that a name can do without
   */
  static GeneReadings read(InputStream in, String name, LinkWords words) throws IOException {
    GeneReadings all = new GeneReadings(words);
    for (Table.Row row : Table.read(in, name, "id", "name", "identifier", "why").rows()) {
      all.add(reading(row.required("id"), row.values("identifier")), row.values("name"));
    }
    return all;
  }

  private static Reading reading(String id, List<String> identifiers) {
    List<Integer> genes = new ArrayList<>();
    int group = 0;
    for (String identifier : identifiers) {
      int number = Integer.parseInt(identifier.substring(identifier.indexOf(':') + 1));
      if (identifier.startsWith(Curie.HGNC_GROUP)) {
        group = number;
      } else {
        genes.add(number);
      }
    }
    return new Reading(id, List.copyOf(genes), group);
  }

  /**
   * The reading of a marker.
   *
   * @param identifier CURIE of a human gene or a gene group
   */
  static Reading ofMarker(String identifier) {
    return reading("marker", List.of(identifier));
  }

  private void add(Reading reading, List<String> names) {
    names.forEach(name -> readings.put(isAsWritten(name) ? name : GeneNameKey.of(name), reading));
  }

  /**
   * Adds the names of cell markers with an identifier, so that a marker has one answer everywhere.
   * They replace other readings of the same names.
   */
  void addMarkers(InputStream in, String name) throws IOException {
    for (Table.Row row : Table.read(in, name, "marker", "identifier", "names").rows()) {
      if (!row.get("identifier").isEmpty()) {
        add(ofMarker(row.get("identifier")), row.values("names"));
      }
    }
  }

  /** Whether a name counts only as it is written: {@code =eGFR} is not {@code EGFR}. */
  private static boolean isAsWritten(String name) {
    return name.startsWith(AS_WRITTEN);
  }

  /**
   * The reading of a name: as it is, without words of species, without the p of phosphorylated, or
   * without what is in brackets.
   */
  Optional<Reading> find(String name) {
    Reading found = readings.get(AS_WRITTEN + name);
    if (found == null) {
      found = readings.get(GeneNameKey.of(name));
    }
    if (found == null) {
      found = readings.get(GeneNameKey.of(NameVariant.withoutSpecies(name, words)));
    }
    if (found == null) {
      found = readings.get(GeneNameKey.of(NameVariant.withoutPhospho(name)));
    }
    int open = name.indexOf('(');
    int close = name.indexOf(')', open + 1);
    if (found == null && open > 0 && close > open) {
      found = readings.get(GeneNameKey.of(name.substring(0, open) + name.substring(close + 1)));
    }
    return Optional.ofNullable(found);
  }
}
