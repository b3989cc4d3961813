package org.immunospan.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A concept with its names. Spelling variants that {@link TermNormaliser} treats as equal need not
 * be listed; a synonym that begins with {@code =} is found only as it is written.
 *
 * @param identifier CURIE with a Bioregistry prefix, or "" for a name without a concept
 * @param name the preferred name
 * @param nameIsSearched whether the preferred name itself is searched for; it is not where papers
 *     use it for something else
 * @param subtype class of the mention, as in spans.csv; {@link #NOT_A_MENTION} marks names that are
 *     matched only so that nothing inside them is
 * @param synonyms names that mean exactly this concept
 * @param related names that are used for it but could mean something wider, narrower or else
 * @param parents identifiers of the classes it is a kind of (is_a), sorted
 * @param doubtful names that seldom mean it as its type, such as {@code calcium}, which is mostly
 *     measured and seldom given: a tagger that looks up names does not report them, and a model
 *     decides about them by their surroundings
 */
public record LexiconEntry(
    String identifier,
    String name,
    boolean nameIsSearched,
    String subtype,
    List<String> synonyms,
    List<String> related,
    List<String> parents,
    List<String> doubtful) {

  /**
   * The subtype of a stop name, such as {@code T cell receptor} in a lexicon of cells: it takes its
   * place in the text, but is not reported.
   */
  public static final String NOT_A_MENTION = "not";

  public LexiconEntry {
    Objects.requireNonNull(subtype, "subtype");
    if (name.isBlank()) {
      throw new IllegalArgumentException("expected a name, found none");
    }
    if (!identifier.isEmpty() && identifier.indexOf(':') <= 0) {
      throw new IllegalArgumentException(
          "expected a CURIE such as CL:0000084 or nothing, found \"" + identifier + "\"");
    }
    synonyms = List.copyOf(synonyms);
    related = List.copyOf(related);
    parents = List.copyOf(parents);
    doubtful = List.copyOf(doubtful);
  }

  public boolean isMention() {
    return !subtype.equals(NOT_A_MENTION);
  }

  /** All names that are looked for in texts, the preferred one first. */
  public List<String> searchedNames() {
    List<String> names = new ArrayList<>();
    if (nameIsSearched()) {
      names.add(name);
    }
    names.addAll(synonyms);
    names.addAll(related);
    names.addAll(doubtful);
    return names;
  }
}
