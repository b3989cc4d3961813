package org.immunospan.gene.link;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.immunospan.lexicon.Table;

/**
 * Finds words that indicate a species. Compared in lowercase on word borders; at each place the
 * longest of up to three words counts. Immutable; safe to share.
 */
final class SpeciesClues {

  private static final int MOST_WORDS = 3;

  /** Marks at most behind a clue that do not belong to it. */
  private static final int PUNCTUATION = 3;

  /** What a word indicates. */
  record Clue(int taxon, String kind) {}

  /** A clue in a text, at a range of characters. */
  record Found(int begin, int end, Clue clue) {}

  private final Map<String, Clue> clues = new HashMap<>();

  /** The length of the longest clue. */
  private int longest;

  /** The letters and digits that clues begin with: most words of a text begin no clue. */
  private final Set<String> begins = new HashSet<>();

  private SpeciesClues() {}

  /** Reads a table with the columns clue, taxon and kind. */
  static SpeciesClues read(InputStream in, String name) throws IOException {
    SpeciesClues all = new SpeciesClues();
    for (Table.Row row : Table.read(in, name, "clue", "taxon", "kind").rows()) {
      String clue = row.required("clue");
      all.begins.add(clue.substring(0, runEnd(clue, 0)));
      all.longest = Math.max(all.longest, clue.length());
      all.clues.put(
          row.required("clue"), new Clue(Integer.parseInt(row.required("taxon")), row.get("kind")));
    }
    return all;
  }

  /** The clues of a text, in its order. */
  List<Found> find(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length()) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    int at = 0;
    while (at < lower.length()) {
      if (!isWordStart(lower, at)) {
        at++;
        continue;
      }
      int best = -1;
      int end = at;
      int run = runEnd(lower, at);
      if (!begins.contains(lower.substring(at, run))) {
        at = Math.max(run, at + 1);
        continue;
      }
      if (clues.containsKey(lower.substring(at, run))) {
        best = run;
      }
      for (int words = 0;
          words < MOST_WORDS && end < Math.min(lower.length(), at + longest + PUNCTUATION);
          words++) {
        end = wordEnd(lower, end, at + longest + PUNCTUATION);
        int trimmed = trim(lower, at, end);
        if (clues.containsKey(lower.substring(at, trimmed))) {
          best = trimmed;
        }
        end++;
      }
      if (best > at) {
        found.add(new Found(at, best, clues.get(lower.substring(at, best))));
        at = best;
      } else {
        at = Math.max(run, at + 1);
      }
    }
    return found;
  }

  private static boolean isWordStart(String text, int at) {
    char c = text.charAt(at);
    boolean begins = Character.isLetterOrDigit(c) || c == '-' || c == '+';
    return begins && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
  }

  private static int wordEnd(String text, int from, int limit) {
    int end = from;
    while (end < Math.min(limit, text.length()) && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int runEnd(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int trim(String text, int begin, int end) {
    int trimmed = end;
    while (trimmed > begin + 1 && ".,;:()[]".indexOf(text.charAt(trimmed - 1)) >= 0) {
      trimmed--;
    }
    return trimmed;
  }
}
