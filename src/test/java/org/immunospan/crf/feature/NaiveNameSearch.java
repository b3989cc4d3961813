package org.immunospan.crf.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.immunospan.text.Tokens;

/** The search of {@link NameSet} as its contract reads, by comparing every name at every place. */
final class NaiveNameSearch {

  private static final Map<String, String> GREEK = Map.of("α", "alpha", "Α", "alpha", "β", "beta");

  /** Names by kind, as keys. */
  private final List<Set<String>> names;

  private final Set<Integer> keepingCase;

  NaiveNameSearch(List<Set<String>> names, Set<Integer> keepingCase) {
    this.names = names;
    this.keepingCase = keepingCase;
  }

  /** What a name is compared by: its tokens but hyphens, together if case counts. */
  static String key(Tokens tokens, int begin, int end, boolean exact) {
    List<String> units = new ArrayList<>();
    for (int i = begin; i < end; i++) {
      String form = tokens.text(i);
      if (!form.equals("-")) {
        units.add(exact ? form : GREEK.getOrDefault(form, form).toLowerCase(Locale.ROOT));
      }
    }
    return String.join(exact ? "" : " ", units);
  }

  String[] places(Tokens tokens) {
    char[][] letters = new char[tokens.size()][names.size()];
    for (int kind = 0; kind < names.size(); kind++) {
      for (int i = 0; i < letters.length; i++) {
        letters[i][kind] = 'O';
      }
      int at = 0;
      while (at < tokens.size()) {
        int end = longest(tokens, at, kind);
        for (int i = at; i < end; i++) {
          letters[i][kind] = end == at + 1 ? 'U' : i == at ? 'B' : i == end - 1 ? 'L' : 'I';
        }
        at = Math.max(end, at + 1);
      }
    }
    String[] places = new String[letters.length];
    for (int i = 0; i < places.length; i++) {
      String all = new String(letters[i]);
      places[i] = all.chars().allMatch(c -> c == 'O') ? null : all;
    }
    return places;
  }

  /** The end of the longest name that begins and ends with a token that is not a hyphen, else 0. */
  private int longest(Tokens tokens, int begin, int kind) {
    boolean exact = keepingCase.contains(kind);
    for (int end = tokens.size(); end > begin; end--) {
      if (!tokens.text(begin).equals("-")
          && !tokens.text(end - 1).equals("-")
          && (!exact || isGlued(tokens, begin, end))
          && names.get(kind).contains(key(tokens, begin, end, exact))) {
        return end;
      }
    }
    return 0;
  }

  private static boolean isGlued(Tokens tokens, int begin, int end) {
    for (int i = begin + 1; i < end; i++) {
      if (tokens.begin(i) != tokens.end(i - 1)) {
        return false;
      }
    }
    return true;
  }
}
