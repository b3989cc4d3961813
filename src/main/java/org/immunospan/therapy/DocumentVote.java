package org.immunospan.therapy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.immunospan.crf.TokenSpan;
import org.immunospan.crf.decode.FastDecoder;
import org.immunospan.lexicon.LexiconMatcher;
import org.immunospan.text.Abbreviation;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;

/**
 * One decision on all places of a document where the same name occurs: a model sees one sentence at
 * a time, and is surer in one than in another. A name that is found in one place is asked about in
 * all others, and the mean probability decides. An abbreviation goes with its long form. For one
 * document and thread.
 */
final class DocumentVote {

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
    List<Place> asked = askElsewhere(found);
    List<List<TokenSpan>> decided = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      decided.add(decide(i, found.get(i), asked));
    }
    return decided;
  }

  private List<TokenSpan> decide(int sentence, List<TokenSpan> found, List<Place> asked) {
    List<TokenSpan> kept = new ArrayList<>();
    for (TokenSpan name : found) {
      String text = text(sentence, name);
      if (tally(text).mean() >= KEEP_MEAN
          && !disproved.contains(key(text))
          && !isMatch(sentence, name, TargetNames::isStaining)) {
        kept.add(name);
      }
    }
    for (Place place : asked) {
      if (place.sentence() == sentence
          && isTaken(sentence, place.span())
          && kept.stream().noneMatch(name -> overlap(name, place.span()))) {
        kept.add(place.span());
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
    return lines.get(sentence).matches().stream()
        .anyMatch(
            match ->
                match.firstToken() == span.begin()
                    && match.lastToken() == span.end() - 1
                    && which.test(match));
  }

  private static boolean isCertain(LexiconMatcher.Match match) {
    return match.entry().isMention() && match.kind() != LexiconMatcher.NameKind.DOUBTFUL;
  }

  /** Lets a long form that was found speak for its short form, and the other way round. */
  private void addLongForms(List<List<TokenSpan>> found) {
    for (Abbreviation abbreviation : document.abbreviations()) {
      String shortForm = key(abbreviation.shortForm().of(document.text()));
      double best = 0;
      for (int i = 0; i < found.size(); i++) {
        Sentence sentence = document.sentences().get(i);
        if (sentence.span().contains(abbreviation.longForm())) {
          for (TokenSpan name : found.get(i)) {
            Span span = sentence.tokens().span(name.begin(), name.end() - 1);
            if (span.end() == abbreviation.longForm().end()) {
              best = Math.max(best, name.probability());
            }
          }
        }
      }
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
    for (TherapyEvidence.Line line : lines) {
      if (line.sentence.span().contains(abbreviation.longForm())) {
        int end = line.tokens.firstFrom(abbreviation.longForm().end());
        for (int t = line.tokens.firstEndingAfter(abbreviation.longForm().begin()); t < end; t++) {
          if (line.get(t, Evidence.LEX) != null || line.get(t, Evidence.WORD) != null) {
            return false;
          }
        }
        return true;
      }
    }
    return false;
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
    for (int i = 0; i < found.size(); i++) {
      List<TokenSpan> open = places(i, keys, found.get(i));
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

  private List<TokenSpan> places(int sentence, List<String> keys, List<TokenSpan> taken) {
    Span range = document.sentences().get(sentence).span();
    Tokens tokens = document.sentences().get(sentence).tokens();
    List<TokenSpan> places = new ArrayList<>();
    Set<Integer> used = new HashSet<>();
    taken.forEach(name -> addAll(used, name));
    for (String key : keys) {
      String text = isExact(key) ? document.text() : lower;
      for (int at = text.indexOf(key, range.begin());
          at >= 0 && at + key.length() <= range.end();
          at = text.indexOf(key, at + 1)) {
        int first = tokens.firstFrom(at);
        int end = tokens.firstFrom(at + key.length());
        if (first < tokens.size()
            && end > first
            && tokens.begin(first) == at
            && tokens.end(end - 1) == at + key.length()) {
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

  private static boolean overlap(TokenSpan a, TokenSpan b) {
    return a.begin() < b.end() && b.begin() < a.end();
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
