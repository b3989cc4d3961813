package org.immunospan.therapy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.immunospan.lexicon.LexiconEntry;
import org.immunospan.lexicon.LexiconMatcher.Match;
import org.immunospan.lexicon.LexiconMatcher.NameKind;
import org.immunospan.text.Abbreviation;
import org.immunospan.text.Span;

/**
 * Whether an abbreviation in a document means the concept that the lexicon gives it. One whose long
 * form shares no word with the names of the concept means something else: {@code RTX} is not
 * rituximab where it is resiniferatoxin. One that the lexicon holds as a related name has several
 * usual meanings, and counts only where the document gives the concept another name or the long
 * form agrees. For one document and thread.
 */
final class ShortNames {

  /** Shorter words are in too many names. */
  private static final int SHORTEST_WORD = 4;

  private final String text;
  private final Map<String, String> longForms = new HashMap<>();

  /** Concepts that the document gives a name with one meaning. */
  private final Set<LexiconEntry> named = new HashSet<>();

  ShortNames(String text, List<Abbreviation> defined) {
    this.text = text;
    for (Abbreviation abbreviation : defined) {
      longForms.putIfAbsent(abbreviation.shortForm().of(text), abbreviation.longForm().of(text));
    }
  }

  /**
   * Takes note of a name in the document.
   *
   * @param match of the lexicon, or null
   */
  void see(Span span, Match match) {
    if (match != null && !isAmbiguous(span.of(text), match)) {
      named.add(match.entry());
    }
  }

  /**
   * Whether a name means the concept of its match; all names must have been seen before.
   *
   * @param match of the lexicon, or null, which no name means
   */
  boolean mean(Span span, Match match) {
    String name = span.of(text);
    if (match == null || !isAcronym(name)) {
      return match != null;
    }
    String longForm = longForms.get(name);
    if (longForm != null && !match.entry().identifier().isEmpty()) {
      return agrees(longForm, match.entry());
    }
    return !isAmbiguous(name, match) || named.contains(match.entry());
  }

  private static boolean isAmbiguous(String name, Match match) {
    return match.kind() == NameKind.RELATED && isAcronym(name);
  }

  /** A word with two capitals. */
  private static boolean isAcronym(String name) {
    return name.indexOf(' ') < 0 && name.chars().filter(Character::isUpperCase).count() > 1;
  }

  private static boolean agrees(String longForm, LexiconEntry entry) {
    Set<String> words = new HashSet<>();
    words(longForm).forEach(words::add);
    return Stream.concat(Stream.of(entry.name()), entry.searchedNames().stream())
        .flatMap(ShortNames::words)
        .anyMatch(words::contains);
  }

  /** The longer words of a name, in lowercase and the singular. */
  private static Stream<String> words(String name) {
    return Stream.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1))
        .filter(word -> word.length() >= SHORTEST_WORD)
        .map(TherapyGrammar::singular);
  }
}
