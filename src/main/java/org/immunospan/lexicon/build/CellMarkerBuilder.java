package org.immunospan.lexicon.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunospan.lexicon.Table;
import org.immunospan.text.Curie;

/**
 * Makes what the grammar of cell names knows of markers: {@code cell-markers.tsv}, the names of
 * markers with the human gene of each, from HGNC's CD names and the project's own {@code
 * cell-marker-names.tsv}; and {@code cell-phenotypes.tsv}, which class a set of markers makes of
 * another class, from the logical definitions of the Cell Ontology and the project's own {@code
 * cell-phenotypes.tsv}.
 *
 * <p>Of the definitions only those are read whose conditions are at most {@link #MAX_CONDITIONS}
 * markers, all of them known to {@code cell-marker-terms.tsv}. Where a definition also asks for a
 * function or a fate, the class must name one of the markers in its label, else markers alone do
 * not make it. That a cell lacks the markers of other lineages is not asked for.
 */
public final class CellMarkerBuilder {

  private static final int MAX_CONDITIONS = 4;

  private static final Pattern DEFINITION =
      Pattern.compile(
          "EquivalentClasses\\((?:Annotation\\([^)]*\\) )?obo:(CL_\\d+) "
              + "ObjectIntersectionOf\\(obo:(CL_\\d+) (.*)\\)\\)");

  private static final Pattern CONDITION =
      Pattern.compile("ObjectSomeValuesFrom\\(obo:(\\w+) obo:(\\w+)\\)");

  private static final Map<String, String> SIGN_OF_RELATION =
      Map.of(
          "RO_0002104", "+",
          "CL_4030046", "-",
          "RO_0015015", "hi",
          "RO_0015016", "lo");

  private final Path terminologies;

  /** Markers whose lack only says that a cell is of no other lineage. */
  private final Set<String> lineageMarkers = new HashSet<>();

  private CellMarkerBuilder(Path terminologies) {
    this.terminologies = terminologies;
  }

  /**
   * Writes both files.
   *
   * @param terminologies the folder that holds {@code hgnc/} and {@code cell-ontology/}
   * @param models the folder to write to
   */
  public static void build(Path terminologies, Path models) throws IOException {
    CellMarkerBuilder builder = new CellMarkerBuilder(terminologies);
    write(models.resolve("cell-markers.tsv"), builder.markers());
    write(models.resolve("cell-phenotypes.tsv"), builder.phenotypes());
  }

  private List<String> markers() throws IOException {
    Map<String, String> identifiers = new HashMap<>();
    Map<String, Set<String>> namesOfCd = new LinkedHashMap<>();
    Map<String, String> symbolOfCd = new HashMap<>();
    try (BufferedReader reader =
        TerminologyTable.open(terminologies.resolve("hgnc/hgnc_complete_set.txt.gz"))) {
      List<String> columns = List.of(reader.readLine().split("\t", -1));
      int cd = columns.indexOf("cd");
      int symbol = columns.indexOf("symbol");
      int locus = columns.indexOf("locus_group");
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] fields = line.split("\t", -1);
        identifiers.put(fields[symbol], fields[0].replace("HGNC:", Curie.HGNC));
        boolean isPseudogene = fields[locus].equals("pseudogene");
        if (fields[cd].startsWith("CD") && !fields[cd].contains("/") && !isPseudogene) {
          String name = fields[cd].replace("CDw", "CD").replace("CDW", "CD");
          namesOfCd.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(name);
          namesOfCd.get(name).add(fields[symbol]);
          symbolOfCd.putIfAbsent(name, fields[symbol]);
        }
      }
    }
    Map<String, String> lines = new LinkedHashMap<>();
    Set<String> claimed = new LinkedHashSet<>();
    for (Table.Row row : resource("cell-marker-names.tsv", "marker", "symbol", "names")) {
      String symbol = row.get("symbol");
      boolean isIdentifier = symbol.isEmpty() || symbol.startsWith(Curie.HGNC_GROUP);
      String identifier = isIdentifier ? symbol : identifiers.get(symbol);
      if (identifier == null) {
        throw row.problem("HGNC has no gene " + symbol);
      }
      String marker = row.required("marker");
      lines.put(marker, marker + "\t" + identifier + "\t" + row.required("names"));
      claimed.addAll(row.values("names"));
    }
    namesOfCd.forEach(
        (cd, names) -> {
          List<String> unclaimed = names.stream().filter(n -> !claimed.contains(n)).toList();
          if (!lines.containsKey(cd) && unclaimed.contains(cd)) {
            String identifier = identifiers.get(symbolOfCd.get(cd));
            lines.put(cd, cd + "\t" + identifier + "\t" + String.join("|", unclaimed));
          }
        });
    List<String> out = new ArrayList<>();
    out.add("# title: Markers of cells, their names and human genes");
    out.add("# name: cell-markers");
    out.add("# version: 2026-11");
    out.add("# origin: HGNC complete set of 2024-10-18 (CD names, symbols, identifiers), and");
    out.add("#   the project's own cell-marker-names.tsv");
    out.add("# licence: CC0 (HGNC)");
    out.add("marker\tidentifier\tnames");
    out.addAll(lines.values());
    return out;
  }

  private List<String> phenotypes() throws IOException {
    Map<String, String> markerOfTerm = new HashMap<>();
    for (Table.Row row : resource("cell-marker-terms.tsv", "term", "marker", "lineage")) {
      markerOfTerm.put(row.required("term").replace(':', '_'), row.required("marker"));
      if (row.get("lineage").equals("yes")) {
        lineageMarkers.add(row.required("marker"));
      }
    }
    Map<String, String> labels = labels();
    List<String> out = new ArrayList<>();
    out.add("# title: Which class markers make of a class that is named");
    out.add("# name: cell-phenotypes");
    out.add("# version: 2026-11");
    out.add("# origin: Cell Ontology, editors' version of August 2026 (logical definitions), and");
    out.add("#   the project's own cell-phenotypes.tsv; earlier lines win among equals");
    out.add("# licence: CC BY 4.0 (Cell Ontology)");
    out.add("identifier\tname\tbase\tmarkers\torigin");
    for (Table.Row row : resource("cell-phenotypes.tsv", "identifier", "base", "markers", "why")) {
      String identifier = row.get("identifier");
      String label = labels.get(identifier);
      if (label == null) {
        throw row.problem("the Cell Ontology has no class " + identifier);
      }
      row.required("why");
      out.add(
          String.join(
              "\t", identifier, label, row.required("base"), row.required("markers"), "custom"));
    }
    try (BufferedReader reader =
        TerminologyTable.open(terminologies.resolve("cell-ontology/cl-edit.owl.gz"))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        Matcher definition = DEFINITION.matcher(line);
        if (definition.matches()) {
          String identifier = definition.group(1).replace('_', ':');
          String label = labels.get(identifier);
          String markers =
              label == null ? "" : conditions(definition.group(3), label, markerOfTerm);
          if (!markers.isEmpty()) {
            String base = definition.group(2).replace('_', ':');
            out.add(String.join("\t", identifier, label, base, markers, "definition"));
          }
        }
      }
    }
    return out;
  }

  /** The markers of a definition, joined by semicolons, or "" when it is not to be used. */
  private String conditions(String definition, String label, Map<String, String> markerOfTerm) {
    List<String> markers = new ArrayList<>();
    boolean otherConditions = definition.contains("ObjectIntersectionOf");
    boolean labelNamesOne = false;
    boolean positive = false;
    Matcher condition = CONDITION.matcher(definition);
    while (condition.find()) {
      String sign = SIGN_OF_RELATION.get(condition.group(1));
      if (sign == null) {
        otherConditions = true;
        continue;
      }
      String marker = markerOfTerm.get(condition.group(2));
      boolean named = marker != null && label.contains(marker);
      if (sign.equals("-") && !named && (marker == null || lineageMarkers.contains(marker))) {
        continue;
      }
      if (marker == null) {
        return "";
      }
      labelNamesOne |= named;
      positive |= !sign.equals("-");
      markers.add(marker + sign);
    }
    boolean usable =
        positive && markers.size() <= MAX_CONDITIONS && (labelNamesOne || !otherConditions);
    return usable ? String.join(";", markers) : "";
  }

  private Map<String, String> labels() throws IOException {
    Map<String, String> labels = new HashMap<>();
    TerminologyTable.fields(
        terminologies.resolve("cell-ontology/cl-terms.tsv"),
        fields -> labels.putIfAbsent(fields[0], fields[2]));
    return labels;
  }

  private static List<Table.Row> resource(String name, String... columns) throws IOException {
    return Table.ofResource(CellMarkerBuilder.class, name, columns).rows();
  }

  private static void write(Path file, List<String> lines) throws IOException {
    Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
  }
}
