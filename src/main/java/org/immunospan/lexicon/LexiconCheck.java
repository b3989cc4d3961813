package org.immunospan.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.immunospan.text.Subtypes;
import org.immunospan.text.Tokenizer;

/** Finds what a lexicon that can be read may still have wrong. */
public final class LexiconCheck {

  private LexiconCheck() {}

  /**
   * One line for each problem: a subtype that spans.csv does not know, a parent that is not an
   * entry, a name that cannot be found since another entry has it.
   */
  public static List<String> problems(Lexicon lexicon, Tokenizer tokenizer) {
    List<String> problems = new ArrayList<>();
    Map<String, LexiconEntry> owners = new HashMap<>();
    List<String> subtypes = Subtypes.of(lexicon.type());
    for (LexiconEntry entry : lexicon.entries()) {
      boolean known =
          subtypes.isEmpty() ? entry.subtype().isEmpty() : subtypes.contains(entry.subtype());
      if (entry.isMention() && !known) {
        problems.add(
            "%s: unknown subtype '%s'; known subtypes: %s"
                .formatted(shown(entry), entry.subtype(), subtypes.stream().sorted().toList()));
      }
      for (String parent : entry.parents()) {
        if (lexicon.findEntry(parent).isEmpty()) {
          problems.add("%s: its parent %s is not an entry".formatted(shown(entry), parent));
        }
      }
      for (String name : entry.searchedNames()) {
        LexiconEntry owner = owners.putIfAbsent(TermKey.of(name, tokenizer), entry);
        if (owner != null) {
          problems.add(
              "%s: its name \"%s\" is also a name of %s"
                  .formatted(shown(entry), name, shown(owner)));
        }
      }
    }
    return problems;
  }

  private static String shown(LexiconEntry entry) {
    return entry.identifier().isEmpty() ? '"' + entry.name() + '"' : entry.identifier();
  }
}
