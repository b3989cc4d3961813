package org.immunospan.lexicon.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunospan.lexicon.Lexicon;
import org.immunospan.lexicon.LexiconEntry;
import org.immunospan.lexicon.LexiconFormatException;
import org.immunospan.lexicon.Table;

/**
 * Refuses identifiers that were typed wrong. A curated row gives names to the concept with an
 * identifier; the label of that concept must share a word with one of the names, or the first
 * letters of one. Rows where that cannot be, as the names are abbreviations or come from another
 * language, are in {@code unlike-names.tsv} with the label and the reason.
 */
final class IdentifierCheck {

  /** Words are alike if this many first letters are the same. */
  private static final int ALIKE = 5;

  private IdentifierCheck() {}

  /**
   * Checks all curated names of a lexicon.
   *
   * @throws LexiconFormatException that names the first row whose identifier is another concept's
   */
  static void check(Lexicon lexicon, List<CuratedNames.Name> curated) throws IOException {
    Map<Table.Row, List<String>> namesOfRow = new HashMap<>();
    Map<Table.Row, String> identifiers = new HashMap<>();
    List<Table.Row> rows = new ArrayList<>();
    for (CuratedNames.Name name : curated) {
      if (name.action() == CuratedNames.Action.ADD && !name.identifier().isEmpty()) {
        if (identifiers.put(name.row(), name.identifier()) == null) {
          rows.add(name.row());
        }
        namesOfRow.computeIfAbsent(name.row(), r -> new ArrayList<>()).add(name.name());
      }
    }
    Map<String, String> exceptions = exceptions();
    for (Table.Row row : rows) {
      String identifier = identifiers.get(row);
      Optional<String> found = lexicon.findEntry(identifier).map(LexiconEntry::name);
      if (found.isEmpty()) {
        continue; // all its names say only "X therapy" where X has an entry, and were left out
      }
      String label = found.get();
      boolean alike = namesOfRow.get(row).stream().anyMatch(name -> shareWord(label, name));
      if (!alike && !label.equals(exceptions.get(identifier))) {
        throw row.problem(
            "expected names like '%s', the label of %s, found '%s'; add the identifier to"
                    .formatted(label, identifier, String.join("|", namesOfRow.get(row)))
                + " unlike-names.tsv if it is right");
      }
    }
  }

  private static Map<String, String> exceptions() throws IOException {
    Map<String, String> exceptions = new HashMap<>();
    for (Table.Row row :
        Table.ofResource(IdentifierCheck.class, "unlike-names.tsv", "identifier", "label", "why")
            .rows()) {
      row.required("why");
      exceptions.put(row.required("identifier"), row.required("label"));
    }
    return exceptions;
  }

  static boolean shareWord(String label, String name) {
    Set<String> words = words(label);
    return words(name).stream().anyMatch(words::contains);
  }

  /** The words of a name in lowercase, each cut to its first letters. */
  private static Set<String> words(String name) {
    Set<String> words = new HashSet<>();
    for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
      if (word.length() > 1) {
        words.add(word.substring(0, Math.min(ALIKE, word.length())));
      }
    }
    return words;
  }
}
