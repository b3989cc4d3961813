package org.immunospan.segment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.immunospan.text.Markup;

/** Makes the text of {@link ReadableText}. Used once. */
final class ReadableTextBuilder {

  /** Shortest lowercase word that is taken for a word of its own next to italic text. */
  private static final int SHORTEST_WORD = 2;

  /** Shortest lowercase word that ends a superscript or subscript before it. */
  private static final int SHORTEST_WORD_AFTER_INDEX = 4;

  /** No marker has more characters. */
  private static final int LONGEST_MARKER = 12;

  private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212";

  private final String original;
  private final List<InlineTags.Tag> tags = new ArrayList<>();
  private StringBuilder text = new StringBuilder();
  private int[] begins;
  private int[] ends;

  /** Marks on the readable text: begin and end by turns. */
  private final List<int[]> indices = new ArrayList<>();

  private final List<int[]> italics = new ArrayList<>();

  ReadableTextBuilder(String original, Markup markup) {
    this.original = original;
    this.begins = new int[original.length() + 16];
    this.ends = new int[begins.length];
    readAll();
    addMarkup(markup);
    indices.sort(Comparator.comparingInt(index -> index[0]));
    for (int i = 0; i < indices.size(); i++) {
      int[] index = indices.get(i);
      int next = i + 1 < indices.size() ? indices.get(i + 1)[0] : text.length() + LONGEST_MARKER;
      if (next - index[1] >= LONGEST_MARKER || !isOneWord(index[1], next)) {
        signMinus(index[0], index[1]);
      }
    }
    cutWords();
  }

  String text() {
    return text.toString();
  }

  ReadableText.Offsets offsets() {
    return new ReadableText.Offsets(
        Arrays.copyOf(begins, text.length()), Arrays.copyOf(ends, text.length()));
  }

  List<InlineTags.Tag> tags() {
    return tags;
  }

  private void readAll() {
    Deque<Open> open = new ArrayDeque<>();
    int at = 0;
    while (at < original.length()) {
      char c = original.charAt(at);
      InlineTags.Tag tag = c == '<' ? InlineTags.tagAt(original, at) : null;
      InlineTags.Entity entity = c == '&' ? InlineTags.entityAt(original, at) : null;
      if (tag != null) {
        addTag(tag, open);
        at = tag.end();
      } else if (entity != null) {
        if (!entity.text().isEmpty()) {
          add(entity.text().charAt(0), at, entity.end());
        }
        at = entity.end();
      } else {
        if (!InlineTags.isInvisible(c)) {
          add(InlineTags.lookAlike(c), at, at + 1);
        }
        at++;
      }
    }
  }

  /** A tag that is not closed yet, and where its text begins. */
  private record Open(InlineTags.Kind kind, int begin) {}

  private void addTag(InlineTags.Tag tag, Deque<Open> open) {
    tags.add(tag);
    if (tag.kind() == InlineTags.Kind.BLOCK) {
      if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
        add(' ', tag.begin(), tag.end());
      }
    } else if (!tag.closes()) {
      open.push(new Open(tag.kind(), text.length()));
    } else if (!open.isEmpty() && open.peek().kind() == tag.kind()) {
      addMark(tag.kind() != InlineTags.Kind.PLAIN, open.pop().begin(), text.length());
    }
  }

  private void addMark(boolean index, int begin, int end) {
    if (begin < end) {
      (index ? indices : italics).add(new int[] {begin, end});
    }
  }

  private void addMarkup(Markup markup) {
    int[] all = Arrays.copyOf(begins, text.length());
    for (Markup.Mark mark : markup.marks()) {
      boolean index =
          mark.style() == Markup.Style.SUPERSCRIPT || mark.style() == Markup.Style.SUBSCRIPT;
      addMark(index, firstFrom(all, mark.begin()), firstFrom(all, mark.end()));
    }
  }

  private static int firstFrom(int[] sorted, int offset) {
    int at = Arrays.binarySearch(sorted, offset);
    return at < 0 ? -at - 1 : at;
  }

  private void add(char c, int begin, int end) {
    begins[text.length()] = begin;
    ends[text.length()] = end;
    text.append(c);
  }

  /**
   * Writes a hyphen that is alone in a superscript as a minus, where a letter or digit follows that
   * begins no signed marker. Elsewhere a hyphen is a minus for every reader, and the text stays.
   */
  private void signMinus(int begin, int end) {
    if (end == begin + 1
        && begin > 0
        && end < text.length()
        && Character.isLetterOrDigit(text.charAt(end))
        && DASHES.indexOf(text.charAt(begin)) >= 0) {
      text.setCharAt(begin, '\u207b');
    }
  }

  private boolean isOneWord(int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (!Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != '-') {
        return false;
      }
    }
    return true;
  }

  /** Puts a space of no width in the original where markup ends a word. */
  private void cutWords() {
    boolean[] cuts = new boolean[text.length() + 1];
    int count = 0;
    for (int[] mark : italics) {
      boolean gene = isGeneLike(mark[0], mark[1]);
      if (gene && endsInWord(mark[0]) && !cuts[mark[0]]) {
        cuts[mark[0]] = true;
        count++;
      }
      if (gene && beginsWithWord(mark[1], SHORTEST_WORD) && !cuts[mark[1]]) {
        cuts[mark[1]] = true;
        count++;
      }
    }
    for (int[] mark : indices) {
      boolean word = Character.isLetterOrDigit(text.charAt(mark[1] - 1));
      if (word && beginsWithWord(mark[1], SHORTEST_WORD_AFTER_INDEX) && !cuts[mark[1]]) {
        cuts[mark[1]] = true;
        count++;
      }
    }
    if (count > 0) {
      insertSpaces(cuts, count);
    }
  }

  private void insertSpaces(boolean[] cuts, int count) {
    StringBuilder cut = new StringBuilder(text.length() + count);
    int[] cutBegins = new int[text.length() + count];
    int[] cutEnds = new int[cutBegins.length];
    for (int i = 0; i < text.length(); i++) {
      if (cuts[i]) {
        cutBegins[cut.length()] = begins[i];
        cutEnds[cut.length()] = begins[i];
        cut.append(' ');
      }
      cutBegins[cut.length()] = begins[i];
      cutEnds[cut.length()] = ends[i];
      cut.append(text.charAt(i));
    }
    text = cut;
    begins = cutBegins;
    ends = cutEnds;
  }

  /** Whether italic text is long and holds a capital or a digit, as symbols of genes do. */
  private boolean isGeneLike(int begin, int end) {
    boolean telling = false;
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      telling |= Character.isDigit(c) || Character.isUpperCase(c);
    }
    return telling
        && end - begin > SHORTEST_WORD
        && Character.isLetterOrDigit(text.charAt(begin))
        && Character.isLetterOrDigit(text.charAt(end - 1));
  }

  /** Whether a lowercase word ends here, and is the whole word. */
  private boolean endsInWord(int end) {
    int begin = end;
    while (begin > 0 && end - begin < 40 && Character.isLetterOrDigit(text.charAt(begin - 1))) {
      begin--;
    }
    return isLowerCase(begin, end, SHORTEST_WORD) && (begin == 0 || text.charAt(begin - 1) != '-');
  }

  private boolean beginsWithWord(int begin, int shortest) {
    int end = begin;
    while (end < text.length() && end - begin < 40 && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return isLowerCase(begin, end, shortest);
  }

  private boolean isLowerCase(int begin, int end, int shortest) {
    for (int i = begin; i < end; i++) {
      if (!Character.isLowerCase(text.charAt(i))) {
        return false;
      }
    }
    return end - begin >= shortest;
  }
}
