package org.immunospan.tag;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;

/**
 * Where given names occur in a document: between borders of words, inside one sentence, case as
 * given. Occurrences of different names may overlap. Takes time in proportion to the text, however
 * many names there are. Immutable.
 */
public final class NameOccurrences {

  /** Longer names are not sought. */
  private static final int LONGEST = 80;

  private final Map<String, List<Span>> spans = new HashMap<>();

  private NameOccurrences() {}

  /** Seeks all names at once. */
  public static NameOccurrences of(SegmentedDocument document, Collection<String> names) {
    NameOccurrences found = new NameOccurrences();
    Map<Character, int[]> lengths = lengthsByFirst(names);
    Set<String> wanted = new HashSet<>(names);
    String text = document.text();
    for (Sentence sentence : document.sentences()) {
      Tokens tokens = sentence.tokens();
      for (int i = 0; i < tokens.size() && !lengths.isEmpty(); i++) {
        int begin = tokens.begin(i);
        int[] tried = lengths.get(text.charAt(begin));
        if (tried != null && isBorder(text, begin - 1)) {
          found.seek(text, begin, sentence.span().end(), tried, wanted);
        }
      }
    }
    return found;
  }

  private static Map<Character, int[]> lengthsByFirst(Collection<String> names) {
    Map<Character, Set<Integer>> lengths = new HashMap<>();
    for (String name : names) {
      if (!name.isEmpty() && name.length() <= LONGEST) {
        lengths.computeIfAbsent(name.charAt(0), c -> new HashSet<>()).add(name.length());
      }
    }
    Map<Character, int[]> sorted = new HashMap<>();
    lengths.forEach((c, all) -> sorted.put(c, all.stream().mapToInt(n -> n).sorted().toArray()));
    return sorted;
  }

  private void seek(String text, int begin, int limit, int[] lengths, Set<String> wanted) {
    for (int length : lengths) {
      int end = begin + length;
      if (end <= limit && isBorder(text, end)) {
        String name = text.substring(begin, end);
        if (wanted.contains(name)) {
          spans.computeIfAbsent(name, n -> new ArrayList<>()).add(new Span(begin, end));
        }
      }
    }
  }

  private static boolean isBorder(String text, int at) {
    return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }

  /** Where a name occurs, sorted; nowhere if it was not sought. */
  public List<Span> of(String name) {
    return spans.getOrDefault(name, List.of());
  }
}
