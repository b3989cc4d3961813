package org.immunospan.lexicon.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.immunospan.lexicon.Table;
import org.immunospan.lexicon.gene.Gene;
import org.immunospan.lexicon.gene.GeneLexiconWriter;
import org.immunospan.lexicon.gene.GeneNameKey;
import org.immunospan.lexicon.gene.NameSource;

/**
 * Makes the gene lexicon from HGNC (symbols, names, aliases, groups), NCBI gene_info of human and
 * mouse (synonyms, designations) and the MGI homology report (orthologues). Left out: pseudogenes,
 * fragile sites, integration sites, genes without an official symbol, predicted mouse genes without
 * a human orthologue, and names that say nothing ({@code protein}, a number alone).
 */
public final class GeneLexiconBuilder {

  /** What a row of gene-left-out.tsv is about. */
  private enum Use {
    LOCUS,
    TYPE,
    NAME
  }

  private final Path terminologies;
  private final Map<Use, Set<String>> leftOut = new EnumMap<>(Use.class);
  private final GeneLexiconWriter writer = new GeneLexiconWriter();
  private final Map<Integer, Integer> byHumanId = new HashMap<>();
  private final Map<Integer, Integer> byMouseId = new HashMap<>();
  private final Map<String, MouseGene> mice = new LinkedHashMap<>();

  /** MGI ids of mouse genes that are not the nearest orthologue, with the HGNC number. */
  private final Map<String, Integer> furtherOrthologues = new HashMap<>();

  @SuppressWarnings("ArrayRecordComponent") // none is compared
  private record MouseGene(
      int id, String mgi, String symbol, String name, String[] synonyms, String[] designations) {}

  private record Homologues(List<String> mgi, List<String> hgnc) {}

  private GeneLexiconBuilder(Path terminologies) throws IOException {
    this.terminologies = terminologies;
    for (Use use : Use.values()) {
      leftOut.put(use, new HashSet<>());
    }
    for (Table.Row row :
        Table.ofResource(GeneLexiconBuilder.class, "gene-left-out.tsv", "use", "form", "why")
            .rows()) {
      row.required("why");
      leftOut.get(row.constant("use", Use.class)).add(row.required("form"));
    }
  }

  /**
   * Reads the terminologies and writes the lexicon.
   *
   * @param terminologies a folder with {@code hgnc} and {@code ncbi-gene}
   */
  public static void build(Path terminologies, Path out) throws IOException {
    GeneLexiconBuilder builder = new GeneLexiconBuilder(terminologies);
    builder.readMice();
    Map<String, String> header = new LinkedHashMap<>();
    header.put("hgnc", "HGNC complete set, changed until " + builder.readHumans() + ", CC0");
    header.put(
        "human",
        "NCBI gene_info, changed until " + builder.readHumanSynonyms() + ", public domain");
    header.put("mouse", "NCBI gene_info of mouse, public domain");
    header.put("homology", "MGI HOM_MouseHumanSequence, CC BY 4.0");
    builder.addMiceAlone();
    try (OutputStream file = Files.newOutputStream(out)) {
      builder.writer.write(header, file);
    }
  }

  private void readMice() throws IOException {
    try (BufferedReader in =
        TerminologyTable.open(terminologies.resolve("ncbi-gene/Mus_musculus.gene_info.gz"))) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] f = line.split("\t", -1);
        if (f[0].equals("10090") && !leftOut.get(Use.TYPE).contains(f[9]) && !f[10].equals("-")) {
          String mgi = reference(f[5], "MGI:MGI:");
          mice.put(
              mgi.isEmpty() ? "-" + f[1] : mgi,
              new MouseGene(Integer.parseInt(f[1]), mgi, f[2], f[8], list(f[4]), list(f[13])));
        }
      }
    }
  }

  /** Reads HGNC with its orthologues; returns the date of the last change. */
  private String readHumans() throws IOException {
    Map<String, List<String>> homologues = homologues();
    List<CSVRecord> rows =
        TerminologyTable.read(
            terminologies.resolve("hgnc/hgnc_complete_set.txt.gz"),
            "hgnc_id",
            "symbol",
            "name",
            "locus_group",
            "locus_type",
            "entrez_id",
            "alias_symbol");
    String last = "";
    Set<String> taken = new HashSet<>();
    for (CSVRecord row : rows) {
      if (row.get("locus_group").equals("pseudogene")
          || row.get("locus_type").contains("pseudogene")
          || leftOut.get(Use.LOCUS).contains(row.get("locus_type"))
          || row.get("entrez_id").isEmpty()) {
        continue;
      }
      last = row.get("date_modified").compareTo(last) > 0 ? row.get("date_modified") : last;
      Set<String> mgi = new LinkedHashSet<>();
      for (String id : values(row.get("mgd_id"))) {
        mgi.add(id.replace("MGI:", ""));
      }
      mgi.addAll(homologues.getOrDefault(row.get("hgnc_id"), List.of()));
      mgi.removeIf(id -> !mice.containsKey(id) || taken.contains(id));
      String nearest = nearest(row.get("symbol"), mgi);
      if (nearest != null) {
        taken.add(nearest);
        mgi.remove(nearest);
      }
      int hgnc = number(row.get("hgnc_id"));
      mgi.forEach(id -> furtherOrthologues.putIfAbsent(id, hgnc));
      addHuman(row, hgnc, nearest == null ? null : mice.get(nearest));
    }
    mice.keySet().removeAll(taken);
    return last;
  }

  /** The orthologue of the same symbol, or with 1 or a after it, else the first; null for none. */
  private String nearest(String symbol, Set<String> mgi) {
    for (String end : List.of("", "1", "a", "1a")) {
      for (String id : mgi) {
        if (mice.get(id).symbol().equalsIgnoreCase(symbol + end)) {
          return id;
        }
      }
    }
    return mgi.isEmpty() ? null : mgi.iterator().next();
  }

  private void addHuman(CSVRecord row, int hgnc, MouseGene mouse) {
    List<Integer> groups = new ArrayList<>();
    String[] groupIds = values(row.get("gene_group_id"));
    String[] groupNames = values(row.get("gene_group"));
    for (int i = 0; i < groupIds.length; i++) {
      groups.add(Integer.parseInt(groupIds[i]));
      writer.addGroup(Integer.parseInt(groupIds[i]), groupNames[i]);
    }
    String[] rats = values(row.get("rgd_id"));
    int humanId = Integer.parseInt(row.get("entrez_id"));
    int gene =
        writer.add(
            new Gene(
                hgnc,
                humanId,
                mouse == null ? 0 : mouse.id(),
                rats.length == 0 ? 0 : number(rats[0]),
                row.get("symbol"),
                unquoted(row.get("name")),
                mouse == null ? "" : mouse.symbol(),
                groups));
    byHumanId.put(humanId, gene);
    addName(row.get("symbol"), gene, NameSource.HUMAN_SYMBOL);
    addName(unquoted(row.get("name")), gene, NameSource.HUMAN_NAME);
    for (String column : List.of("alias_symbol", "alias_name", "cd")) {
      addNames(values(row.get(column)), gene, NameSource.HUMAN_ALIAS);
    }
    for (String column : List.of("prev_symbol", "prev_name")) {
      addNames(values(row.get(column)), gene, NameSource.HUMAN_FORMER);
    }
    if (mouse != null) {
      addMouseNames(mouse, gene);
    }
  }

  private void addMouseNames(MouseGene mouse, int gene) {
    byMouseId.put(mouse.id(), gene);
    addName(mouse.symbol(), gene, NameSource.MOUSE_SYMBOL);
    addName(mouse.name(), gene, NameSource.MOUSE_NAME);
    addNames(mouse.synonyms(), gene, NameSource.MOUSE_SYNONYM);
    addNames(mouse.designations(), gene, NameSource.MOUSE_DESIGNATION);
  }

  private void addMiceAlone() {
    for (MouseGene mouse : mice.values()) {
      int hgnc = furtherOrthologues.getOrDefault(mouse.mgi(), 0);
      boolean isPredicted =
          mouse.symbol().matches("Gm\\d+.*|.*Rik\\d*|LOC.*|[A-Z]{1,2}\\d{6}|Mir\\d+hg|.*-ps\\d*");
      if (hgnc != 0 || !isPredicted) {
        int gene =
            writer.add(
                new Gene(hgnc, 0, mouse.id(), 0, "", mouse.name(), mouse.symbol(), List.of()));
        addMouseNames(mouse, gene);
      }
    }
  }

  /** Synonyms and designations of NCBI; returns the date of the last change. */
  private String readHumanSynonyms() throws IOException {
    String last = "";
    try (BufferedReader in =
        TerminologyTable.open(terminologies.resolve("ncbi-gene/Homo_sapiens.gene_info.gz"))) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] f = line.split("\t", -1);
        Integer gene = byHumanId.get(Integer.parseInt(f[1]));
        if (gene != null) {
          last = f[14].compareTo(last) > 0 ? f[14] : last;
          addNames(list(f[4]), gene, NameSource.HUMAN_SYNONYM);
          addNames(list(f[13]), gene, NameSource.HUMAN_DESIGNATION);
        }
      }
    }
    return last;
  }

  /** Mouse genes by human gene, of classes with one human gene. */
  private Map<String, List<String>> homologues() throws IOException {
    Map<String, Homologues> classes = new LinkedHashMap<>();
    for (CSVRecord row :
        TerminologyTable.read(
            terminologies.resolve("hgnc/HOM_MouseHumanSequence.rpt.gz"),
            "DB Class Key",
            "NCBI Taxon ID",
            "Mouse MGI ID",
            "HGNC ID")) {
      Homologues of =
          classes.computeIfAbsent(
              row.get("DB Class Key"), k -> new Homologues(new ArrayList<>(), new ArrayList<>()));
      if (row.get("NCBI Taxon ID").equals("9606")) {
        of.hgnc().add(row.get("HGNC ID"));
      } else {
        of.mgi().add(row.get("Mouse MGI ID").replace("MGI:", ""));
      }
    }
    Map<String, List<String>> homologues = new HashMap<>();
    for (Homologues of : classes.values()) {
      if (of.hgnc().size() == 1) {
        // A human gene may be in several classes.
        homologues.computeIfAbsent(of.hgnc().get(0), k -> new ArrayList<>()).addAll(of.mgi());
      }
    }
    return homologues;
  }

  private void addNames(String[] names, int gene, NameSource source) {
    for (String name : names) {
      addName(name, gene, source);
    }
  }

  private void addName(String name, int gene, NameSource source) {
    String key = GeneNameKey.of(name);
    if (key.length() < 2 || isNumber(key) || saysNothing(key, name)) {
      return;
    }
    writer.addKey(key, gene, source);
    if (key.endsWith("protein") && key.length() > 10) {
      writer.addKey(key.substring(0, key.length() - 7), gene, NameSource.HUMAN_DESIGNATION);
    }
    writer.addKey(GeneNameKey.ofWords(name), gene, source);
  }

  private boolean saysNothing(String key, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return key.equals("protein") || leftOut.get(Use.NAME).stream().anyMatch(lower::contains);
  }

  private static boolean isNumber(String key) {
    return key.chars().allMatch(Character::isDigit);
  }

  private static int number(String curie) {
    return Integer.parseInt(curie.substring(curie.indexOf(':') + 1));
  }

  private static String reference(String field, String prefix) {
    for (String part : field.split("\\|", -1)) {
      if (part.startsWith(prefix)) {
        return part.substring(prefix.length());
      }
    }
    return "";
  }

  private static String[] list(String field) {
    return field.equals("-") ? new String[0] : field.split("\\|", -1);
  }

  private static String[] values(String field) {
    String plain = unquoted(field);
    return plain.isEmpty() ? new String[0] : plain.split("\\|", -1);
  }

  private static String unquoted(String field) {
    return field.length() > 1 && field.startsWith("\"") && field.endsWith("\"")
        ? field.substring(1, field.length() - 1)
        : field;
  }
}
