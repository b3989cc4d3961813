package org.immunospan.lexicon.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunospan.lexicon.LexiconFormatException;

/**
 * The Medical Action Ontology (MAxO) as released in OBO format: its own terms that are not
 * obsolete, with exact synonyms and parents.
 */
final class ActionOntology {

  /** A term with its names; parents are identifiers of MAxO. */
  record Action(String identifier, String name, List<String> synonyms, List<String> parents) {}

  private static final Pattern SYNONYM = Pattern.compile("synonym: \"(.*?)\" EXACT.*");

  private final Map<String, Action> actions = new TreeMap<>();
  private String version = "";

  private ActionOntology() {}

  static ActionOntology read(Path path) throws IOException {
    ActionOntology ontology = new ActionOntology();
    try (BufferedReader reader = TerminologyTable.open(path)) {
      List<String> stanza = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("data-version: ")) {
          ontology.version = line.substring(line.lastIndexOf('/') + 1);
        }
        if (line.startsWith("[")) {
          ontology.addStanza(stanza);
          stanza.clear();
        }
        stanza.add(line);
      }
      ontology.addStanza(stanza);
    }
    if (ontology.actions.isEmpty()) {
      throw new LexiconFormatException(
          path.toString(), 1, "expected MAXO terms in OBO format, found none");
    }
    return ontology;
  }

  String version() {
    return version;
  }

  Iterable<Action> actions() {
    return actions.values();
  }

  Optional<String> findName(String identifier) {
    return Optional.ofNullable(actions.get(identifier)).map(Action::name);
  }

  /** Whether a term is another or a kind of it. */
  boolean isA(Action action, String ancestor) {
    return action.identifier().equals(ancestor)
        || action.parents().stream()
            .map(actions::get)
            .anyMatch(parent -> parent != null && isA(parent, ancestor));
  }

  private void addStanza(List<String> stanza) {
    if (stanza.isEmpty() || !stanza.get(0).equals("[Term]")) {
      return;
    }
    String identifier = "";
    String name = "";
    List<String> synonyms = new ArrayList<>();
    List<String> parents = new ArrayList<>();
    for (String line : stanza) {
      Matcher synonym = SYNONYM.matcher(line);
      if (line.startsWith("id: ")) {
        identifier = line.substring(4);
      } else if (line.startsWith("name: ")) {
        name = line.substring(6);
      } else if (synonym.matches()) {
        synonyms.add(synonym.group(1));
      } else if (line.startsWith("is_a: MAXO:")) {
        parents.add(line.substring(6).replaceAll(" .*", ""));
      } else if (line.startsWith("is_obsolete: true")) {
        return;
      }
    }
    if (identifier.startsWith("MAXO:")) {
      actions.put(identifier, new Action(identifier, name, synonyms, parents));
    }
  }
}
