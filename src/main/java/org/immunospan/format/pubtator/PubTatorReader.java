package org.immunospan.format.pubtator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.Identifiers;
import org.immunospan.format.record.FormatReader;
import org.immunospan.format.record.GoldDraft;
import org.immunospan.format.record.TitleAndAbstract;
import org.immunospan.format.record.WrittenMention;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.Lines;
import org.immunospan.format.source.Quote;
import org.immunospan.format.source.ReadFault;

/**
 * PubTator: {@code id|t|title} and {@code id|a|abstract}, then one line of {@code id, begin, end,
 * text, type, identifiers} for each gold mention, separated by tabs. Offsets count code points on
 * title + space + abstract. Relation lines are ignored. A document ends at a blank line, at another
 * identifier, or where a part comes again; identifiers may repeat. {@code |title|} and {@code
 * |abstract|} are read as well.
 */
public final class PubTatorReader implements FormatReader {

  private static final int LONGEST_ID = 200;

  private final Content content;
  private final Lines lines;
  private long records;

  /** A line that belongs to the next document; null when there is none. */
  private String carried;

  public PubTatorReader(Content content) throws IOException {
    this.content = content;
    this.lines = content.lines();
  }

  /**
   * A line with a part of a document.
   *
   * @param kind the word between the bars
   */
  private record Part(String id, String kind, String text) {

    static Optional<Part> of(String line) {
      int first = line.indexOf('|');
      int second = first < 0 ? -1 : line.indexOf('|', first + 1);
      if (first < 1 || first > LONGEST_ID || second < 0 || second - first > 20) {
        return Optional.empty();
      }
      String id = line.substring(0, first);
      String kind = line.substring(first + 1, second);
      boolean isWord = !kind.isEmpty() && kind.chars().allMatch(c -> c == '_' || isLowercase(c));
      return id.indexOf('\t') < 0 && isWord
          ? Optional.of(new Part(id.strip(), kind, line.substring(second + 1)))
          : Optional.empty();
    }

    boolean isTitle() {
      return kind.equals("t") || kind.equals("title");
    }

    boolean isKnown() {
      return isTitle() || kind.equals("a") || kind.equals("abstract");
    }

    private static boolean isLowercase(int c) {
      return c >= 'a' && c <= 'z';
    }
  }

  /** Whether a line is a title or an abstract. */
  public static boolean isPart(String line) {
    return Part.of(line).filter(Part::isKnown).isPresent();
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public GoldDocument next() throws IOException {
    TitleAndAbstract current = null;
    List<String[]> marks = new ArrayList<>();
    List<String> places = new ArrayList<>();
    for (String line = line(current); line != null; line = line(current)) {
      Optional<Part> found = Part.of(line).filter(Part::isKnown);
      if (found.isPresent()) {
        Part part = found.get();
        String id = part.id.isEmpty() ? content.fallbackId(lines.number()) : part.id;
        boolean again =
            current != null && (!current.id().equals(id) || (current.hasTitle() && part.isTitle()));
        if (again) {
          carried = line;
          return document(current, marks, places);
        }
        if (current == null) {
          records++;
          current = new TitleAndAbstract(content, lines.place(), id);
        }
        if (part.isTitle()) {
          current.title(part.text);
        } else {
          current.abstractText(part.text);
        }
      } else if (line.isBlank()) {
        if (current != null) {
          return document(current, marks, places);
        }
      } else if (line.indexOf('\t') >= 0) {
        if (current != null) {
          marks.add(line.split("\t", -1));
          places.add(content.sourceFile() + ":" + lines.number());
        }
      } else {
        if (current != null) {
          carried = line;
          return document(current, marks, places);
        }
        records++;
        String id = Part.of(line).map(Part::id).orElse("");
        throw ReadFault.ofRecord(
            lines.place(),
            id,
            "found " + Quote.of(line) + ", expected id|t|title, id|a|abstract or annotations");
      }
    }
    return current == null ? null : document(current, marks, places);
  }

  /**
   * The next line of a record, or null at the end. A line that cannot be read spoils its whole
   * record, which is skipped.
   */
  private String line(TitleAndAbstract current) throws IOException {
    if (carried != null) {
      String line = carried;
      carried = null;
      return line;
    }
    try {
      return lines.next();
    } catch (ReadFault fault) {
      if (fault.extent() == ReadFault.Extent.RECORD) {
        records += current == null ? 1 : 0;
        String id = current == null ? "" : current.id();
        skipRecord(id);
        throw fault.in(id);
      }
      throw fault;
    }
  }

  private void skipRecord(String id) throws IOException {
    while (true) {
      try {
        String line = lines.next();
        if (line == null || line.isBlank()) {
          return;
        }
        Optional<Part> part = Part.of(line).filter(Part::isKnown);
        boolean another = part.isPresent() && !id.isEmpty() && !part.get().id.equals(id);
        if (another || part.filter(Part::isTitle).isPresent()) {
          carried = line;
          return;
        }
      } catch (ReadFault fault) {
        if (fault.extent() != ReadFault.Extent.RECORD) {
          throw fault;
        }
      }
    }
  }

  private GoldDocument document(TitleAndAbstract current, List<String[]> marks, List<String> places)
      throws ReadFault {
    GoldDraft draft = new GoldDraft(current.toDocument());
    for (int i = 0; i < marks.size(); i++) {
      mark(marks.get(i), places.get(i), current, draft);
    }
    return draft.finish();
  }

  private static void mark(
      String[] fields, String place, TitleAndAbstract current, GoldDraft draft) {
    if (fields.length < 3 || !isNumber(fields[1])) {
      return; // a relation
    }
    if (fields.length < 5 || !isNumber(fields[2])) {
      draft.malformed(
          place,
          "expected id, begin, end, text, type separated by tabs, found "
              + Quote.of(String.join("\t", fields)));
    } else if (!fields[0].strip().equals(current.id())) {
      draft.malformed(
          place, "expected a mention of document " + current.id() + ", found one of " + fields[0]);
    } else {
      int shift = current.lostBeforeAbstract();
      draft.add(
          new WrittenMention(
              place,
              Integer.parseInt(fields[1]) - shift,
              Integer.parseInt(fields[2]) - shift,
              fields[3],
              fields[4],
              Identifiers.parse(fields.length > 5 ? fields[5] : "", fields[4])));
    }
  }

  private static boolean isNumber(String field) {
    return !field.isEmpty()
        && field.length() < 10
        && field.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
