package org.immunospan.format.ris;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.record.BibliographyBuilder;
import org.immunospan.format.record.FormatReader;
import org.immunospan.format.record.TitleAndAbstract;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.Lines;
import org.immunospan.format.source.Quote;
import org.immunospan.format.source.ReadFault;
import org.immunospan.text.Document;

/**
 * RIS: a tag of two characters, {@code " - "}, and a value, from {@code TY} to {@code ER}. Title
 * ({@code TI}, else {@code T1}), abstract ({@code AB}, else {@code N2}), journal, year and DOI. A
 * line without a tag goes on with the value before it. The document is named by its PMID ({@code
 * AN} or {@code PMID: 123} in a note), else its DOI, else {@code ID}.
 */
public final class RisReader implements FormatReader {

  private static final Pattern FIELD = Pattern.compile("([A-Z][A-Z0-9]) {1,2}-(?: (.*))?");
  private static final Pattern PMID = Pattern.compile("PMID: ?([0-9]{1,9})");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private final Content content;
  private final Lines lines;
  private long records;

  public RisReader(Content content) throws IOException {
    this.content = content;
    this.lines = content.lines();
  }

  /** Whether a line begins a record. */
  public static boolean isBegin(String line) {
    Matcher field = FIELD.matcher(line);
    return field.matches() && field.group(1).equals("TY");
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public GoldDocument next() throws IOException {
    Map<String, String> fields = new HashMap<>();
    String place = "";
    String tag = "";
    ReadFault damage = null;
    while (true) {
      String line;
      try {
        line = lines.next();
      } catch (ReadFault fault) {
        if (fault.extent() != ReadFault.Extent.RECORD) {
          throw fault;
        }
        // A line that is not text spoils its record.
        damage = damage == null ? fault : damage;
        continue;
      }
      Matcher field = FIELD.matcher(line == null ? "" : line);
      boolean isField = field.matches();
      if (line == null || (isField && field.group(1).equals("ER"))) {
        if (damage != null) {
          records++;
          throw damage.in(id(fields));
        }
        if (!fields.isEmpty()) {
          records++;
          return GoldDocument.unmarked(document(fields, place));
        }
        if (line == null) {
          return null;
        }
      } else if (isField) {
        place = fields.isEmpty() ? lines.place() : place;
        tag = field.group(1);
        add(fields, tag, field.group(2) == null ? "" : field.group(2));
      } else if (tag.isEmpty() && !line.isBlank()) {
        records++;
        throw ReadFault.ofRecord(
            lines.place(),
            "",
            "found " + Quote.of(line) + ", expected a field such as \"TY  - JOUR\"");
      } else {
        add(fields, tag, line);
      }
    }
  }

  /** Values of one tag, and lines that go on, are joined by spaces. */
  private static void add(Map<String, String> fields, String tag, String value) {
    String text = value.strip();
    if (!text.isEmpty()) {
      fields.merge(tag, text, (old, more) -> old + " " + more);
    }
  }

  private static String first(Map<String, String> fields, String... tags) {
    for (String tag : tags) {
      if (fields.containsKey(tag)) {
        return fields.get(tag);
      }
    }
    return "";
  }

  private static String id(Map<String, String> fields) {
    String number = first(fields, "AN");
    if (NUMBER.matcher(number).matches()) {
      return number;
    }
    Matcher note = PMID.matcher(first(fields, "N1", "C1") + " " + first(fields, "AN"));
    return note.find() ? note.group(1) : first(fields, "DO", "ID");
  }

  private Document document(Map<String, String> fields, String place) throws ReadFault {
    String id = id(fields);
    TitleAndAbstract record =
        new TitleAndAbstract(content, place, id.isEmpty() ? content.fallbackId(records) : id);
    record.title(first(fields, "TI", "T1"));
    record.abstractText(first(fields, "AB", "N2"));
    record.bibliography(
        new BibliographyBuilder()
            .date(first(fields, "PY", "Y1", "DA"))
            .journal(first(fields, "JF", "T2", "JO", "JA"))
            .doi(first(fields, "DO"))
            .build());
    return record.toDocument();
  }
}
