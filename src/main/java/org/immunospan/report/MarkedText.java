package org.immunospan.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.immunospan.format.gold.GoldDocument;

/**
 * A text with marks as a tree of pieces, as the elements of a page are. A mark that crosses the end
 * of another one is cut in two. A page shows at most {@value #DEEPEST} marks inside each other;
 * marks that lie deeper are left out.
 */
public final class MarkedText {

  private static final int DEEPEST = 20;

  /**
   * A range to mark.
   *
   * @param begin in UTF-16 code units of the text, as is end
   * @param style how it looks: a class of the style sheet, or an escape sequence of the terminal
   * @param title the tooltip
   */
  public record Mark(int begin, int end, String style, String title) {}

  /**
   * Plain text, or a marked part of the text.
   *
   * @param text the text, if the piece is not marked
   * @param mark the mark, or null
   * @param inside the pieces of a marked part
   */
  public record Piece(String text, Mark mark, List<Piece> inside) {

    public boolean isMarked() {
      return mark != null;
    }
  }

  private static final Comparator<Mark> ORDER =
      Comparator.comparingInt(Mark::begin)
          .thenComparing(Mark::end, Comparator.reverseOrder())
          .thenComparing(Mark::style)
          .thenComparing(Mark::title);

  private final String text;
  private final PriorityQueue<Mark> waiting = new PriorityQueue<>(ORDER);
  private final Deque<Piece> open = new ArrayDeque<>();
  private final List<Piece> top = new ArrayList<>();
  private int at;

  private MarkedText(String text, List<Mark> marks) {
    this.text = text;
    waiting.addAll(marks);
  }

  /** The pieces of a text in order. */
  public static List<Piece> of(String text, List<Mark> marks) {
    return new MarkedText(text, marks).pieces();
  }

  private List<Piece> pieces() {
    while (!waiting.isEmpty()) {
      Mark next = waiting.remove();
      closeUpTo(next.begin());
      Mark innermost = open.isEmpty() ? null : open.peek().mark();
      if (innermost != null && next.end() > innermost.end()) {
        waiting.add(new Mark(innermost.end(), next.end(), next.style(), next.title()));
        next = new Mark(next.begin(), innermost.end(), next.style(), next.title());
      }
      if (open.size() < DEEPEST) {
        copy(next.begin());
        Piece piece = new Piece("", next, new ArrayList<>());
        current().add(piece);
        open.push(piece);
      }
    }
    closeUpTo(text.length());
    copy(text.length());
    return top;
  }

  private void closeUpTo(int offset) {
    while (!open.isEmpty() && open.peek().mark().end() <= offset) {
      copy(open.peek().mark().end());
      open.pop();
    }
  }

  private List<Piece> current() {
    return open.isEmpty() ? top : open.peek().inside();
  }

  private void copy(int to) {
    if (to > at) {
      current().add(new Piece(readable(text.substring(at, to)), null, List.of()));
      at = to;
    }
  }

  /** Characters that are not known become one ellipsis. */
  private static String readable(String part) {
    return part.indexOf(GoldDocument.UNKNOWN_CHARACTER) < 0
        ? part
        : part.replaceAll(GoldDocument.UNKNOWN_CHARACTER + "+", " … ");
  }
}
