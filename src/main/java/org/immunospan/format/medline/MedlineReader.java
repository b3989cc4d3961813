package org.immunospan.format.medline;

import java.io.IOException;
import java.util.regex.Pattern;
import org.immunospan.format.record.BibliographyBuilder;
import org.immunospan.format.record.DocumentSink;
import org.immunospan.format.record.FormatReader;
import org.immunospan.format.record.TitleAndAbstract;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.Lines;
import org.immunospan.format.source.Quote;
import org.immunospan.format.source.ReadError;
import org.immunospan.format.source.Source;

/**
 * MEDLINE text as PubMed saves it ({@code .nbib}): a tag of up to four letters, {@code "- "}, and a
 * value that goes on in lines that begin with blanks. Title ({@code TI}, else the book's {@code
 * BTI}, else {@code TT}) and abstract ({@code AB}); other-language abstracts ({@code OAB}) stay
 * out. A record begins at {@code PMID-}. Source: MEDLINE/PubMed data element descriptions, NLM.
 */
public final class MedlineReader implements FormatReader {

  public static final Pattern FIELD = Pattern.compile("[A-Z][A-Z0-9]{1,3} {0,2}-( .*)?");

  @Override
  public long read(Content content, DocumentSink sink) throws IOException {
    Lines lines = new Lines(content.reader());
    Citation record = null;
    long number = 0;
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (line.isBlank()) {
        finish(record, sink);
        record = null;
      } else if (FIELD.matcher(line).matches()) {
        String tag = line.substring(0, line.indexOf('-')).strip();
        if (record == null || tag.equals("PMID")) {
          finish(record, sink);
          number++;
          record = new Citation(content, lines.place(), number);
        }
        record.field(tag, line.substring(line.indexOf('-') + 1).strip());
      } else if (record != null && Character.isWhitespace(line.charAt(0))) {
        record.goOn(line.strip());
      } else {
        number++;
        sink.error(
            new ReadError(
                content.sourceFile(),
                lines.place(),
                record == null ? "" : record.id,
                "found "
                    + Quote.of(line)
                    + ", expected a field such as \"TI  - \" or a line that begins with blanks"));
      }
    }
    finish(record, sink);
    return number;
  }

  private static void finish(Citation record, DocumentSink sink) {
    if (record != null) {
      record.finish().handTo(sink);
    }
  }

  private static final class Citation {

    private final Content content;
    private final String place;
    private String id;
    private String tag = "";
    private final StringBuilder value = new StringBuilder();
    private final BibliographyBuilder bibliography = new BibliographyBuilder();
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
      value.append(newValue);
    }

    void goOn(String more) {
      value.append(value.isEmpty() ? "" : " ").append(more);
    }

    private void endField() {
      String text = value.toString();
      value.setLength(0);
      if (text.isEmpty()) {
        return;
      }
      switch (tag) {
        case "PMID" -> id = text;
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
      TitleAndAbstract record = new TitleAndAbstract(content.sourceFile(), place, id);
      bibliography.journal(journalAbbreviation).date(electronicDate);
      if (!title.isEmpty()) {
        bibliography.journal(bookTitle);
      }
      record.set(true, firstOf(title, bookTitle, transliteratedTitle));
      record.set(false, abstractText);
      record.bibliography(bibliography.build());
      return record;
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
