package org.immunospan.format.pubmed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.immunospan.text.Markup;

/** Collects the markup of one text while its elements open and close. Not thread-safe. */
public final class StyleStack {

  /** No mark belongs to the element. */
  private static final int PLAIN = -1;

  private final List<Markup.Mark> marks = new ArrayList<>();
  private final Deque<Integer> open = new ArrayDeque<>();

  /** An element begins at an offset. Its style is null if it is not one of {@link Markup.Style}. */
  void open(Markup.Style style, int offset) {
    if (style == null) {
      open.push(PLAIN);
    } else {
      open.push(marks.size());
      marks.add(new Markup.Mark(style, offset, offset));
    }
  }

  /**
   * The innermost open element ends at an offset. The element around the text itself is ignored.
   */
  void close(int offset) {
    if (!open.isEmpty()) {
      int index = open.pop();
      if (index != PLAIN) {
        Markup.Mark mark = marks.get(index);
        marks.set(index, new Markup.Mark(mark.style(), mark.begin(), offset));
      }
    }
  }

  /** All marks, cut to a text of this length. */
  Markup markup(int length) {
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
