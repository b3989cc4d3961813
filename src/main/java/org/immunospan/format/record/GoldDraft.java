package org.immunospan.format.record;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.gold.GoldProblem;
import org.immunospan.format.gold.GoldSink;
import org.immunospan.text.CodePoints;
import org.immunospan.text.Document;
import org.immunospan.text.Span;

/**
 * A document whose mentions are still coming in. Turns code points into UTF-16 offsets and leaves
 * out, with a report, every mention whose text is not at its span.
 */
public final class GoldDraft {

  private final Document document;
  private final CodePoints codePoints;
  private final GoldSink sink;
  private final List<GoldMention> mentions = new ArrayList<>();

  public GoldDraft(Document document, GoldSink sink) {
    this.document = document;
    this.codePoints = CodePoints.of(document.text());
    this.sink = sink;
  }

  public String id() {
    return document.id();
  }

  /**
   * Adds a mention.
   *
   * @param place file and line, for the report
   * @param offsets begin and end of each part, in code points on the text of the document
   * @param expected the text the corpus gives for it; white space counts as equal, since formats
   *     join title and abstract by a blank or a newline
   */
  public void add(
      String place,
      int[] offsets,
      String expected,
      String type,
      String subtype,
      List<String> identifiers) {
    List<Span> parts = new ArrayList<>();
    StringBuilder found = new StringBuilder();
    for (int i = 0; i < offsets.length; i += 2) {
      if (offsets[i] < 0 || offsets[i + 1] <= offsets[i] || offsets[i + 1] > codePoints.length()) {
        problem(
            place,
            "gold text \"%s\" has the span [%s, %s), which is not in the text of %s characters"
                .formatted(expected, offsets[i], offsets[i + 1], codePoints.length()));
        return;
      }
      Span part = new Span(codePoints.toUtf16(offsets[i]), codePoints.toUtf16(offsets[i + 1]));
      parts.add(part);
      found.append(i == 0 ? "" : " ").append(part.of(document.text()));
    }
    if (!sameText(found, expected)) {
      problem(
          place,
          "gold text \"%s\" is not at [%s, %s), which holds \"%s\""
              .formatted(expected, offsets[0], offsets[offsets.length - 1], found));
      return;
    }
    parts.sort(null);
    int end = parts.stream().mapToInt(Span::end).max().orElseThrow();
    mentions.add(
        new GoldMention(
            new Span(parts.get(0).begin(), end),
            // A corpus repeats a few types and identifiers millions of times.
            type.intern(),
            subtype.intern(),
            identifiers.stream().map(String::intern).toList(),
            parts.size() == 1 ? List.of() : parts));
  }

  /** Hands the document over. */
  public void finish() {
    sink.accept(new GoldDocument(document, mentions));
  }

  private void problem(String place, String message) {
    sink.accept(new GoldProblem(place, document.id(), message, true));
  }

  private static boolean sameText(CharSequence found, String expected) {
    if (found.length() != expected.length()) {
      return false;
    }
    for (int i = 0; i < expected.length(); i++) {
      char a = found.charAt(i);
      char b = expected.charAt(i);
      if (a != b && !(Character.isWhitespace(a) && Character.isWhitespace(b))) {
        return false;
      }
    }
    return true;
  }
}
