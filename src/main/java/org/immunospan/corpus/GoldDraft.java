package org.immunospan.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.immunospan.text.CodePoints;
import org.immunospan.text.Document;
import org.immunospan.text.Span;

/**
 * A document whose mentions are still coming in. Turns code points into UTF-16 offsets and leaves
 * out, with a report, every mention whose text is not at its span.
 */
final class GoldDraft {

  /** How many characters to each side a misplaced name is looked for. */
  private static final int FAR = 1000;

  private final Document document;
  private final CodePoints codePoints;
  private final GoldSink sink;
  private final List<GoldMention> mentions = new ArrayList<>();
  private final List<GoldMention> unplaced = new ArrayList<>();

  GoldDraft(Document document, GoldSink sink) {
    this.document = document;
    this.codePoints = CodePoints.of(document.text());
    this.sink = sink;
  }

  String id() {
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
  void add(
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
        addUnplaced(offsets, expected, type, subtype);
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
      addUnplaced(offsets, expected, type, subtype);
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

  /** Notes where a mention may be that is not at its offsets. */
  private void addUnplaced(int[] offsets, String expected, String type, String subtype) {
    int begin = Math.max(0, Math.min(offsets[0], codePoints.length()));
    int end = Math.max(begin, Math.min(offsets[offsets.length - 1], codePoints.length()));
    if (begin < end) {
      unplaced.add(unplaced(codePoints.toUtf16(begin), codePoints.toUtf16(end), type, subtype));
    }
    nearest(expected, codePoints.toUtf16(begin))
        .ifPresent(at -> unplaced.add(unplaced(at, at + expected.length(), type, subtype)));
  }

  /** The nearest place of a name around an offset; not far, so that bad gold costs little time. */
  private OptionalInt nearest(String name, int offset) {
    int from = Math.max(0, offset - FAR);
    String around =
        document.text().substring(from, Math.min(document.text().length(), offset + FAR));
    int after = around.indexOf(name, offset - from);
    int before = around.lastIndexOf(name, offset - from);
    if (name.isEmpty() || (after < 0 && before < 0)) {
      return OptionalInt.empty();
    }
    boolean takesBefore =
        after < 0 || (before >= 0 && offset - from - before < after - offset + from);
    return OptionalInt.of(from + (takesBefore ? before : after));
  }

  private static GoldMention unplaced(int begin, int end, String type, String subtype) {
    return new GoldMention(
        new Span(begin, end), type.intern(), subtype.intern(), List.of(), List.of());
  }

  /** Hands the document over. */
  void finish() {
    sink.accept(new GoldDocument(document, mentions, List.of(), unplaced));
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
