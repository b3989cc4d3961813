package org.immunospan.therapy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.immunospan.crf.TokenSpan;
import org.immunospan.crf.decode.FastDecoder;
import org.immunospan.lexicon.LexiconMatcher;
import org.immunospan.text.Abbreviation;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;

/**
 * One decision on all places of a document where the same name occurs: a model sees one sentence at
 * a time, and is surer in one than in another. A name that is found in one place is asked about in
 * all others, and the mean probability decides. An abbreviation goes with its long form. For one
 * document and thread.
 */
final class DocumentVote {

  private static final BitSet NONE = new BitSet(0);

  /** The type of all names of a therapy model. */
  static final String THERAPY = "therapy";

  /** From this mean probability on, a name is taken also where the model did not choose it. */
  private static final double ADD_MEAN = 0.22;

  /** But only where it is at least this probable. */
  private static final double ADD_OWN = 0.02;

  /** A name of the lexicon that is not doubtful is taken from this mean probability. */
  private static final double LEXICON_MEAN = 0.03;

  /** Below this mean probability a name is dropped everywhere. */
  private static final double KEEP_MEAN = 0.15;

  /** N: a code such as PLX5622 is taken everywhere if it was found in one of N of its places. */
  private static final int CODE_SHARE = 3;

  /** How many places of an abbreviation its long form counts for. */
  private static final double LONG_WEIGHT = 2;

  /** A span of tokens of a sentence with the probability that it is a name. */
  private record Place(int sentence, TokenSpan span) {}

  private static final class Tally {
    double sum;
    double weight;
    int found;
    int asked;

    void add(double probability, double times) {
      sum += probability * times;
      weight += times;
    }

    double mean() {
      return sum / weight;
    }
  }

  private final SegmentedDocument document;
  private final String lower;
  private final List<TherapyEvidence.Line> lines;
  private final FastDecoder decoder;

  /** By sentence; null where there is no token. */
  private final List<FastDecoder.Kept> scores = new ArrayList<>();

  private final Map<String, Tally> tallies = new HashMap<>();

  /** Short forms whose long forms are not therapies. */
  private final Set<String> disproved = new HashSet<>();

  private final Set<String> proven = new HashSet<>();

  DocumentVote(SegmentedDocument document, List<TherapyEvidence.Line> lines, FastDecoder decoder) {
    this.document = document;
    this.lines = lines;
    this.decoder = decoder;
    this.lower = lower(document.text());
  }

  /** The names of each sentence, in order. */
  List<List<TokenSpan>> names() {
    List<List<TokenSpan>> found = new ArrayList<>();
    for (int i = 0; i < document.sentences().size(); i++) {
      Tokens tokens = document.sentences().get(i).tokens();
      List<TokenSpan> names = decoder.find(tokens, lines.get(i).rows());
      scores.add(tokens.size() == 0 ? null : decoder.keep());
      for (TokenSpan name : names) {
        Tally tally = tally(text(i, name));
        tally.add(name.probability(), 1);
        tally.found++;
      }
      found.add(names);
    }
    addLongForms(found);
    Map<Integer, List<Place>> asked = new HashMap<>();
    for (Place place : askElsewhere(found)) {
      asked.computeIfAbsent(place.sentence(), sentence -> new ArrayList<>()).add(place);
    }
    List<List<TokenSpan>> decided = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      decided.add(decide(i, found.get(i), asked.getOrDefault(i, List.of())));
    }
    return decided;
  }

  private List<TokenSpan> decide(int sentence, List<TokenSpan> found, List<Place> asked) {
    List<TokenSpan> kept = new ArrayList<>();
    BitSet covered = new BitSet();
    for (TokenSpan name : found) {
      String text = text(sentence, name);
      if (tally(text).mean() >= KEEP_MEAN
          && !disproved.contains(key(text))
          && !isMatch(sentence, name, TargetNames::isStaining)) {
        kept.add(name);
        covered.set(name.begin(), name.end());
      }
    }
    for (Place place : asked) {
      TokenSpan span = place.span();
      int next = covered.nextSetBit(span.begin());
      if ((next < 0 || next >= span.end()) && isTaken(sentence, span)) {
        kept.add(span);
        covered.set(span.begin(), span.end());
      }
    }
    kept.sort(Comparator.comparingInt(TokenSpan::begin));
    return kept;
  }

  private boolean isTaken(int sentence, TokenSpan span) {
    String text = text(sentence, span);
    Tally tally = tally(text);
    double mean = tally.mean();
    if (disproved.contains(key(text))) {
      return false;
    }
    boolean isFrequentCode =
        isCode(text) && tally.found * CODE_SHARE >= tally.found + tally.asked && tally.found > 0;
    return (isFrequentCode && mean >= KEEP_MEAN && !isMatch(sentence, span, match -> true))
        || (mean >= ADD_MEAN && span.probability() >= ADD_OWN)
        || (mean >= LEXICON_MEAN && isMatch(sentence, span, DocumentVote::isCertain))
        || (isMatch(sentence, span, TargetNames::isCertain) && !isOfCulture(sentence));
  }

  /**
   * Whether the document speaks more of cell cultures, where antibodies only block, than of
   * patients.
   */
  private boolean isOfCulture(int sentence) {
    String study = lines.get(sentence).get(0, Evidence.STUDY);
    return study.charAt(0) > study.charAt(1);
  }

  private boolean isMatch(int sentence, TokenSpan span, Predicate<LexiconMatcher.Match> which) {
    LexiconMatcher.Match match = lines.get(sentence).match(span.begin(), span.end());
    return match != null && which.test(match);
  }

  private static boolean isCertain(LexiconMatcher.Match match) {
    return match.entry().isMention() && match.kind() != LexiconMatcher.NameKind.DOUBTFUL;
  }

  /** Lets a long form that was found speak for its short form, and the other way round. */
  private void addLongForms(List<List<TokenSpan>> found) {
    Map<Integer, TokenSpan> byEnd = new HashMap<>();
    for (int i = 0; i < found.size(); i++) {
      Tokens tokens = document.sentences().get(i).tokens();
      for (TokenSpan name : found.get(i)) {
        byEnd.put(tokens.span(name.begin(), name.end() - 1).end(), name);
      }
    }
    for (Abbreviation abbreviation : document.abbreviations()) {
      String shortForm = key(abbreviation.shortForm().of(document.text()));
      TokenSpan named =
          TherapyEvidence.lineAt(lines, abbreviation.longForm()) == null
              ? null
              : byEnd.get(abbreviation.longForm().end());
      double best = named == null ? 0 : named.probability();
      if (best == 0 && isOtherwise(abbreviation)) {
        disproved.add(shortForm);
      } else if (best > 0 || tallies.containsKey(shortForm)) {
        proven.add(shortForm);
        tallies.computeIfAbsent(shortForm, key -> new Tally()).add(best, LONG_WEIGHT);
      }
    }
    disproved.removeAll(proven);
  }

  /**
   * Whether the long form of an abbreviation is not a therapy: neither lexicon nor grammar knows a
   * word of it ({@code heart failure (HF)}, {@code intramuscular (IM)}).
   */
  private boolean isOtherwise(Abbreviation abbreviation) {
    if (!isAcronym(abbreviation.shortForm().of(document.text()))) {
      return false;
    }
    TherapyEvidence.Line line = TherapyEvidence.lineAt(lines, abbreviation.longForm());
    if (line == null) {
      return false;
    }
    int end = line.tokens.firstFrom(abbreviation.longForm().end());
    for (int t = line.tokens.firstEndingAfter(abbreviation.longForm().begin()); t < end; t++) {
      if (line.get(t, Evidence.LEX) != null || line.get(t, Evidence.WORD) != null) {
        return false;
      }
    }
    return true;
  }

  /** Other short forms may be names in brackets. */
  private static boolean isAcronym(String text) {
    return text.chars().filter(Character::isUpperCase).count() > 1;
  }

  /** The probabilities of all other places where a name that was found somewhere occurs. */
  private List<Place> askElsewhere(List<List<TokenSpan>> found) {
    List<Place> asked = new ArrayList<>();
    List<String> keys = new ArrayList<>(tallies.keySet());
    keys.sort(Comparator.comparingInt(String::length).reversed().thenComparing(key -> key));
    Map<String, BitSet> byStart = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      byStart.computeIfAbsent(start(keys.get(i), 0), start -> new BitSet()).set(i);
    }
    for (int i = 0; i < found.size(); i++) {
      List<TokenSpan> open = places(i, keys, byStart, found.get(i));
      if (!open.isEmpty()) {
        for (TokenSpan span : decoder.weigh(scores.get(i), open)) {
          Tally tally = tally(text(i, span));
          tally.add(span.probability(), 1);
          tally.asked++;
          asked.add(new Place(i, span));
        }
      }
    }
    return asked;
  }

  /** The first two characters from a place on, in lowercase; one where there are no more. */
  private static String start(String text, int at) {
    return text.substring(at, Math.min(text.length(), at + 2)).toLowerCase(Locale.ROOT);
  }

  private List<TokenSpan> places(
      int sentence, List<String> keys, Map<String, BitSet> byStart, List<TokenSpan> taken) {
    Span range = document.sentences().get(sentence).span();
    Tokens tokens = document.sentences().get(sentence).tokens();
    List<TokenSpan> places = new ArrayList<>();
    Set<Integer> used = new HashSet<>();
    taken.forEach(name -> addAll(used, name));
    Set<String> starts = new HashSet<>();
    for (int t = 0; t < tokens.size(); t++) {
      String start = start(lower, tokens.begin(t));
      starts.add(start);
      starts.add(start.substring(0, 1));
    }
    BitSet near = new BitSet();
    starts.forEach(start -> near.or(byStart.getOrDefault(start, NONE)));
    String exact = range.of(document.text());
    String folded = range.of(lower);
    for (int k = near.nextSetBit(0); k >= 0; k = near.nextSetBit(k + 1)) {
      String key = keys.get(k);
      String text = isExact(key) ? exact : folded;
      for (int at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
        int begin = range.begin() + at;
        int first = tokens.firstFrom(begin);
        int end = tokens.firstFrom(begin + key.length());
        if (first < tokens.size()
            && end > first
            && tokens.begin(first) == begin
            && tokens.end(end - 1) == begin + key.length()) {
          TokenSpan span = new TokenSpan(first, end, THERAPY, Double.NaN);
          if (isFree(used, span)) {
            places.add(span);
            addAll(used, span);
          }
        }
      }
    }
    for (LexiconMatcher.Match match : lines.get(sentence).matches()) {
      TokenSpan span =
          new TokenSpan(match.firstToken(), match.lastToken() + 1, THERAPY, Double.NaN);
      if (isCertain(match) && isFree(used, span)) {
        places.add(span);
        addAll(used, span);
      }
    }
    return places;
  }

  private static void addAll(Set<Integer> used, TokenSpan span) {
    for (int t = span.begin(); t < span.end(); t++) {
      used.add(t);
    }
  }

  private static boolean isFree(Set<Integer> used, TokenSpan span) {
    for (int t = span.begin(); t < span.end(); t++) {
      if (used.contains(t)) {
        return false;
      }
    }
    return true;
  }

  private String text(int sentence, TokenSpan name) {
    Tokens tokens = document.sentences().get(sentence).tokens();
    return tokens.span(name.begin(), name.end() - 1).of(document.text());
  }

  private Tally tally(String text) {
    return tallies.computeIfAbsent(key(text), key -> new Tally());
  }

  /** Names with digits or capitals inside count as they are written, others in lowercase. */
  private static String key(String text) {
    return isExact(text) ? text : lower(text);
  }

  private static boolean isExact(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c) || (i > 0 && Character.isUpperCase(c))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name has letters and digits, but no space. */
  private static boolean isCode(String text) {
    return text.chars().anyMatch(Character::isDigit)
        && text.chars().anyMatch(Character::isUpperCase)
        && text.indexOf(' ') < 0;
  }

  /** Lower case, character by character, so that offsets stay. */
  private static String lower(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = Character.toLowerCase(chars[i]);
    }
    return new String(chars);
  }
}
