package org.immunospan.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.immunospan.text.Span;
import org.immunospan.text.Tokenizer;
import org.immunospan.text.Tokens;

/**
 * The plainest search for names, as an oracle for {@link TermTrie}: tries every name at every range
 * of tokens, longest first. Shares with it only what says which words are equal.
 */
final class NaiveTermSearch {

  /** A name in one of its spellings. */
  private record Name(
      List<String> words, String cased, boolean caseCounts, String written, int value) {}

  /** A word of a sentence with the tokens that it covers. */
  private record Unit(String word, String cased, String written, int firstToken, int lastToken) {}

  private final List<Name> names = new ArrayList<>();

  NaiveTermSearch(List<String> list, Tokenizer tokenizer) {
    for (int i = 0; i < list.size(); i++) {
      boolean asWritten = list.get(i).startsWith("=");
      List<String> variants =
          asWritten ? List.of(list.get(i).substring(1)) : NameVariants.of(list.get(i), tokenizer);
      for (String variant : variants) {
        List<Unit> units = units(tokenizer.tokenize(variant, new Span(0, variant.length())));
        String cased = units.stream().map(Unit::cased).collect(Collectors.joining());
        String singular = variant.replaceFirst("s$", "");
        long letters = singular.chars().filter(Character::isLetter).count();
        boolean capitals =
            singular.chars().filter(Character::isLetter).allMatch(Character::isUpperCase);
        names.add(
            new Name(
                units.stream().map(Unit::word).toList(),
                cased,
                letters <= 3 || (capitals && letters <= 6),
                asWritten ? written(units) : "",
                i));
      }
    }
    // What is found only as written counts first.
    names.sort(Comparator.comparing(name -> name.written().isEmpty()));
  }

  List<TermMatch> match(Tokens tokens) {
    List<Unit> units = units(tokens);
    List<TermMatch> found = new ArrayList<>();
    int longest = names.stream().mapToInt(name -> name.words().size()).max().orElse(0);
    int from = 0;
    while (from < units.size()) {
      TermMatch match = null;
      for (int to = Math.min(units.size(), from + longest); to > from && match == null; to--) {
        match = nameAt(units.subList(from, to), tokens);
      }
      if (match == null) {
        from++;
      } else {
        found.add(match);
        while (from < units.size() && units.get(from).firstToken() <= match.lastToken()) {
          from++;
        }
      }
    }
    return found;
  }

  private TermMatch nameAt(List<Unit> units, Tokens tokens) {
    int first = units.get(0).firstToken();
    int last = units.get(units.size() - 1).lastToken();
    if (runsOn(tokens, first - 1) || runsOn(tokens, last)) {
      return null;
    }
    List<String> words = units.stream().map(Unit::word).toList();
    String cased = units.stream().map(Unit::cased).collect(Collectors.joining());
    for (Name name : names) {
      boolean written =
          name.written.isEmpty()
              ? !name.caseCounts || sameCase(name.cased, cased)
              : (written(units).equals(name.written) || lowerFirst(units).equals(name.written));
      if (name.words.equals(words) && written) {
        return new TermMatch(first, last, name.value);
      }
    }
    return null;
  }

  private static String written(List<Unit> units) {
    return units.stream().map(Unit::written).collect(Collectors.joining());
  }

  private static String lowerFirst(List<Unit> units) {
    String written = written(units);
    return Character.toLowerCase(written.charAt(0)) + written.substring(1);
  }

  private static boolean sameCase(String name, String text) {
    boolean small = name.chars().noneMatch(Character::isUpperCase);
    return text.equals(name)
        || (small
            && !text.isEmpty()
            && (Character.toLowerCase(text.charAt(0)) + text.substring(1)).equals(name));
  }

  /** Whether a word runs from this token into the next without anything between. */
  private static boolean runsOn(Tokens tokens, int token) {
    return token >= 0
        && token + 1 < tokens.size()
        && tokens.end(token) == tokens.begin(token + 1)
        && tokens.text(token).codePoints().limit(1).allMatch(Character::isLetterOrDigit)
        && tokens.text(token + 1).codePoints().limit(1).allMatch(Character::isLetterOrDigit);
  }

  private static List<Unit> units(Tokens tokens) {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean touchesBefore = i > 0 && tokens.end(i - 1) == tokens.begin(i);
      boolean touchesNext = i + 1 < tokens.size() && tokens.end(i) == tokens.begin(i + 1);
      String around = tokens.text(i);
      if (touchesBefore && touchesNext && around.matches("[-‐‑‒–−]")) {
        continue;
      }
      if (touchesBefore && around.matches("[®™]")) {
        continue;
      }
      if (touchesBefore && around.matches("['’ʼ]")) {
        boolean genitive = touchesNext && tokens.text(i + 1).equals("s") && !runsOn(tokens, i + 1);
        i += genitive ? 1 : 0;
        continue;
      }
      if (i + 2 < tokens.size() && tokens.span(i, i + 2).of(tokens.documentText()).equals("(+)")) {
        units.add(new Unit("+", "+", "+", i, i + 2));
        i += 2;
        continue;
      }
      units.add(new Unit(folded(around), cased(around), around, i, i));
    }
    return units;
  }

  private static String folded(String word) {
    TermNormaliser normaliser = new TermNormaliser();
    normaliser.fold(word, 0, word.length());
    return normaliser.toString();
  }

  private static String cased(String word) {
    TermNormaliser normaliser = new TermNormaliser();
    normaliser.foldKeepingCase(word, 0, word.length());
    return normaliser.toString();
  }
}
