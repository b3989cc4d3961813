package org.immunospan.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.sentdetect.SDContextGenerator;

/**
 * What the sentence model sees of a possible sentence end: the word before the stop, the word
 * before that, what sticks to the stop, the word after, and whether a bracket is open. Words are
 * given by shape, by letters, and by membership in a short list of abbreviations, since most
 * abbreviations of a new text were rare or absent in training. Looks at most {@value #REACH} code
 * units back. Without state.
 */
final class BoundaryFeatures implements SDContextGenerator {

  /** How far back an open bracket is searched. */
  private static final int REACH = 300;

  /** Nearly always followed by more of the same sentence. */
  private static final Set<String> INNER =
      Set.of(
          ("e.g i.e vs cf viz fig figs eq eqs ref refs tab no nos vol p pp ed eds dr drs prof mr mrs"
                  + " ms st al approx ca subsp ssp var cv str ser suppl dept univ natl acad proc"
                  + " sci biol chem physiol biochem biophys immunol virol pharmacol clin med surg"
                  + " exp mol nat eur engl res acta int incl excl max min mean resp w.r.t phil"
                  + " ann bull rev lett sect chap chaps art arts aff fa fam gen sp.nov nov"
                  + " comb linn mill hook lam benth mart willd miq maxim roxb thunb")
              .split(" "));

  /** Words that may or may not end a sentence. */
  private static final Set<String> EITHER =
      Set.of(
          ("etc sp spp inc ltd co corp jr sr u.s u.k u.s.a e.u ph.d m.d a.m p.m b.c a.d i.v i.p i.m"
                  + " s.c p.o i.c.v i.t i.n i.d b.i.d t.i.d q.i.d q.d b.d o.d t.d.s s.d s.e s.e.m"
                  + " c.i o.r h.r d.w v.a e.c w.h.o yr yrs mo mos wk wks hr hrs min mins sec secs"
                  + " mg kg ml mm cm h s d wt conc temp diff temp. avg est")
              .split(" "));

  /** Words that begin sentences in abstracts far more often than they begin names. */
  private static final Set<String> STARTERS =
      Set.of(
          ("a abstract additionally adverse after all also although among an analyses analysis and as"
                  + " at background baseline because before both but by cells compared conclusion"
                  + " conclusions consequently data design despite during each eight eighteen eleven"
                  + " evidence efficacy eligible fifteen fifty finally findings five following for"
                  + " forty four fourteen from further furthermore group here hence however if"
                  + " importantly in indeed interestingly interventions introduction it its less"
                  + " limitations main many materials mean median method methods mice moreover most"
                  + " neither nevertheless nine no none objective objectives of on one only other our"
                  + " outcome outcomes overall participants patients primary purpose recent"
                  + " recently results secondary setting seven several significant similar similarly"
                  + " since six sixty some studies study subjects such taken ten that the their then"
                  + " there therefore these they thirty this those though three thus to together"
                  + " treatment twelve twenty two under unlike using various we when whereas while"
                  + " with within")
              .split(" "));

  /**
   * The only feature of the stop in 0.05 or example.org: a sentence only ends before white space.
   */
  private static final String[] INSIDE_WORD = {"inside"};

  @Override
  public String[] getContext(CharSequence text, int stop) {
    if (isInsideWord(text, stop)) {
      return INSIDE_WORD;
    }
    int begin = stop;
    while (begin > 0 && !isSpace(text.charAt(begin - 1))) {
      begin--;
    }
    int end = stop + 1;
    while (end < text.length() && !isSpace(text.charAt(end))) {
      end++;
    }
    String word = withoutOpeners(text, begin, stop);
    String lastPiece = lastPiece(word);
    String previous = tokenBefore(text, begin);
    String next = tokenAfter(text, end);

    String suffix = suffixClass(text, stop + 1, end);
    String wordShape = shape(word, lastPiece);
    String wordLetters = lastPiece.length() <= 8 ? lastPiece.toLowerCase(Locale.ROOT) : "*";
    String abbreviation = abbreviationClass(word.toLowerCase(Locale.ROOT), lastPiece);
    String nextShape = nextShape(next);
    String nextLetters = letters(next);
    String previousShape = previousShape(previous);
    String previousLetters = letters(previous);
    boolean opens = begin < stop && isOpener(text.charAt(begin));
    boolean inBracket = isInBracket(text, stop);
    boolean startsSentence =
        previous.isEmpty() || (previous.length() > 3 && endsLikeSentence(previous));

    String nextClass = STARTERS.contains(nextLetters) ? nextShape + "+" : nextShape;

    List<String> features = new ArrayList<>(24);
    features.add("e=" + text.charAt(stop));
    features.add("w=" + wordLetters);
    features.add("ws=" + wordShape);
    features.add("a=" + abbreviation);
    features.add("x=" + suffix);
    features.add("ns=" + nextShape);
    features.add("n=" + nextLetters);
    features.add("v=" + previousLetters);
    features.add("ws,ns=" + wordShape + ',' + nextShape);
    features.add("ws,nc=" + wordShape + ',' + nextClass);
    features.add("a,nc=" + abbreviation + ',' + nextClass);
    features.add("w,ns=" + wordLetters + ',' + nextShape);
    features.add("a,ns=" + abbreviation + ',' + nextShape);
    features.add("a,n=" + abbreviation + ',' + nextLetters);
    features.add("x,ns=" + suffix + ',' + nextShape);
    features.add("x,a=" + suffix + ',' + abbreviation);
    features.add("ws,n=" + wordShape + ',' + nextLetters);
    features.add("vs,ws,ns=" + previousShape + ',' + wordShape + ',' + nextShape);
    features.add("v,ws=" + previousLetters + ',' + wordShape);
    features.add("vs,a,nc=" + previousShape + ',' + abbreviation + ',' + nextClass);
    features.add("in,ns=" + inBracket + ',' + nextShape);
    features.add("in,ws,ns=" + inBracket + ',' + wordShape + ',' + nextShape);
    features.add("o,ws=" + opens + ',' + wordShape);
    features.add("st,ws=" + startsSentence + ',' + wordShape);
    return features.toArray(String[]::new);
  }

  private static boolean isInsideWord(CharSequence text, int stop) {
    if (stop + 1 == text.length()) {
      return false;
    }
    char next = text.charAt(stop + 1);
    // A digit after a word may be a citation: "in mice.12 The".
    return Character.isLetter(next)
        || "([{<".indexOf(next) >= 0
        || (Character.isDigit(next) && (stop == 0 || !Character.isLetter(text.charAt(stop - 1))));
  }

  private static String abbreviationClass(String word, String lastPiece) {
    if (word.endsWith(".")) {
      return "inner"; // An ellipsis; there are too few in abstracts to learn from.
    }
    // NO. or MED. in capitals is a name more often than an abbreviation.
    boolean capitals = lastPiece.length() > 1 && isAll(lastPiece, Character::isUpperCase);
    if (!capitals) {
      String piece = lastPiece.toLowerCase(Locale.ROOT);
      if (INNER.contains(word) || INNER.contains(piece)) {
        return "inner";
      }
      if (EITHER.contains(word) || EITHER.contains(piece)) {
        return "either";
      }
    }
    return "no";
  }

  private static String shape(String word, String lastPiece) {
    if (word.isEmpty()) {
      return "none";
    }
    char last = word.charAt(word.length() - 1);
    if (!Character.isLetterOrDigit(last)) {
      return isCloser(last) ? "closed" : String.valueOf(last);
    }
    if (word.indexOf('.') > 0 && Character.isLetter(last)) {
      return isDottedLetters(word) ? "dotted" : "inner-dot";
    }
    return pieceShape(lastPiece) + (lastPiece.length() < word.length() ? "-" : "");
  }

  private static String pieceShape(String piece) {
    int length = piece.length();
    if (length == 0) {
      return "none";
    }
    if (isAll(piece, Character::isDigit)) {
      return length > 2 ? "digits" : "digit";
    }
    if (isAll(piece, c -> Character.isDigit(c) || c == '.' || c == ',' || c == ':')) {
      return "number";
    }
    if (isAll(piece, Character::isLowerCase)) {
      return length > 4 ? "lower" : "lower" + length;
    }
    if (isAll(piece, Character::isUpperCase)) {
      return length > 1 ? "UPPER" : "U";
    }
    if (Character.isUpperCase(piece.charAt(0))
        && isAll(piece.substring(1), Character::isLowerCase)) {
      return length > 4 ? "Capital" : "Cap";
    }
    return "mixed";
  }

  private static String nextShape(String next) {
    if (next.isEmpty()) {
      return "end";
    }
    char first = next.charAt(0);
    if (Character.isLetter(first)) {
      String core = withoutPunctuation(next);
      if (Character.isUpperCase(first)) {
        if (core.length() == 1) {
          return next.length() > 1 && next.charAt(1) == '.' ? "Initial" : "U";
        }
        return Character.isLowerCase(core.charAt(1)) ? "Capital" : "UPPER";
      }
      return isAll(core, c -> Character.isLowerCase(c) && c < 128) ? "lower" : "name";
    }
    if (Character.isDigit(first)) {
      if (isVolume(next)) {
        return "volume";
      }
      return next.length() > 1 && isAll(next, c -> Character.isDigit(c) || c == '.' || c == ')')
          ? "item"
          : "number";
    }
    if (isOpener(first) && next.length() > 1) {
      char second = next.charAt(1);
      return Character.isUpperCase(second)
          ? first + "Capital"
          : Character.isLowerCase(second) ? first + "lower" : first + "other";
    }
    return String.valueOf(first);
  }

  private static String previousShape(String previous) {
    if (previous.isEmpty()) {
      return "start";
    }
    char last = previous.charAt(previous.length() - 1);
    if (Character.isDigit(last)) {
      return "number";
    }
    if (last == '.' && previous.length() <= 3) {
      return "initial";
    }
    if (Character.isLetter(last)) {
      return pieceShape(lastPiece(previous));
    }
    return String.valueOf(last);
  }

  private static String suffixClass(CharSequence text, int begin, int end) {
    if (begin == end) {
      return "none";
    }
    boolean digits = false;
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        digits = true;
      } else if (!isCloser(c)) {
        return digits ? "digits," : String.valueOf(c);
      }
    }
    return digits ? "digits" : "closer";
  }

  /** Whether a round or square bracket opened within reach is still open at the stop. */
  private static boolean isInBracket(CharSequence text, int stop) {
    int closed = 0;
    for (int i = stop - 1; i >= Math.max(0, stop - REACH); i--) {
      char c = text.charAt(i);
      if (c == ')' || c == ']') {
        closed++;
      } else if (c == '(' || c == '[') {
        if (closed == 0) {
          return true;
        }
        closed--;
      }
    }
    return false;
  }

  private static boolean endsLikeSentence(String token) {
    char last = token.charAt(token.length() - 1);
    return last == '.' || last == '?' || last == '!' || last == ':';
  }

  private static String withoutOpeners(CharSequence text, int begin, int end) {
    int from = begin;
    while (from < end && isOpener(text.charAt(from))) {
      from++;
    }
    return text.subSequence(from, end).toString();
  }

  private static String lastPiece(String word) {
    for (int i = word.length() - 1; i >= 0; i--) {
      if ("-/([,=<>~+–".indexOf(word.charAt(i)) >= 0) {
        return word.substring(i + 1);
      }
    }
    return word;
  }

  private static String tokenBefore(CharSequence text, int begin) {
    int end = begin;
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    int from = end;
    while (from > 0 && !isSpace(text.charAt(from - 1))) {
      from--;
    }
    return text.subSequence(from, end).toString();
  }

  private static String tokenAfter(CharSequence text, int end) {
    int from = end;
    while (from < text.length() && isSpace(text.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < text.length() && !isSpace(text.charAt(to))) {
      to++;
    }
    return text.subSequence(from, to).toString();
  }

  private static String letters(String token) {
    String core = withoutPunctuation(token);
    return core.length() <= 12 && isAll(core, Character::isLetter)
        ? core.toLowerCase(Locale.ROOT)
        : "*";
  }

  private static String withoutPunctuation(String token) {
    int end = token.length();
    while (end > 1 && ",:;.)]".indexOf(token.charAt(end - 1)) >= 0) {
      end--;
    }
    return token.substring(0, end);
  }

  /** The number of a citation: {@code 98:823-829}, {@code 2001;98:823}. */
  private static boolean isVolume(String token) {
    for (int i = 1; i + 1 < token.length(); i++) {
      char c = token.charAt(i);
      if ((c == ':' || c == ';') && Character.isDigit(token.charAt(i + 1))) {
        return true;
      }
      if (!Character.isDigit(c)) {
        return false;
      }
    }
    return false;
  }

  /** Letters with a stop between any two: {@code e.g}, {@code U.S.A}. */
  private static boolean isDottedLetters(String word) {
    for (int i = 0; i < word.length(); i++) {
      boolean right = i % 2 == 0 ? Character.isLetter(word.charAt(i)) : word.charAt(i) == '.';
      if (!right) {
        return false;
      }
    }
    return true;
  }

  private static boolean isOpener(char c) {
    return "([{\"'“‘".indexOf(c) >= 0;
  }

  private static boolean isCloser(char c) {
    return ")]}\"'”’".indexOf(c) >= 0;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isAll(String word, CharTest test) {
    for (int i = 0; i < word.length(); i++) {
      if (!test.accepts(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private interface CharTest {
    boolean accepts(char c);
  }
}
