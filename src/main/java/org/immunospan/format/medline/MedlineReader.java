package org.immunospan.format.medline;

import java.io.IOException;
import java.util.regex.Pattern;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.record.BibliographyBuilder;
import org.immunospan.format.record.FormatReader;
import org.immunospan.format.record.TitleAndAbstract;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.Lines;
import org.immunospan.format.source.Quote;
import org.immunospan.format.source.ReadFault;

/**
 * MEDLINE text as PubMed saves it ({@code .nbib}): a tag of up to four letters, {@code "- "}, and a
 * value that goes on in lines that begin with spaces. Title ({@code TI}, else the book's {@code
 * BTI}, else {@code TT}) and abstract ({@code AB}); other-language abstracts ({@code OAB}) stay
 * out. A record begins at {@code PMID-}. Source: MEDLINE/PubMed data element descriptions, NLM.
 */
public final class MedlineReader implements FormatReader {

  private static final Pattern FIELD = Pattern.compile("[A-Z][A-Z0-9]{1,3} {0,2}-( .*)?");

  private final Content content;
  private final Lines lines;
  private long records;

  /** The record that is being read; null between records. */
  private Citation record;

  /** A line that belongs to the next record; null when there is none. */
  private String carried;

  public MedlineReader(Content content) throws IOException {
    this.content = content;
    this.lines = content.lines();
  }

  /** Whether a line begins a field. */
  public static boolean isField(String line) {
    return FIELD.matcher(line).matches();
  }

  @Override
  public long records() {
    return records;
  }

  /**
   * {@inheritDoc} A line that is not a field is an error of its own, and the record around it is
   * read; a line that is not text spoils its record.
   */
  @Override
  public GoldDocument next() throws IOException {
    ReadFault damage = null;
    while (true) {
      String line;
      try {
        line = carried == null ? lines.next() : carried;
        carried = null;
      } catch (ReadFault fault) {
        if (fault.extent() != ReadFault.Extent.RECORD) {
          throw fault;
        }
        damage = damage == null ? fault : damage;
        continue;
      }
      boolean isEmpty = line == null || line.isBlank();
      if ((record != null || damage != null) && (isEmpty || line.startsWith("PMID-"))) {
        carried = isEmpty ? null : line;
        return finish(damage);
      }
      if (line == null) {
        return null;
      }
      if (!isEmpty) {
        add(line);
      }
    }
  }

  private void add(String line) throws ReadFault {
    if (isField(line)) {
      if (record == null) {
        records++;
        record = new Citation(content, lines.place(), records);
      }
      int hyphen = line.indexOf('-');
      record.field(line.substring(0, hyphen).strip(), line.substring(hyphen + 1).strip());
    } else if (record != null && Character.isWhitespace(line.charAt(0))) {
      record.goOn(line.strip());
    } else {
      records++;
      throw ReadFault.ofRecord(
          lines.place(),
          record == null ? "" : record.id,
          "found "
              + Quote.of(line)
              + ", expected a field such as \"TI  - \" or a line that begins with spaces");
    }
  }

  private GoldDocument finish(ReadFault damage) throws ReadFault {
    Citation finished = record;
    record = null;
    if (finished == null) {
      records++;
      throw damage;
    }
    TitleAndAbstract text = finished.finish();
    if (damage == null && !finished.hasPmid) {
      damage =
          ReadFault.ofRecord(
              finished.place, "", "found a record without \"PMID- \", expected an identifier");
    }
    if (damage == null) {
      damage = finished.tooLong;
    }
    if (damage != null) {
      throw damage.in(text.id());
    }
    return GoldDocument.unmarked(text.toDocument());
  }

  private static final class Citation {

    private final Content content;
    private final String place;
    private String id;
    private boolean hasPmid;
    private String tag = "";
    private final StringBuilder value = new StringBuilder();
    private final BibliographyBuilder bibliography = new BibliographyBuilder();
    private long size;

    /** Null unless the record is too long. */
    private ReadFault tooLong;

    private String title = "";
    private String bookTitle = "";
    private String transliteratedTitle = "";
    private String abstractText = "";
    private String journalAbbreviation = "";
    private String electronicDate = "";

    Citation(Content content, String place, long number) {
      this.content = content;
      this.place = place;
      this.id = content.fallbackId(number);
    }

    void field(String newTag, String newValue) {
      endField();
      tag = newTag;
      append(newValue);
    }

    void goOn(String more) {
      value.append(value.isEmpty() ? "" : " ");
      append(more);
    }

    private void append(String text) {
      size += text.length();
      if (size <= Lines.LONGEST) {
        value.append(text);
      } else if (tooLong == null) {
        value.setLength(0);
        tooLong =
            ReadFault.ofRecord(
                place, id, "found a record of more than " + Lines.LONGEST + " characters");
      }
    }

    private void endField() {
      String text = value.toString();
      value.setLength(0);
      if (text.isEmpty()) {
        return;
      }
      switch (tag) {
        case "PMID" -> {
          id = text;
          hasPmid = true;
        }
        case "TI" -> title = text;
        case "BTI" -> bookTitle = text;
        case "TT" -> transliteratedTitle = text;
        case "AB" -> abstractText = text;
        case "JT" -> bibliography.journal(text);
        case "TA" -> journalAbbreviation = text;
        case "DP" -> bibliography.date(text);
        case "DEP" -> electronicDate = text.substring(0, Math.min(4, text.length()));
        case "LA" -> bibliography.language(text);
        case "PT" -> bibliography.publicationType(text);
        case "MH" -> bibliography.meshHeading(descriptor(text));
        case "LID", "AID" -> {
          if (text.endsWith("[doi]")) {
            bibliography.doi(text);
          }
        }
        default -> {}
      }
    }

    TitleAndAbstract finish() {
      endField();
      TitleAndAbstract record = new TitleAndAbstract(content, place, id);
      bibliography.journal(journalAbbreviation).date(electronicDate);
      if (!title.isEmpty()) {
        bibliography.journal(bookTitle);
      }
      record.title(firstOf(title, bookTitle, transliteratedTitle));
      record.abstractText(abstractText);
      record.bibliography(bibliography.build());
      return record;
    }

    /** The heading of {@code *Mice/genetics}: without the star and the qualifiers. */
    private static String descriptor(String field) {
      int slash = field.indexOf('/');
      String name = slash < 0 ? field : field.substring(0, slash);
      return name.startsWith("*") ? name.substring(1) : name;
    }

    private static String firstOf(String... texts) {
      for (String text : texts) {
        if (!text.isEmpty()) {
          return text;
        }
      }
      return "";
    }
  }
}
