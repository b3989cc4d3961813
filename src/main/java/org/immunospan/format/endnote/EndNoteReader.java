package org.immunospan.format.endnote;

import com.ctc.wstx.exc.WstxLazyException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.record.BibliographyBuilder;
import org.immunospan.format.record.FormatReader;
import org.immunospan.format.record.StyledTextBuilder;
import org.immunospan.format.record.TitleAndAbstract;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.ReadFault;
import org.immunospan.format.source.SafeXml;
import org.immunospan.text.Document;

/**
 * The XML that EndNote and Zotero export: {@code <xml><records><record>}. Title, abstract, journal,
 * year and DOI, without their styles. The document is named by {@code accession-num} where that is
 * a PMID, else by its DOI, else by {@code rec-number}. No DTD is read.
 */
public final class EndNoteReader implements FormatReader {

  private static final String EXPECTED = "the XML of EndNote";

  private final Content content;
  private final XMLStreamReader xml;
  private long records;

  public EndNoteReader(Content content) throws IOException {
    this.content = content;
    xml = SafeXml.reader(SafeXml.factory(), content.reader(), EXPECTED);
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public GoldDocument next() throws IOException {
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("record")) {
          records++;
          String place = "line " + xml.getLocation().getLineNumber();
          return GoldDocument.unmarked(document(fields(), place));
        }
      }
      return null;
    } catch (XMLStreamException e) {
      throw SafeXml.fault(e, "", EXPECTED);
    } catch (WstxLazyException e) {
      throw SafeXml.fault((XMLStreamException) e.getCause(), "", EXPECTED);
    }
  }

  /**
   * The texts of a record by {@code parent/element}; the text of styles is that of their parent.
   */
  private Map<String, String> fields() throws XMLStreamException {
    Map<String, String> fields = new HashMap<>();
    Deque<String> open = new ArrayDeque<>();
    open.push("record");
    StyledTextBuilder text = new StyledTextBuilder();
    while (!open.isEmpty()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (!xml.getLocalName().equals("style")) {
          text = new StyledTextBuilder();
        }
        open.push(xml.getLocalName());
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        String name = open.pop();
        if (!name.equals("style") && text.length() > 0) {
          fields.putIfAbsent(open.peek() + "/" + name, text.build().text());
          text = new StyledTextBuilder();
        }
      } else if (xml.isCharacters()) {
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      }
    }
    return fields;
  }

  private Document document(Map<String, String> fields, String place) throws ReadFault {
    String number = fields.getOrDefault("record/accession-num", "");
    String doi = fields.getOrDefault("record/electronic-resource-num", "");
    String own = fields.getOrDefault("record/rec-number", "");
    String id = number.matches("[0-9]{1,9}") ? number : doi.isEmpty() ? own : doi;
    TitleAndAbstract record =
        new TitleAndAbstract(content, place, id.isEmpty() ? content.fallbackId(records) : id);
    record.title(fields.get("titles/title"));
    record.abstractText(fields.get("record/abstract"));
    record.bibliography(
        new BibliographyBuilder()
            .date(fields.getOrDefault("dates/year", ""))
            .journal(fields.getOrDefault("periodical/full-title", ""))
            .journal(fields.getOrDefault("titles/secondary-title", ""))
            .doi(doi)
            .build());
    return record.toDocument();
  }
}
