package org.immunospan.golden;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.immunospan.text.Span;

/**
 * A text with marks, in the one notation of golden tables: {@code the [CD4+ T cells]{CL:0000624}
 * grew}. A label in braces is optional; marks may be nested; brackets of the text itself have a
 * backslash before them.
 *
 * @param text without the notation
 * @param marks sorted by begin, longest first
 */
public record Marked(String text, List<Mark> marks) {

  /**
   * A marked range.
   *
   * @param label what is in braces after it; "" for none
   */
  public record Mark(Span span, String label) {}

  private static final Comparator<Mark> ORDER =
      Comparator.comparingInt((Mark mark) -> mark.span().begin())
          .thenComparingInt(mark -> -mark.span().end());

  public Marked {
    marks = marks.stream().sorted(ORDER).toList();
  }

  /** A text with unlabelled marks. */
  public static Marked of(String text, List<Span> spans) {
    return new Marked(text, spans.stream().map(span -> new Mark(span, "")).toList());
  }

  /** Reads the notation. */
  public static Marked parse(String notation) {
    StringBuilder text = new StringBuilder();
    List<Integer> open = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < notation.length(); i++) {
      char c = notation.charAt(i);
      if (c == '\\' && i + 1 < notation.length() && "[]".indexOf(notation.charAt(i + 1)) >= 0) {
        text.append(notation.charAt(++i));
      } else if (c == '[') {
        open.add(text.length());
      } else if (c == ']') {
        int close = notation.startsWith("{", i + 1) ? notation.indexOf('}', i) : i;
        String label = close > i ? notation.substring(i + 2, close) : "";
        marks.add(new Mark(new Span(open.remove(open.size() - 1), text.length()), label));
        i = close;
      } else {
        text.append(c);
      }
    }
    if (!open.isEmpty()) {
      throw new IllegalArgumentException("expected a closing bracket: " + notation);
    }
    return new Marked(text.toString(), marks);
  }

  /** The ranges alone. */
  public List<Span> spans() {
    return marks.stream().map(Mark::span).toList();
  }

  /** The notation again: what {@link #parse} reads as this. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      int at = i;
      marks.stream()
          .filter(mark -> mark.span().end() == at)
          .sorted(ORDER.reversed())
          .forEach(mark -> out.append(']').append(braces(mark.label())));
      marks.stream().filter(mark -> mark.span().begin() == at).forEach(mark -> out.append('['));
      if (i < text.length()) {
        char c = text.charAt(i);
        out.append(c == '[' || c == ']' ? "\\" : "").append(c);
      }
    }
    return out.toString();
  }

  private static String braces(String label) {
    return label.isEmpty() ? "" : "{" + label + "}";
  }
}
