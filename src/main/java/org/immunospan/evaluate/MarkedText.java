package org.immunospan.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.immunospan.format.gold.GoldDocument;

/** A text with its mentions as nested {@code mark} elements; marks that cross are cut in two. */
final class MarkedText {

  /** A range of UTF-16 code units with the class attribute and tooltip of its element. */
  record Mark(int begin, int end, String cssClass, String title) {}

  private static final Comparator<Mark> ORDER =
      Comparator.comparingInt(Mark::begin)
          .thenComparing(Mark::end, Comparator.reverseOrder())
          .thenComparing(Mark::cssClass)
          .thenComparing(Mark::title);

  private MarkedText() {}

  static String of(String text, List<Mark> marks) {
    List<Mark> waiting = new ArrayList<>(marks);
    waiting.sort(ORDER);
    List<Mark> open = new ArrayList<>();
    StringBuilder html = new StringBuilder();
    int at = 0;
    while (!waiting.isEmpty() || !open.isEmpty()) {
      Mark innermost = open.isEmpty() ? null : open.get(open.size() - 1);
      if (innermost != null && (waiting.isEmpty() || innermost.end() <= waiting.get(0).begin())) {
        at = copy(html, text, at, innermost.end());
        html.append("</mark>");
        open.remove(open.size() - 1);
        continue;
      }
      Mark next = waiting.remove(0);
      if (innermost != null && next.end() > innermost.end()) {
        insert(waiting, new Mark(innermost.end(), next.end(), next.cssClass(), next.title()));
        next = new Mark(next.begin(), innermost.end(), next.cssClass(), next.title());
      }
      at = copy(html, text, at, next.begin());
      html.append("<mark class=\"").append(next.cssClass()).append("\" title=\"");
      html.append(Html.escape(next.title())).append("\">");
      open.add(next);
    }
    copy(html, text, at, text.length());
    return html.toString();
  }

  private static void insert(List<Mark> waiting, Mark mark) {
    int at = 0;
    while (at < waiting.size() && ORDER.compare(waiting.get(at), mark) < 0) {
      at++;
    }
    waiting.add(at, mark);
  }

  private static int copy(StringBuilder html, String text, int from, int to) {
    String part = text.substring(from, to);
    html.append(Html.escape(part).replaceAll(GoldDocument.UNKNOWN_CHARACTER + "+", " … "));
    return to;
  }
}
