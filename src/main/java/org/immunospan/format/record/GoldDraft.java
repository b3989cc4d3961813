package org.immunospan.format.record;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.gold.GoldProblem;
import org.immunospan.text.Document;
import org.immunospan.text.Span;

/**
 * A document whose gold mentions are still coming in. Its offsets may count code points, UTF-16
 * code units, bytes or brat's characters: the unit is taken by which most mentions stand where
 * their text is. A mention that is nowhere is left out, with a report and a note of where it may
 * be.
 */
public final class GoldDraft {

  /** How many characters to each side a misplaced name is looked for. */
  private static final int FAR = 1000;

  private final Document document;
  private final List<WrittenMention> written = new ArrayList<>();
  private final List<GoldMention> mentions = new ArrayList<>();
  private final List<GoldMention> unplaced = new ArrayList<>();
  private final List<GoldProblem> problems = new ArrayList<>();

  public GoldDraft(Document document) {
    this.document = document;
  }

  public String id() {
    return document.id();
  }

  public void add(WrittenMention mention) {
    written.add(mention);
  }

  /** Notes a mention that is not written as the format asks. */
  public void malformed(String place, String message) {
    problems.add(new GoldProblem(place, document.id(), message, true, true));
  }

  /** Places the mentions and gives the document. */
  public GoldDocument finish() {
    OffsetCount.Translation best = OffsetCount.CODE_POINTS.on(document.text());
    long most = fitting(best);
    for (OffsetCount unit : OffsetCount.values()) {
      if (most < written.size() && unit != OffsetCount.CODE_POINTS) {
        OffsetCount.Translation other = unit.on(document.text());
        long count = fitting(other);
        if (count > most) {
          best = other;
          most = count;
        }
      }
    }
    for (WrittenMention mention : written) {
      place(mention, best);
    }
    return new GoldDocument(document, mentions, List.of(), unplaced, problems, true);
  }

  private long fitting(OffsetCount.Translation translation) {
    long count = 0;
    for (WrittenMention mention : written) {
      count += fits(mention, translation) ? 1 : 0;
    }
    return count;
  }

  private boolean fits(WrittenMention mention, OffsetCount.Translation translation) {
    int[] offsets = mention.offsets();
    if (offsets.length == 2) { // as nearly all
      int begin = translation.toUtf16(mention.anchor(), offsets[0]);
      int end = translation.toUtf16(mention.anchor(), offsets[1]);
      return begin >= 0
          && end - begin == mention.text().length()
          && end > begin
          && sameText(document.text(), begin, mention.text());
    }
    List<Span> parts = parts(mention, translation);
    return !parts.isEmpty() && sameText(found(parts), mention.text());
  }

  private void place(WrittenMention mention, OffsetCount.Translation translation) {
    List<Span> parts = parts(mention, translation);
    int[] offsets = mention.offsets();
    if (parts.isEmpty()) {
      leaveOut(
          mention,
          translation,
          "gold text \"%s\" has the span [%s, %s), which is not in the text of %s characters"
              .formatted(
                  mention.text(),
                  offsets[0],
                  offsets[offsets.length - 1],
                  document.text().codePointCount(0, document.text().length())));
      return;
    }
    String found = found(parts);
    if (!sameText(found, mention.text())) {
      String message =
          "gold text \"%s\" is not at [%s, %s), which holds \"%s\""
              .formatted(mention.text(), offsets[0], offsets[offsets.length - 1], found);
      if (!SimilarSpelling.test(found, mention.text())) {
        leaveOut(mention, translation, message);
        return;
      }
      problems.add(new GoldProblem(mention.place(), document.id(), message, false));
    }
    Span span = parts.get(0);
    if (parts.size() > 1) {
      parts.sort(null);
      joinAcrossLines(parts);
      int end = parts.stream().mapToInt(Span::end).max().orElseThrow();
      span = new Span(parts.get(0).begin(), end);
    }
    mentions.add(
        new GoldMention(
            span,
            SharedStrings.of(mention.type()),
            SharedStrings.of(mention.subtype()),
            shared(mention.identifiers()),
            parts.size() == 1 ? List.of() : parts,
            mention.notes()));
  }

  private static List<String> shared(List<String> identifiers) {
    return switch (identifiers.size()) {
      case 0 -> List.of();
      case 1 -> List.of(SharedStrings.of(identifiers.get(0)));
      default -> identifiers.stream().map(SharedStrings::of).toList();
    };
  }

  /** brat cuts a mention at line ends; parts with nothing but line ends between them are one. */
  private void joinAcrossLines(List<Span> parts) {
    for (int i = parts.size() - 1; i > 0; i--) {
      Span first = parts.get(i - 1);
      Span second = parts.get(i);
      boolean apart = first.end() < second.begin();
      if (apart && document.text().substring(first.end(), second.begin()).matches("[\r\n]+")) {
        parts.set(i - 1, new Span(first.begin(), Math.max(first.end(), second.end())));
        parts.remove(i);
      }
    }
  }

  /** The parts of a mention on the text; empty when one of them is not in it. */
  private static List<Span> parts(WrittenMention mention, OffsetCount.Translation translation) {
    List<Span> parts = new ArrayList<>(mention.offsets().length / 2);
    for (int i = 0; i < mention.offsets().length; i += 2) {
      int begin = translation.toUtf16(mention.anchor(), mention.offsets()[i]);
      int end = translation.toUtf16(mention.anchor(), mention.offsets()[i + 1]);
      if (begin < 0 || end <= begin) {
        return List.of();
      }
      parts.add(new Span(begin, end));
    }
    return parts;
  }

  private String found(List<Span> parts) {
    if (parts.size() == 1) {
      return parts.get(0).of(document.text());
    }
    StringBuilder found = new StringBuilder();
    for (Span part : parts) {
      found.append(found.isEmpty() ? "" : " ").append(part.of(document.text()));
    }
    return found.toString();
  }

  private void leaveOut(
      WrittenMention mention, OffsetCount.Translation translation, String message) {
    problems.add(new GoldProblem(mention.place(), document.id(), message, true));
    int[] offsets = mention.offsets();
    int length = document.text().length();
    int begin = clamped(translation.toUtf16(mention.anchor(), offsets[0]), length);
    int end = translation.toUtf16(mention.anchor(), offsets[offsets.length - 1]);
    if (begin < clamped(end, length)) {
      unplaced.add(unplaced(begin, clamped(end, length), mention));
    }
    nearest(mention.text(), begin)
        .ifPresent(at -> unplaced.add(unplaced(at, at + mention.text().length(), mention)));
  }

  private static int clamped(int offset, int length) {
    return offset < 0 ? length : Math.min(offset, length);
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

  private static GoldMention unplaced(int begin, int end, WrittenMention mention) {
    return new GoldMention(
        new Span(begin, end),
        SharedStrings.of(mention.type()),
        SharedStrings.of(mention.subtype()),
        List.of(),
        List.of());
  }

  /** White space counts as equal: formats join title and abstract by a space or a newline. */
  private static boolean sameText(String found, String expected) {
    return found.length() == expected.length() && sameText(found, 0, expected);
  }

  private static boolean sameText(String text, int begin, String expected) {
    for (int i = 0; i < expected.length(); i++) {
      char a = text.charAt(begin + i);
      char b = expected.charAt(i);
      if (a != b && !(Character.isWhitespace(a) && Character.isWhitespace(b))) {
        return false;
      }
    }
    return true;
  }
}
