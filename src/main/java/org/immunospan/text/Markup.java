package org.immunospan.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The inline markup that a source puts around parts of a text, such as {@code <sup>}. The text
 * itself holds no tags; this value says where they were. It is empty for sources without markup.
 * Immutable.
 *
 * @param marks sorted by begin, outer marks first; marks may nest
 */
public record Markup(List<Mark> marks) {

  /** No markup. */
  public static final Markup NONE = new Markup(List.of());

  /** What a tag asks for. */
  public enum Style {
    SUPERSCRIPT,
    SUBSCRIPT,
    ITALIC,
    BOLD,
    UNDERLINE
  }

  /**
   * One element of markup: a half-open range of UTF-16 code units of the text. The range is empty
   * where the element holds no text.
   */
  public record Mark(Style style, int begin, int end) {

    public Mark {
      if (begin < 0 || end < begin) {
        throw new IllegalArgumentException(
            "a mark must satisfy 0 <= begin <= end, got [" + begin + ", " + end + ")");
      }
    }
  }

  public Markup {
    marks = List.copyOf(marks);
  }

  public boolean isEmpty() {
    return marks.isEmpty();
  }

  /** Whether the character at this offset lies inside a mark of this style. */
  public boolean isIn(Style style, int offset) {
    for (Mark mark : marks) {
      if (mark.begin > offset) {
        return false;
      }
      if (mark.style == style && offset < mark.end) {
        return true;
      }
    }
    return false;
  }

  /** The same marks on a text that has this many more characters at its begin. */
  Markup shifted(int by) {
    if (by == 0 || isEmpty()) {
      return this;
    }
    return new Markup(
        marks.stream().map(m -> new Mark(m.style, m.begin + by, m.end + by)).toList());
  }

  Markup and(Markup later) {
    if (isEmpty() || later.isEmpty()) {
      return isEmpty() ? later : this;
    }
    List<Mark> both = new ArrayList<>(marks);
    both.addAll(later.marks);
    return new Markup(both);
  }
}
