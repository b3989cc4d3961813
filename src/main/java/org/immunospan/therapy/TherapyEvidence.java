package org.immunospan.therapy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunospan.crf.feature.Adjacency;
import org.immunospan.lexicon.LexiconEntry;
import org.immunospan.lexicon.LexiconMatcher;
import org.immunospan.lexicon.LexiconReader;
import org.immunospan.resource.FileSource;
import org.immunospan.text.Abbreviation;
import org.immunospan.text.Section;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;
import org.immunospan.text.Tokenizer;
import org.immunospan.text.Tokens;
import org.immunospan.therapy.TherapyGrammar.Kind;

/**
 * What lexicon, grammar and document say of each token, for a therapy model ({@link Evidence}).
 * Immutable; safe to share.
 */
public final class TherapyEvidence {

  private static final String LEXICON = "therapies.tsv";
  private static final String GRAMMAR = "therapy-grammar.tsv";

  /** Counts go up to this number. */
  private static final int FEW = 4;

  /** The most tokens after a word that may show how it is used. */
  private static final int NEAR = 5;

  private static final Set<String> OPENING = Set.of("(", "[", ",");
  private static final Set<String> SUBSTANCES = Set.of("drug", "drug class", "biologic");

  private final LexiconMatcher lexicon;
  private final TherapyGrammar grammar;
  private final TargetNames targets;

  /** The tokenizer must be the one that cuts the text. */
  public TherapyEvidence(LexiconMatcher lexicon, TherapyGrammar grammar, Tokenizer tokenizer) {
    this.lexicon = lexicon;
    this.grammar = grammar;
    this.targets = new TargetNames(grammar, tokenizer);
  }

  /**
   * Reads what is known of therapies.
   *
   * @param files with {@code therapies.tsv} and {@code therapy-grammar.tsv}
   * @param tokenizer the one that cuts the text
   */
  public static TherapyEvidence read(FileSource files, Tokenizer tokenizer) throws IOException {
    try (InputStream lexicon = files.open(LEXICON);
        InputStream grammar = files.open(GRAMMAR)) {
      return new TherapyEvidence(
          LexiconMatcher.of(LexiconReader.read(lexicon, LEXICON), tokenizer),
          TherapyGrammar.read(grammar, GRAMMAR),
          tokenizer);
    }
  }

  /** A sentence with what is known of its words so far. */
  public static final class Line {
    final Sentence sentence;
    final Tokens tokens;
    final String[] words;
    final TherapyGrammar.Word[] known;
    final String[][] rows;

    /** By token, the first token of its noun phrase and the first one after it. */
    final int[] first;

    final int[] end;
    List<LexiconMatcher.Match> matches = List.of();

    Line(Sentence sentence, TherapyGrammar grammar) {
      this.sentence = sentence;
      this.tokens = sentence.tokens();
      this.words = new String[tokens.size()];
      this.known = new TherapyGrammar.Word[tokens.size()];
      this.rows = new String[tokens.size()][Evidence.values().length];
      this.first = new int[tokens.size()];
      this.end = new int[tokens.size()];
      for (int t = 0; t < words.length; t++) {
        known[t] = grammar.word(tokens.text(t));
        words[t] = known[t].lower();
      }
    }

    /** The tokens of the sentence. */
    public Tokens tokens() {
      return tokens;
    }

    /** The evidence of each token, as the context of its features. */
    public String[][] rows() {
      return rows;
    }

    /** The names of the lexicon in the sentence, sorted and disjoint. */
    List<LexiconMatcher.Match> matches() {
      return matches;
    }

    /** The name of the lexicon that is exactly these tokens, or null. */
    LexiconMatcher.Match match(int first, int end) {
      LexiconMatcher.Match match = matchAround(first, end);
      return match != null && match.firstToken() == first && match.lastToken() == end - 1
          ? match
          : null;
    }

    /** The name of the lexicon that holds these tokens, or null. */
    LexiconMatcher.Match matchAround(int first, int end) {
      int low = 0;
      int high = matches.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (matches.get(middle).firstToken() <= first) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low > 0 && matches.get(low - 1).lastToken() >= end - 1 ? matches.get(low - 1) : null;
    }

    void set(int token, Evidence evidence, String value) {
      evidence.put(rows[token], value);
    }

    String get(int token, Evidence evidence) {
      return evidence.of(rows[token]);
    }
  }

  TherapyGrammar grammar() {
    return grammar;
  }

  TherapyLinker linker() {
    return new TherapyLinker(lexicon, grammar);
  }

  String lexiconSource() {
    return lexicon.lexicon().source();
  }

  /** The sentences with the evidence of their tokens. */
  public List<Line> read(SegmentedDocument document) {
    List<Line> lines = new ArrayList<>(document.sentences().size());
    for (Sentence sentence : document.sentences()) {
      Line line = new Line(sentence, grammar);
      addGlue(line);
      addNames(line);
      addPhrases(line);
      addCues(line);
      lines.add(line);
    }
    addParts(document, lines);
    addUses(document, lines);
    addStudy(lines);
    addAbbreviations(document, lines);
    return lines;
  }

  /**
   * Counts how a document uses its words, to learn from many documents which words are given or
   * measured.
   *
   * @param counts by word in lowercase; added to
   */
  public void count(SegmentedDocument document, Map<String, WordUse> counts) {
    for (Sentence sentence : document.sentences()) {
      Line line = new Line(sentence, grammar);
      addGlue(line);
      addPhrases(line);
      for (int t = 0; t < line.words.length; t++) {
        if (isName(line.known[t])) {
          WordUse use = counts.computeIfAbsent(line.words[t], word -> new WordUse());
          observe(line, t, use);
        }
      }
    }
  }

  private static void addGlue(Line line) {
    boolean[] glued = Adjacency.glued(line.tokens);
    for (int t = 0; t < glued.length; t++) {
      line.set(t, Evidence.GLUED, glued[t] ? "glued" : null);
    }
  }

  private void addNames(Line line) {
    line.matches = targets.addTo(lexicon.match(line.tokens), line.tokens, line.words);
    for (LexiconMatcher.Match match : line.matches) {
      LexiconEntry entry = match.entry();
      String id = entry.identifier();
      String doubt = match.kind() == LexiconMatcher.NameKind.DOUBTFUL ? "?" : "";
      String origin = id.isEmpty() ? "own" : id.substring(0, id.indexOf(':'));
      for (int t = match.firstToken(); t <= match.lastToken(); t++) {
        char place = place(t, match.firstToken(), match.lastToken());
        line.set(t, Evidence.LEX, place + doubt + entry.subtype());
        line.set(t, Evidence.ORIGIN, place + origin + match.kind().code());
      }
    }
  }

  private static char place(int token, int first, int last) {
    if (first == last) {
      return 'U';
    }
    return token == first ? 'B' : token == last ? 'L' : 'I';
  }

  private void addPhrases(Line line) {
    int n = line.words.length;
    for (int t = 0; t < n; t++) {
      line.set(t, Evidence.WORD, line.known[t].evidence());
    }
    int begin = 0;
    while (begin < n) {
      if (ends(line, begin)) {
        line.first[begin] = begin;
        line.end[begin] = begin;
        begin++;
        continue;
      }
      int end = begin;
      while (end < n && !ends(line, end)) {
        end++;
      }
      addPhrase(line, begin, end);
      begin = end;
    }
  }

  private boolean ends(Line line, int t) {
    String word = line.words[t];
    char c = word.charAt(0);
    if (!Character.isLetterOrDigit(c)) {
      return "-/+'&%\u2010\u2011\u2013".indexOf(c) < 0;
    }
    boolean inWord =
        line.get(t, Evidence.GLUED) != null
            || (t + 1 < line.words.length
                && line.get(t + 1, Evidence.GLUED) != null
                && "-/".indexOf(line.words[t + 1].charAt(0)) >= 0);
    return !inWord && line.known[t].is(Kind.END);
  }

  private void addPhrase(Line line, int begin, int end) {
    int head = end - 1;
    while (head > begin && !Character.isLetter(line.words[head].charAt(0))) {
      head--;
    }
    String headWord = TherapyGrammar.singular(line.words[head]);
    String headKind = line.get(head, Evidence.WORD);
    String left1 = begin > 0 ? line.words[begin - 1] : "^";
    String left2 = (begin > 1 ? line.words[begin - 2] : "^") + " " + left1;
    String right1 = end < line.words.length ? line.words[end] : "$";
    for (int t = begin; t < end; t++) {
      line.first[t] = begin;
      line.end[t] = end;
      line.set(t, Evidence.HEAD, t == head ? "." : headWord);
      line.set(t, Evidence.HEADKIND, t == head ? null : headKind);
      line.set(t, Evidence.LEFT1, left1);
      line.set(t, Evidence.LEFT2, left2);
      line.set(t, Evidence.RIGHT1, right1);
    }
  }

  private void addCues(Line line) {
    int given = count(line, Kind.TRIAL);
    int measured = count(line, Kind.MEASURED);
    setAll(line, Evidence.CUE, Math.min(given, 2) + "" + Math.min(measured, 2));
  }

  private void addStudy(List<Line> lines) {
    int culture = 0;
    int clinic = 0;
    int all = 1;
    for (Line line : lines) {
      int ofCulture = count(line, Kind.CULTURE);
      int ofClinic = count(line, Kind.CLINIC);
      setAll(line, Evidence.SCENE, Math.min(ofCulture, 2) + "" + Math.min(ofClinic, 2));
      culture += ofCulture;
      clinic += ofClinic;
      all += line.words.length;
    }
    String study = level(culture, all) + "" + level(clinic, all);
    lines.forEach(line -> setAll(line, Evidence.STUDY, study));
  }

  /** How many words of a sentence are of a kind. */
  private static int count(Line line, Kind kind) {
    int count = 0;
    for (TherapyGrammar.Word word : line.known) {
      count += word.is(kind) ? 1 : 0;
    }
    return count;
  }

  private static void setAll(Line line, Evidence evidence, String value) {
    for (int t = 0; t < line.words.length; t++) {
      line.set(t, evidence, value);
    }
  }

  /** A share of words in four steps. */
  private static int level(int words, int all) {
    double share = 100.0 * words / all;
    return share < 0.5 ? 0 : share < 1.5 ? 1 : share < 3 ? 2 : 3;
  }

  private static void addParts(SegmentedDocument document, List<Line> lines) {
    for (Line line : lines) {
      String part = isTitle(document, line) ? "title" : null;
      for (int t = 0; t < line.words.length && part != null; t++) {
        line.set(t, Evidence.PART, part);
      }
    }
  }

  private static boolean isTitle(SegmentedDocument document, Line line) {
    List<Section> sections = document.document().sections();
    return !sections.isEmpty()
        && sections.get(0).label().equals(Section.TITLE)
        && sections.get(0).span().contains(line.sentence.span());
  }

  private void addUses(SegmentedDocument document, List<Line> lines) {
    Map<String, WordUse> uses = new HashMap<>();
    for (Line line : lines) {
      boolean title = isTitle(document, line);
      for (int t = 0; t < line.words.length; t++) {
        if (isName(line.known[t])) {
          WordUse use = uses.computeIfAbsent(line.words[t], word -> new WordUse());
          use.inTitle |= title;
          observe(line, t, use);
          observePhrase(line, t, use);
        }
      }
    }
    for (Line line : lines) {
      for (int t = 0; t < line.words.length; t++) {
        WordUse use = uses.get(line.words[t]);
        if (use != null) {
          line.set(t, Evidence.DOC, use.flags());
          line.set(t, Evidence.COUNT, Integer.toString(Math.min(FEW, use.count())));
        }
      }
    }
  }

  private static boolean isName(TherapyGrammar.Word word) {
    String lower = word.lower();
    return lower.length() > 1 && Character.isLetter(lower.charAt(0)) && !word.is(Kind.END);
  }

  private void observe(Line line, int t, WordUse use) {
    int begin = line.first[t];
    int end = line.end[t];
    String left1 = begin > 0 ? line.words[begin - 1] : "";
    boolean preposition = begin > 0 && line.known[begin - 1].is(Kind.PREPOSITION);
    int giving = preposition ? begin - 2 : begin - 1;
    boolean given = giving >= 0 && line.known[giving].is(Kind.GIVEN);
    boolean measured =
        (left1.equals("of") && begin > 1 && line.known[begin - 2].is(Kind.MEASURED))
            || (t > 0 && line.known[t - 1].is(Kind.MEASURED));
    boolean after = false;
    boolean beforeHead = false;
    for (int next = t + 1; next < Math.min(end, t + NEAR); next++) {
      TherapyGrammar.Word word = line.known[next];
      if (word.is(Kind.AFTER)) {
        after = true;
      } else if (word.is(Kind.MEASURED)) {
        measured = true;
      } else if (word.headClass() != null) {
        beforeHead = true;
      }
    }
    use.add(given, after, measured, beforeHead);
  }

  /** Adds what the neighbours of its noun phrase say about a word. */
  private void observePhrase(Line line, int t, WordUse use) {
    int begin = line.first[t];
    int end = line.end[t];
    use.isExplained |=
        (t > begin && names(line, t - 1))
            || (begin > 1 && is(line, begin - 1, OPENING) && names(line, begin - 2))
            || (is(line, end, OPENING)
                && is(line, end + 1, Kind.ARTICLE)
                && end + 2 < line.words.length
                && names(line, lastWord(line, end + 2)));
    use.isListed |=
        (begin > 1 && is(line, begin - 1, Kind.JOIN) && isKnown(line, begin - 2))
            || (is(line, end, Kind.JOIN)
                && (isKnown(line, end + 1)
                    || (is(line, end + 1, Kind.JOIN) && isKnown(line, end + 2))));
    use.isDosed |=
        is(line, end, OPENING)
            && end + 2 < line.words.length
            && Character.isDigit(line.words[end + 1].charAt(0))
            && grammar.is(line.words[end + 2], Kind.AFTER);
  }

  private static boolean is(Line line, int t, Set<String> words) {
    return t < line.words.length && words.contains(line.words[t]);
  }

  private static boolean is(Line line, int t, Kind kind) {
    return t < line.known.length && line.known[t].is(kind);
  }

  /** Whether a word is a noun that names a substance, such as {@code inhibitor}. */
  private boolean names(Line line, int t) {
    String head = grammar.headClass(line.words[t]);
    return head != null && SUBSTANCES.contains(head);
  }

  private static int lastWord(Line line, int t) {
    return Math.max(t, line.end[t] - 1);
  }

  /** Whether the lexicon knows a word for certain, or its ending is that of a drug. */
  private static boolean isKnown(Line line, int t) {
    if (t >= line.words.length) {
      return false;
    }
    String name = line.get(t, Evidence.LEX);
    String kind = line.get(t, Evidence.WORD);
    return (name != null && name.indexOf('?') < 0) || (kind != null && kind.startsWith("S"));
  }

  private void addAbbreviations(SegmentedDocument document, List<Line> lines) {
    String text = document.text();
    // Of several definitions of one short form the last counts.
    Map<String, String[]> kinds = new LinkedHashMap<>();
    for (Abbreviation abbreviation : document.abbreviations()) {
      Line line = lineAt(lines, abbreviation.longForm());
      if (line == null) {
        continue;
      }
      int last = line.tokens.firstFrom(abbreviation.longForm().end()) - 1;
      if (last < 0) {
        continue;
      }
      String known = line.get(last, Evidence.LEX);
      String kind = known != null ? known.substring(1) : line.get(last, Evidence.WORD);
      String shortForm = abbreviation.shortForm().of(text);
      String word = TherapyGrammar.singular(line.words[last]);
      kinds.remove(shortForm);
      kinds.put(shortForm, new String[] {kind == null ? "none" : kind, word});
    }
    kinds.forEach(
        (shortForm, kind) -> {
          for (Line each : lines) {
            markAll(text, shortForm, each, kind[0], kind[1]);
          }
        });
  }

  /** The sentence that holds a span, or null. */
  static Line lineAt(List<Line> lines, Span span) {
    int low = 0;
    int high = lines.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lines.get(middle).sentence.span().end() < span.end()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < lines.size() && lines.get(low).sentence.span().contains(span)
        ? lines.get(low)
        : null;
  }

  private static void markAll(String text, String shortForm, Line line, String kind, String word) {
    Span sentence = line.sentence.span();
    for (int at = text.indexOf(shortForm, sentence.begin());
        at >= 0 && at + shortForm.length() <= sentence.end();
        at = text.indexOf(shortForm, at + 1)) {
      int first = line.tokens.firstFrom(at);
      int end = line.tokens.firstFrom(at + shortForm.length());
      if (first < line.words.length
          && line.tokens.begin(first) == at
          && end > first
          && line.tokens.end(end - 1) == at + shortForm.length()) {
        for (int t = first; t < end; t++) {
          line.set(t, Evidence.ABBR, place(t, first, end - 1) + kind);
          line.set(t, Evidence.LONG, word);
        }
      }
    }
  }
}
