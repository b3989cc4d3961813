package org.immunospan.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.immunospan.text.FormCache;
import org.immunospan.text.Span;
import org.immunospan.text.Tokenizer;
import org.immunospan.text.Tokens;

/**
 * Finds the names of a list in tokenised text: leftmost-longest matches on token boundaries, sorted
 * by begin, never overlapping. Spellings that {@link TermNormaliser}, {@link TermUnits} and {@link
 * NameVariants} make equal match. Case counts for names of up to three letters and for names of up
 * to six capitals (a plural {@code s} not counted), where it is the only evidence; a name in small
 * letters may begin with a capital. No match begins or ends inside a run of letters and digits
 * ({@code TNF} in {@code TNFα}). Of equal names the one that was added first counts.
 *
 * <p>A name that begins with {@code =} is found only in the form in which it is written, though the
 * first letter may be a capital: {@code =adjuvants} is not in {@code adjuvant therapy}. There it
 * counts before all equal names.
 *
 * <p>Misses discontinuous names ({@code CD4 and CD8 T cells}) and names across sentences. Time is
 * O(tokens × longest name). Immutable; safe to share.
 *
 * <p>Nodes and words are numbers; the edges lie in one table with open addressing, keyed by node
 * and word, so that a walk makes no object. An unknown word ends a walk before it begins, and does
 * so at most positions of a text.
 */
public final class TermTrie {

  /** Begins a name that is found only as it is written. */
  private static final String AS_WRITTEN = "=";

  private static final int ROOT = 0;
  private static final int NONE = -1;
  private static final int MAX_SENSITIVE_LETTERS = 3;
  private static final int MAX_SENSITIVE_CAPITALS = 6;

  /** The number of forms whose words are remembered. */
  private static final int KNOWN = 1 << 15;

  private final Vocabulary vocabulary = new Vocabulary();

  /** The words of forms that were met in texts. */
  private final FormCache<Integer> known = new FormCache<>(KNOWN);

  /** Node << 32 | word of each edge, or -1 for a free slot; the length is a power of two. */
  private long[] edgeKeys = new long[1 << 12];

  private int[] edgeTargets = new int[1 << 12];
  private int edges;

  /** The first name that ends at a node, or NONE. */
  private int[] firstTerm = new int[1 << 11];

  private int nodes = 1;

  /** The next name that ends at the same node, or NONE. */
  private int[] nextTerm = new int[1 << 10];

  private int[] values = new int[1 << 10];

  /**
   * What the text must show besides the words, or null: the name with its case where case counts,
   * or {@link #AS_WRITTEN} and the name.
   */
  private String[] cased = new String[1 << 10];

  private int terms;

  private TermTrie() {
    Arrays.fill(edgeKeys, NONE);
    Arrays.fill(firstTerm, NONE);
  }

  /** A builder; the tokenizer must be the one that cuts the text. */
  public static Builder builder(Tokenizer tokenizer) {
    return new Builder(tokenizer);
  }

  /** The matches in a sentence. */
  public List<TermMatch> match(Tokens tokens) {
    return new Walk(tokens).matches();
  }

  private int child(int node, int word) {
    return edgeTargets[edgeSlot(((long) node << 32) | word)] - 1;
  }

  private int edgeSlot(long key) {
    int mask = edgeKeys.length - 1;
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
    while (edgeKeys[slot] != key && edgeKeys[slot] != NONE) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** One search through one sentence. */
  private final class Walk {
    private final TermUnits units = new TermUnits();
    private final TermNormaliser normaliser = new TermNormaliser();
    private final int[] words;

    Walk(Tokens tokens) {
      units.read(tokens);
      words = new int[units.size()];
      for (int i = 0; i < words.length; i++) {
        words[i] = word(i);
      }
    }

    private int word(int unit) {
      String form = units.form(unit);
      Integer word = known.get(form);
      if (word == null) {
        units.fold(unit, normaliser);
        word = vocabulary.find(normaliser.chars(), normaliser.length());
        known.put(form, word);
      }
      return word;
    }

    List<TermMatch> matches() {
      List<TermMatch> found = new ArrayList<>();
      for (int start = 0; start < words.length; start++) {
        TermMatch longest = longestFrom(start);
        if (longest != null) {
          found.add(longest);
          while (start + 1 < words.length && units.first(start + 1) <= longest.lastToken()) {
            start++;
          }
        }
      }
      return found;
    }

    private TermMatch longestFrom(int start) {
      int node = ROOT;
      int term = NONE;
      int end = start;
      for (int at = start; at < words.length && words[at] != Vocabulary.UNKNOWN; at++) {
        node = child(node, words[at]);
        if (node < 0) {
          break;
        }
        if (firstTerm[node] != NONE && !units.isGluedAfter(units.last(at))) {
          int candidate = firstWithSameCase(firstTerm[node], start, at);
          if (candidate != NONE) {
            term = candidate;
            end = at;
          }
        }
      }
      if (term == NONE || units.isGluedBefore(units.first(start))) {
        return null;
      }
      return new TermMatch(units.first(start), units.last(end), values[term]);
    }

    /** The name of these that counts here: one that is found only as written, else the first. */
    private int firstWithSameCase(int firstCandidate, int start, int end) {
      int first = NONE;
      for (int term = firstCandidate; term != NONE; term = nextTerm[term]) {
        String name = cased[term];
        if (name != null && name.startsWith(AS_WRITTEN)) {
          if (units.isWritten(name, 1, start, end)) {
            return term;
          }
        } else if (first == NONE && (name == null || hasCase(name, start, end))) {
          first = term;
        }
      }
      return first;
    }

    private boolean hasCase(String name, int start, int end) {
      int at = 0;
      boolean capitalAllowed = !hasCapital(name);
      for (int unit = start; unit <= end; unit++) {
        units.foldKeepingCase(unit, normaliser);
        char[] chars = normaliser.chars();
        int length = normaliser.length();
        if (at + length > name.length()) {
          return false;
        }
        for (int i = 0; i < length; i++, at++) {
          char c = chars[i];
          if (c != name.charAt(at)
              && !(at == 0 && capitalAllowed && Character.toLowerCase(c) == name.charAt(0))) {
            return false;
          }
        }
      }
      return at == name.length();
    }
  }

  private static boolean hasCapital(String name) {
    return name.chars().anyMatch(Character::isUpperCase);
  }

  /** Takes names in; of equal names the first counts. One per thread; used once. */
  public static final class Builder {

    private final Tokenizer tokenizer;
    private final TermUnits units = new TermUnits();
    private final TermNormaliser normaliser = new TermNormaliser();
    private TermTrie trie = new TermTrie();

    private Builder(Tokenizer tokenizer) {
      this.tokenizer = tokenizer;
    }

    /** Adds a name in all its spellings. A name without any word is refused. */
    public Builder add(String name, int value) {
      if (name.startsWith(AS_WRITTEN)) {
        addVariant(name.substring(1), value, true);
        return this;
      }
      for (String variant : NameVariants.of(name, tokenizer)) {
        addVariant(variant, value, false);
      }
      return this;
    }

    /** The trie; the builder cannot be used again. */
    public TermTrie build() {
      TermTrie built = trie;
      trie = null;
      return built;
    }

    private void addVariant(String name, int value, boolean asWritten) {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("expected a name, found none");
      }
      units.read(tokenizer.tokenize(name, new Span(0, name.length())));
      if (units.size() == 0) {
        throw new IllegalArgumentException("expected a name, found only white space");
      }
      boolean caseCounts = !asWritten && caseCounts(name);
      StringBuilder withCase = new StringBuilder();
      int node = ROOT;
      for (int unit = 0; unit < units.size(); unit++) {
        if (caseCounts) {
          units.foldKeepingCase(unit, normaliser);
          withCase.append(normaliser.chars(), 0, normaliser.length());
        }
        units.fold(unit, normaliser);
        int word = trie.vocabulary.intern(normaliser.chars(), normaliser.length());
        node = trie.childOrNew(node, word);
      }
      String form = caseCounts ? withCase.toString() : null;
      trie.addTerm(node, value, asWritten ? AS_WRITTEN + units.written() : form);
    }

    private static boolean caseCounts(String name) {
      int letters = 0;
      int capitals = 0;
      for (int i = 0; i < name.length(); i++) {
        char c = name.charAt(i);
        boolean plural = c == 's' && i == name.length() - 1;
        letters += Character.isLetter(c) && !plural ? 1 : 0;
        capitals += Character.isUpperCase(c) ? 1 : 0;
      }
      return letters <= MAX_SENSITIVE_LETTERS
          || (letters == capitals && letters <= MAX_SENSITIVE_CAPITALS);
    }
  }

  private int childOrNew(int node, int word) {
    long key = ((long) node << 32) | word;
    int slot = edgeSlot(key);
    if (edgeKeys[slot] == key) {
      return edgeTargets[slot] - 1;
    }
    if (nodes == firstTerm.length) {
      firstTerm = Arrays.copyOf(firstTerm, 2 * nodes);
      Arrays.fill(firstTerm, nodes, firstTerm.length, NONE);
    }
    int child = nodes++;
    edgeKeys[slot] = key;
    edgeTargets[slot] = child + 1;
    edges++;
    if (2 * edges > edgeKeys.length) {
      growEdges();
    }
    return child;
  }

  private void growEdges() {
    long[] oldKeys = edgeKeys;
    int[] oldTargets = edgeTargets;
    edgeKeys = new long[2 * oldKeys.length];
    edgeTargets = new int[edgeKeys.length];
    Arrays.fill(edgeKeys, NONE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != NONE) {
        int slot = edgeSlot(oldKeys[i]);
        edgeKeys[slot] = oldKeys[i];
        edgeTargets[slot] = oldTargets[i];
      }
    }
  }

  private void addTerm(int node, int value, String nameWithCase) {
    if (terms == values.length) {
      values = Arrays.copyOf(values, 2 * terms);
      nextTerm = Arrays.copyOf(nextTerm, 2 * terms);
      cased = Arrays.copyOf(cased, 2 * terms);
    }
    values[terms] = value;
    cased[terms] = nameWithCase;
    nextTerm[terms] = NONE;
    if (firstTerm[node] == NONE) {
      firstTerm[node] = terms;
    } else {
      int before = firstTerm[node];
      while (nextTerm[before] != NONE) {
        before = nextTerm[before];
      }
      nextTerm[before] = terms;
    }
    terms++;
  }
}
