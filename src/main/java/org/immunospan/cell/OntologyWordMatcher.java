package org.immunospan.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.immunospan.lexicon.Lexicon;
import org.immunospan.lexicon.LexiconEntry;
import org.immunospan.text.Marker;
import org.immunospan.text.Span;

/**
 * Finds the class of a cell by the words of its name alone, in any order and form: {@code
 * esophageal epithelial cells} are the {@code epithelial cell of esophagus}. All words of a name
 * must be in the text, so that the class is not more specific than it. Immutable.
 */
final class OntologyWordMatcher {

  private static final Pattern WORD =
      Pattern.compile("(?:non|anti)[- ]?\\p{L}+|\\p{L}+[0-9]*|[0-9]+");

  /** What was done to a cell says nothing of its type: {@code heart-infiltrating}. */
  private static final Pattern DONE =
      Pattern.compile("[\\p{L}0-9/-]+-(?!derived\\b|expressing\\b)\\p{L}+(?:ed|ing|like)\\b");

  /** A longer name is not looked up. */
  private static final int MAX_NAME = 300;

  private static final int MAX_BEFORE = 40;

  /** A class of one species: {@code (Mmus)}. */
  private static final Pattern OF_SPECIES = Pattern.compile(".*\\((?:Mmus|Homo |sensu ).*");

  /** The words of one name of a class. */
  private record Name(LexiconEntry entry, Set<String> words, boolean label, int depth) {}

  /** More words first, then what ends as the text does, labels, and the less specific. */
  private static Comparator<Name> bestFirst(String lastWord) {
    return Comparator.<Name>comparingInt(name -> -name.words().size())
        .thenComparing(name -> !name.words().contains(lastWord))
        .thenComparing(name -> !name.label())
        .thenComparingInt(Name::depth)
        .thenComparing(name -> name.entry().identifier());
  }

  private final Lexicon lexicon;
  private final Map<String, List<String>> sameWords;

  /** Two words at most right before a name, but for words that join it to something else. */
  private final Pattern wordsBefore;

  /** Words that do not distinguish classes. */
  private final Set<String> emptyWords;

  /** Each name by one of its words, the one that is in the fewest names. */
  private final Map<String, List<Name>> nameOfWord = new HashMap<>();

  /**
   * @param sameWords other forms of words, in lowercase: {@code esophageal}, {@code esophagus}
   */
  OntologyWordMatcher(Lexicon lexicon, Map<String, List<String>> sameWords, CellRules rules) {
    this.lexicon = lexicon;
    this.emptyWords = rules.forms("empty-word");
    this.wordsBefore =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}-])(?:(?!(?:"
                + rules.anyOf("joining-word")
                + ")\\b)[\\p{L}\\p{N}-]+ ){1,2}$");
    this.sameWords = new HashMap<>();
    sameWords.forEach(
        (word, same) ->
            this.sameWords.put(
                singular(word), same.stream().map(OntologyWordMatcher::singular).toList()));
    List<Name> names = new ArrayList<>();
    Map<String, Integer> frequencies = new HashMap<>();
    for (LexiconEntry entry : lexicon.entries()) {
      if (entry.isMention()
          && !entry.identifier().isEmpty()
          && !OF_SPECIES.matcher(entry.name()).matches()) {
        int depth = lexicon.ancestors(entry.identifier()).size();
        Stream.concat(Stream.of(entry.name()), entry.synonyms().stream())
            .map(name -> new Name(entry, Set.copyOf(words(name)), name.equals(entry.name()), depth))
            .filter(name -> !name.words().isEmpty())
            .forEach(names::add);
      }
    }
    names.forEach(name -> name.words().forEach(word -> frequencies.merge(word, 1, Integer::sum)));
    for (Name name : names) {
      name.words().stream()
          .min(Comparator.<String>comparingInt(frequencies::get).thenComparing(word -> word))
          .ifPresent(word -> nameOfWord.computeIfAbsent(word, w -> new ArrayList<>()).add(name));
    }
  }

  /**
   * The class most of whose words are in a name or right before it, as {@code esophageal} is before
   * {@code epithelial cells}.
   *
   * @param text of the document
   * @param markers in the name, whose letters are not words: the {@code b} of {@code CD11b}
   */
  Optional<LexiconEntry> find(String text, Span name, List<Marker> markers, String known) {
    if (name.length() > MAX_NAME) {
      return Optional.empty();
    }
    int begin = name.begin();
    Matcher before =
        wordsBefore
            .matcher(text)
            .region(Math.max(0, begin - MAX_BEFORE), begin)
            .useTransparentBounds(true);
    int first = before.find() ? before.start() : begin;
    StringBuilder words = new StringBuilder(text.substring(first, name.end()));
    for (Marker marker : markers) {
      for (int i = marker.span().begin(); i < marker.span().end(); i++) {
        if (i >= first && i < name.end()) {
          words.setCharAt(i - first, ' ');
        }
      }
    }
    return find(words.toString(), known);
  }

  /**
   * The class most of whose words are in a text.
   *
   * @param known a class that the cell is known to have, of which the class sought is a kind, or
   *     ""; then the last word of the text must be in the name
   */
  Optional<LexiconEntry> find(String text, String known) {
    Set<String> inText = words(DONE.matcher(text).replaceAll(" "));
    String lastWord = inText.stream().reduce("", (before, word) -> word);
    Set<String> given = new HashSet<>(inText);
    lexicon.findEntry(known).ifPresent(entry -> given.addAll(words(entry.name())));
    return given.stream()
        .flatMap(word -> nameOfWord.getOrDefault(word, List.of()).stream())
        .filter(name -> given.containsAll(name.words()))
        .filter(
            name ->
                known.isEmpty()
                    ? name.words().contains(lastWord)
                    : isKindOf(name.entry().identifier(), known))
        .min(bestFirst(lastWord))
        .map(Name::entry);
  }

  private boolean isKindOf(String identifier, String known) {
    return identifier.equals(known) || lexicon.ancestors(identifier).contains(known);
  }

  /** The words that distinguish classes, in the order of the text, in one form each. */
  private Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      String word = singular(matcher.group().toLowerCase(Locale.ROOT));
      words.addAll(sameWords.getOrDefault(word, List.of(word)));
    }
    words.removeAll(emptyWords);
    return words;
  }

  private static String singular(String word) {
    if (word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    boolean plural =
        word.length() > 2
            && word.endsWith("s")
            && !word.endsWith("ss")
            && !word.endsWith("us")
            && !word.endsWith("is");
    return plural ? word.substring(0, word.length() - 1) : word;
  }
}
