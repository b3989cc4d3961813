package org.immunospan.evaluate;

import java.io.IOException;
import java.io.Writer;
import org.immunospan.format.csv.CsvDialect;
import org.immunospan.text.CodePoints;

/**
 * Writes every error as a row of CSV in the dialect of spans.csv: {@code doc_id, kind} ({@code
 * missed} or {@code spurious}){@code , class, type, begin, end, text, other_type, other_begin,
 * other_end, other_text, before, after}. Offsets count code points. The other mention is the one it
 * is confused with; {@code before} and {@code after} are the text around.
 */
public final class ErrorCsv {

  private static final int CONTEXT = 40;

  private ErrorCsv() {}

  public static void write(Evaluation evaluation, Writer out) throws IOException {
    StringBuilder rows = new StringBuilder();
    CsvDialect.append(
        rows,
        "doc_id",
        "kind",
        "class",
        "type",
        "begin",
        "end",
        "text",
        "other_type",
        "other_begin",
        "other_end",
        "other_text",
        "before",
        "after");
    for (MentionError error : evaluation.errors()) {
      String text = error.document().text();
      CodePoints points = CodePoints.of(text);
      boolean other = error.otherTypeIndex() >= 0;
      CsvDialect.append(
          rows,
          error.document().id(),
          error.missed() ? "missed" : "spurious",
          error.errorClass().label(),
          evaluation.label(error.typeIndex()),
          points.fromUtf16(error.begin()),
          points.fromUtf16(error.end()),
          error.text(),
          other ? evaluation.label(error.otherTypeIndex()) : "",
          other ? points.fromUtf16(error.otherBegin()) : "",
          other ? points.fromUtf16(error.otherEnd()) : "",
          error.otherText(),
          before(text, error.begin()).replace('\n', ' '),
          after(text, error.end()).replace('\n', ' '));
    }
    out.append(rows);
  }

  /** Up to 40 characters, not beginning inside a surrogate pair. */
  static String before(String text, int begin) {
    int from = Math.max(0, begin - CONTEXT);
    boolean split = from > 0 && Character.isLowSurrogate(text.charAt(from));
    return text.substring(split ? from - 1 : from, begin);
  }

  static String after(String text, int end) {
    int to = Math.min(text.length(), end + CONTEXT);
    boolean split = to < text.length() && Character.isLowSurrogate(text.charAt(to));
    return text.substring(end, split ? to + 1 : to);
  }
}
