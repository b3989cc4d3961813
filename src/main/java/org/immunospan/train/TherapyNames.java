package org.immunospan.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.lexicon.build.TerminologyTable;
import org.immunospan.text.Tokenizer;

/**
 * Gathers the names that a therapy model takes as weak evidence: all of DrugBank's vocabulary and
 * lists of marketed drugs, chemicals (ChEBI, MeSH), procedures (MeSH, MAxO), actions of drugs, ways
 * of living, and of what is not a therapy: diagnostics, diseases, anatomy.
 */
public final class TherapyNames {

  private static final int DRUG = 0;
  private static final int CHEMICAL = 1;
  private static final int SUBSTANCE = 2;
  private static final int PROCEDURE = 3;
  private static final int ACTION = 4;
  private static final int LIFE = 5;
  private static final int OTHER = 6;

  private static final int SHORTEST = 3;
  private static final int LONGEST = 90;

  private final Path terminologies;
  private final Set<String> common;
  private final NameSet.Builder names;

  private TherapyNames(Path terminologies, Tokenizer tokenizer, Set<String> common) {
    this.terminologies = terminologies;
    this.common = common;
    this.names = new NameSet.Builder(tokenizer, 7, 0);
  }

  /**
   * Reads the names.
   *
   * @param terminologies the folder with {@code drugbank-open}, {@code mesh} and so on
   * @param common words in lowercase that, alone, are not evidence
   */
  public static NameSet read(Path terminologies, Tokenizer tokenizer, Set<String> common)
      throws IOException {
    TherapyNames reader = new TherapyNames(terminologies, tokenizer, common);
    reader.addAll();
    return reader.names.build();
  }

  private void addAll() throws IOException {
    lines(
        "drugbank-open/drugbank_vocabulary.csv.gz",
        line -> {
          List<String> fields = csv(line);
          add(fields.get(2), DRUG);
          for (String synonym : fields.get(5).split(" \\| ", -1)) {
            add(synonym, DRUG);
          }
        });
    for (String list : List.of("medlineplus", "wikipedia")) {
      lines(
          "drug-names/drugs_dictionary_" + list + ".csv",
          line -> {
            List<String> fields = csv(line);
            for (int i = 1; i < fields.size(); i++) {
              for (String name : fields.get(i).split("\\|", -1)) {
                add(name, DRUG);
              }
            }
          });
    }
    lines("reach-kb/chebi.tsv.gz", line -> add(line.split("\t", -1)[0], CHEMICAL));
    lines(
        "mesh/mesh2020.nodes",
        line -> {
          String[] fields = line.split("\t", -1);
          int kind = kindOf(fields[0]);
          if (kind >= 0 && fields.length > 1) {
            addHeading(fields[1], kind);
          }
        });
    addActions();
  }

  /** The names of the Medical Action Ontology, with exact synonyms, but for diagnostics. */
  private void addActions() throws IOException {
    boolean[] inAction = new boolean[1];
    lines(
        "maxo/maxo.obo.gz",
        line -> {
          if (line.startsWith("id: ")) {
            inAction[0] = line.startsWith("id: MAXO:");
          } else if (inAction[0] && line.startsWith("name: ")) {
            add(line.substring("name: ".length()), PROCEDURE);
          } else if (inAction[0] && line.startsWith("synonym: \"") && line.contains("\" EXACT")) {
            add(line.substring("synonym: \"".length(), line.indexOf("\" EXACT")), PROCEDURE);
          }
        });
  }

  private static int kindOf(String tree) {
    if (tree.startsWith("D27")) {
      return ACTION;
    }
    if (tree.startsWith("D")) {
      return SUBSTANCE;
    }
    if (tree.startsWith("E02")
        || tree.startsWith("E04")
        || tree.startsWith("E06")
        || tree.startsWith("E07")) {
      return PROCEDURE;
    }
    if (tree.startsWith("F04.754")
        || tree.startsWith("G07.203")
        || tree.startsWith("I02")
        || tree.startsWith("J02")
        || tree.startsWith("N02.421")) {
      return LIFE;
    }
    return tree.startsWith("A")
            || tree.startsWith("C")
            || tree.startsWith("E01")
            || tree.startsWith("E05")
        ? OTHER
        : -1;
  }

  private void addHeading(String heading, int kind) {
    add(heading, kind);
    if (heading.endsWith("s") && !heading.endsWith("ss")) {
      add(heading.substring(0, heading.length() - 1), kind);
    }
    int comma = heading.indexOf(", ");
    if (comma > 0 && heading.indexOf(", ", comma + 1) < 0) {
      addHeading(heading.substring(comma + 2) + " " + heading.substring(0, comma), kind);
    }
  }

  private void add(String written, int kind) {
    String name = written.strip();
    if (name.length() >= SHORTEST
        && name.length() <= LONGEST
        && name.chars().anyMatch(Character::isLetter)
        && !common.contains(name.toLowerCase(Locale.ROOT))) {
      names.add(name, kind);
      if (kind == DRUG || kind == CHEMICAL || kind == PROCEDURE) {
        names.add(name + "s", kind);
      }
    }
  }

  /** The fields of a line of CSV without line breaks inside. */
  private static List<String> csv(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  private void lines(String file, Consumer<String> use) throws IOException {
    TerminologyTable.lines(terminologies.resolve(file), use);
  }
}
