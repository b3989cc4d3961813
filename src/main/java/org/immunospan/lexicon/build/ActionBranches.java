package org.immunospan.lexicon.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.immunospan.lexicon.Table;
import org.immunospan.lexicon.build.ActionOntology.Action;

/**
 * Which actions of the Medical Action Ontology are therapies, and of which subtype: the tables
 * {@code maxo-branches.tsv} and {@code maxo-not-actions.tsv}.
 */
final class ActionBranches {

  private enum Use {
    TREATMENT,
    SUBTYPE
  }

  private record Branch(String identifier, Use use, String subtype) {}

  private final ActionOntology ontology;
  private final List<Branch> branches = new ArrayList<>();
  private final List<String> notActions = new ArrayList<>();

  private ActionBranches(ActionOntology ontology) {
    this.ontology = ontology;
  }

  /**
   * Reads the tables.
   *
   * @throws org.immunospan.lexicon.LexiconFormatException if a row names a term otherwise than MAxO
   */
  static ActionBranches read(ActionOntology ontology) throws IOException {
    ActionBranches result = new ActionBranches(ontology);
    for (Table.Row row :
        Table.ofResource(
                ActionBranches.class, "maxo-branches.tsv", "branch", "name", "use", "subtype")
            .rows()) {
      String identifier = row.required("branch");
      String name = ontology.findName(identifier).orElse("no such term");
      if (!name.equals(row.get("name"))) {
        throw row.problem(
            "expected the name of %s, '%s', found '%s'"
                .formatted(identifier, name, row.get("name")));
      }
      result.branches.add(
          new Branch(identifier, row.constant("use", Use.class), row.get("subtype")));
    }
    for (Table.Row row :
        Table.ofResource(ActionBranches.class, "maxo-not-actions.tsv", "words", "why").rows()) {
      row.required("why");
      result.notActions.addAll(row.values("words"));
    }
    return result;
  }

  /** Whether an action treats or prevents, and its name is one that papers use. */
  boolean isTreatment(Action action) {
    return branches.stream()
            .filter(branch -> branch.use() == Use.TREATMENT)
            .anyMatch(branch -> ontology.isA(action, branch.identifier()))
        && isName(action.name());
  }

  /** Whether a name says that something is done to treat. */
  boolean isName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return notActions.stream().noneMatch(lower::contains);
  }

  /** The subtype of an action; most are procedures. */
  String subtype(Action action) {
    return branches.stream()
        .filter(branch -> branch.use() == Use.SUBTYPE)
        .filter(branch -> ontology.isA(action, branch.identifier()))
        .map(Branch::subtype)
        .findFirst()
        .orElse("procedure");
  }
}
