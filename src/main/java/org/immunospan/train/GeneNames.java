package org.immunospan.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.lexicon.build.TerminologyTable;
import org.immunospan.text.Tokenizer;

/**
 * Gathers the names that a gene tagger takes as evidence, from public terminologies: symbols and
 * names of genes (HGNC, NCBI Gene of human and mouse), families (InterPro by way of REACH), and of
 * what is easily taken for a gene: chemicals (ChEBI, DrugBank), cell lines (Cellosaurus) and cell
 * types (Cell Ontology).
 */
public final class GeneNames {

  private static final int SYMBOL = 0;
  private static final int NAME = 1;
  private static final int FAMILY = 2;
  private static final int SAME_CASE = 3;

  private static final int SHORTEST = 2;
  private static final int LONGEST = 90;

  private static final Pattern TEMPORARY = Pattern.compile("Gm\\d+|LOC\\d+|.*Rik");
  private static final Pattern UNINFORMATIVE =
      Pattern.compile(
          "(?i).*(uncharacterized|hypothetical|predicted|pseudogene|clone|cDNA|RIKEN).*");
  private static final Pattern WITH_HEAD =
      Pattern.compile("(?i)(.*) (?:protein|gene|homolog|precursor)");
  private static final int LONGEST_TAIL = 25;

  private final Path terminologies;
  private final Tokenizer tokenizer;
  private final Set<String> common;
  private final Set<String> stopNames = new HashSet<>();

  /**
   * @param terminologies the folder with {@code hgnc}, {@code ncbi-gene} and so on
   * @param common words in lowercase that, alone, are not evidence for a gene
   */
  public GeneNames(Path terminologies, Tokenizer tokenizer, Set<String> common) throws IOException {
    this.terminologies = terminologies;
    this.tokenizer = tokenizer;
    this.common = Set.copyOf(common);
    TerminologyTable.lines(
        terminologies.resolve("biowordlists/custom_stopwords_genes.txt"),
        line -> stopNames.add(line.strip()));
  }

  /** Symbols, names, families, and symbols in their own case. */
  public NameSet genes() throws IOException {
    NameSet.Builder names = new NameSet.Builder(tokenizer, 4, 1 << SAME_CASE);
    lines(
        "hgnc/hgnc_complete_set.txt.gz",
        fields -> {
          addSymbols(names, fields[1] + "|" + fields[8] + "|" + fields[10]);
          addNames(names, fields[2] + "|" + fields[9] + "|" + fields[11]);
        });
    for (String species : List.of("Homo_sapiens", "Mus_musculus")) {
      lines(
          "ncbi-gene/" + species + ".gene_info.gz",
          fields -> {
            if (!TEMPORARY.matcher(fields[2]).matches()) {
              addSymbols(names, fields[2] + "|" + fields[4]);
              addNames(names, fields[8] + "|" + fields[13]);
            }
          });
    }
    lines("reach-kb/ProteinFamilies.tsv.gz", fields -> add(names, fields[0], FAMILY));
    return names.build();
  }

  /** Chemicals, cell lines, cell types. */
  public NameSet others() throws IOException {
    NameSet.Builder names = new NameSet.Builder(tokenizer, 3, 0);
    lines("reach-kb/chebi.tsv.gz", fields -> addOther(names, fields[0], 0));
    lines("reach-kb/Cellosaurus.tsv.gz", fields -> addOther(names, fields[0], 1));
    lines(
        "cell-ontology/cl-terms.tsv",
        fields -> {
          addOther(names, fields[3], 2);
          addOther(names, fields[3] + "s", 2);
        });
    return names.build();
  }

  private void addSymbols(NameSet.Builder names, String symbols) {
    for (String symbol : symbols.replace("\"", "").split("\\|", -1)) {
      if (add(names, symbol, SYMBOL)) {
        names.add(symbol, SAME_CASE);
      }
    }
  }

  private void addNames(NameSet.Builder names, String joined) {
    for (String name : joined.replace("\"", "").split("\\|", -1)) {
      addName(names, name);
    }
  }

  /** A name as written, without its head word, and with what follows a comma put first. */
  private void addName(NameSet.Builder names, String written) {
    String name =
        written
            .replaceAll(" \\(.*?\\)$", "")
            .replaceAll(",? ?(isoform|variant|transcript variant) .*$", "")
            .replaceAll("^(human|mouse|murine) ", "")
            .replaceAll("-like$", "");
    if (UNINFORMATIVE.matcher(name).matches()) {
      return;
    }
    add(names, name, NAME);
    var headed = WITH_HEAD.matcher(name);
    if (headed.matches()) {
      add(names, headed.group(1), NAME);
    }
    int comma = name.indexOf(", ");
    if (comma > 0 && name.length() - comma < LONGEST_TAIL) {
      String tail = name.substring(comma + 2);
      add(names, name.substring(0, comma), NAME);
      add(names, name.replace(", ", " "), NAME);
      if (!tail.contains(",")) {
        add(names, tail + " " + name.substring(0, comma), NAME);
      }
    }
  }

  private boolean add(NameSet.Builder names, String written, int kind) {
    String name = written.strip();
    boolean good =
        isName(name)
            && !common.contains(name.toLowerCase(Locale.ROOT))
            && !stopNames.contains(name.toLowerCase(Locale.ROOT));
    if (good) {
      names.add(name, kind);
    }
    return good;
  }

  private static void addOther(NameSet.Builder names, String name, int kind) {
    if (isName(name.strip())) {
      names.add(name.strip(), kind);
    }
  }

  private static boolean isName(String name) {
    return name.length() >= SHORTEST
        && name.length() <= LONGEST
        && name.chars().anyMatch(Character::isLetter);
  }

  private void lines(String file, Consumer<String[]> use) throws IOException {
    TerminologyTable.fields(terminologies.resolve(file), use);
  }
}
