package org.immunospan.format.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.immunospan.text.Markup;
import org.immunospan.text.StyledText;

/**
 * Collects a text and its markup while elements of XML open and close. Runs of white space are one
 * space; there is none at the start or end. Not thread-safe.
 */
public final class StyledTextBuilder {

  /** No mark belongs to the element. */
  private static final int PLAIN = -1;

  private final StringBuilder text = new StringBuilder();
  private final List<Markup.Mark> marks = new ArrayList<>();
  private final Deque<Integer> open = new ArrayDeque<>();

  /** An element begins here. Its style is null if it is not one of {@link Markup.Style}. */
  public void open(Markup.Style style) {
    if (style == null) {
      open.push(PLAIN);
    } else {
      open.push(marks.size());
      marks.add(new Markup.Mark(style, text.length(), text.length()));
    }
  }

  /** The innermost open element ends here. The element around the text itself is ignored. */
  public void close() {
    if (!open.isEmpty()) {
      int index = open.pop();
      if (index != PLAIN) {
        Markup.Mark mark = marks.get(index);
        marks.set(index, new Markup.Mark(mark.style(), mark.begin(), text.length()));
      }
    }
  }

  /** White space as XML has it; a no-break or thin space is text. */
  public void append(char[] chars, int begin, int length) {
    for (int i = begin; i < begin + length; i++) {
      char c = chars[i];
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        text.append(c);
      } else {
        space();
      }
    }
  }

  /** A space, unless there is one, as between two paragraphs. */
  public void space() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
  }

  public int length() {
    return text.length();
  }

  /** The text from an offset on. */
  public String from(int offset) {
    return text.substring(offset);
  }

  /** Forgets the text from an offset on; marks that begin there become empty. */
  public void cut(int offset) {
    text.setLength(offset);
  }

  /** The finished text. */
  public StyledText build() {
    int end = text.length();
    if (end > 0 && text.charAt(end - 1) == ' ') {
      text.setLength(end - 1);
    }
    return new StyledText(text.toString(), markup(text.length()));
  }

  /** All marks, cut to a text of this length. */
  private Markup markup(int length) {
    if (marks.isEmpty()) {
      return Markup.NONE;
    }
    return new Markup(
        marks.stream()
            .map(
                m ->
                    new Markup.Mark(
                        m.style(), Math.min(m.begin(), length), Math.min(m.end(), length)))
            .toList());
  }
}
