package org.immunospan.format.pubmed;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.immunospan.format.record.StyledTextBuilder;
import org.immunospan.format.source.ReadFault;
import org.immunospan.format.source.SafeXml;
import org.immunospan.text.Markup;
import org.immunospan.text.StyledText;

/**
 * Parses one record of PubMed XML, of any year. No DTD and no external entity is ever loaded, and
 * no entity but the five of XML is known. Not thread-safe.
 */
final class PubMedXml {

  private static final String DELETION = "DeleteCitation";

  private static final Map<String, Markup.Style> STYLES =
      Map.of(
          "sup", Markup.Style.SUPERSCRIPT,
          "sub", Markup.Style.SUBSCRIPT,
          "i", Markup.Style.ITALIC,
          "b", Markup.Style.BOLD,
          "u", Markup.Style.UNDERLINE);

  private static final WstxInputFactory FACTORY = factory();

  private final XMLStreamReader xml;
  private final boolean keysOnly;
  private final PubMedRecord record;

  private PubMedXml(RecordCutter.Cut cut, boolean keysOnly) throws XMLStreamException {
    this.keysOnly = keysOnly;
    this.record = new PubMedRecord(cut.place(), cut.name().equals(DELETION));
    this.xml = FACTORY.createXMLStreamReader(new StringReader(cut.text()));
  }

  /**
   * The record in a piece of XML.
   *
   * @param keysOnly whether only PMID, version and date of revision are wanted
   * @throws ReadFault of extent {@code RECORD} when it is not well-formed
   */
  static PubMedRecord parse(RecordCutter.Cut cut, boolean keysOnly) throws ReadFault {
    PubMedXml parser = null;
    try {
      parser = new PubMedXml(cut, keysOnly);
      parser.parse();
      return parser.record;
    } catch (XMLStreamException e) {
      throw fault(cut, e);
    } catch (WstxLazyException e) {
      // Text is parsed when asked for, and then a fault in it comes unchecked.
      throw fault(cut, (XMLStreamException) e.getCause());
    }
  }

  private void parse() throws XMLStreamException {
    while (xml.hasNext()) {
      if (advance() == XMLStreamConstants.START_ELEMENT) {
        element(xml.getLocalName());
      }
    }
  }

  private static WstxInputFactory factory() {
    WstxInputFactory factory = SafeXml.factory();
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(WstxInputProperties.P_MIN_TEXT_SEGMENT, 4096);
    return factory;
  }

  private interface Handler {
    /** Consumes the element up to its end. */
    void element(String name) throws XMLStreamException;
  }

  private void each(Handler handler) throws XMLStreamException {
    while (advance() != XMLStreamConstants.END_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        handler.element(xml.getLocalName());
      }
    }
  }

  /** A record and those of its parts that only hold further parts. */
  private void element(String name) throws XMLStreamException {
    switch (name) {
      case "PubmedArticle", "PubMedArticle", "PubmedBookArticle" -> each(this::element);
      case "MedlineCitation", "NCBIArticle" -> each(this::citation);
      case "BookDocument" -> each(this::book);
      case DELETION -> each(this::deletion);
      case "PubmedData", "PubmedBookData" -> each(this::pubMedData);
      default -> skip();
    }
  }

  private void deletion(String name) throws XMLStreamException {
    if (name.equals("PMID")) {
      String version = xml.getAttributeValue(null, "Version");
      record.deleted().add(PubMedKey.of(text(), version, 0, 0, 0));
    } else {
      skip();
    }
  }

  private void citation(String name) throws XMLStreamException {
    switch (name) {
      case "PMID" -> pmid();
      case "DateRevised" -> each(this::revised);
      case "Article" -> {
        if (keysOnly) {
          skip();
        } else {
          each(this::article);
        }
      }
      case "MedlineJournalInfo" -> each(this::journalInfo);
      case "MeshHeadingList" -> {
        if (keysOnly) {
          skip();
        } else {
          each(this::meshHeading);
        }
      }
      default -> skip();
    }
  }

  private void pmid() throws XMLStreamException {
    String version = xml.getAttributeValue(null, "Version");
    record.pmid(text(), version);
  }

  private void revised(String name) throws XMLStreamException {
    record.revised(name, text());
  }

  private void article(String name) throws XMLStreamException {
    switch (name) {
      case "Journal" -> each(this::journal);
      case "ArticleTitle" -> record.title(styledText());
      case "VernacularTitle" -> record.vernacularTitle(styledText());
      case "Abstract" -> each(this::abstractPart);
      case "ELocationID" -> location();
      case "Language" -> record.bibliography().language(text());
      case "PublicationTypeList" -> each(this::publicationType);
      case "ArticleDate" -> each(this::articleDate);
      default -> skip();
    }
  }

  private void book(String name) throws XMLStreamException {
    switch (name) {
      case "PMID" -> pmid();
      case "DateRevised" -> each(this::revised);
      case "Book" -> each(this::bookPart);
      case "ArticleIdList" -> each(this::articleId);
      case "PublicationType" -> publicationType(name);
      default -> article(name);
    }
  }

  private void bookPart(String name) throws XMLStreamException {
    switch (name) {
      case "BookTitle" -> record.bookTitle(styledText());
      case "PubDate" -> each(this::pubDate);
      default -> skip();
    }
  }

  private void journal(String name) throws XMLStreamException {
    switch (name) {
      case "Title" -> record.bibliography().journal(text());
      case "JournalIssue" -> each(this::journal);
      case "PubDate" -> each(this::pubDate);
      default -> skip();
    }
  }

  private void journalInfo(String name) throws XMLStreamException {
    if (name.equals("MedlineTA")) {
      record.bibliography().journal(text());
    } else {
      skip();
    }
  }

  private void pubDate(String name) throws XMLStreamException {
    if (name.equals("Year") || name.equals("MedlineDate")) {
      record.bibliography().date(text());
    } else {
      skip();
    }
  }

  private void articleDate(String name) throws XMLStreamException {
    if (name.equals("Year")) {
      record.articleYear(text());
    } else {
      skip();
    }
  }

  private void abstractPart(String name) throws XMLStreamException {
    if (name.equals("AbstractText")) {
      String label = xml.getAttributeValue(null, "Label");
      record.part(label == null ? "" : label, styledText());
    } else {
      skip();
    }
  }

  private void location() throws XMLStreamException {
    boolean doi = "doi".equals(xml.getAttributeValue(null, "EIdType"));
    boolean valid = !"N".equals(xml.getAttributeValue(null, "ValidYN"));
    String text = text();
    if (doi && valid) {
      record.bibliography().doi(text);
    }
  }

  private void publicationType(String name) throws XMLStreamException {
    if (name.equals("PublicationType")) {
      record.bibliography().publicationType(text());
    } else {
      skip();
    }
  }

  /** A heading, or its descriptor; qualifiers stay out. */
  private void meshHeading(String name) throws XMLStreamException {
    switch (name) {
      case "MeshHeading" -> each(this::meshHeading);
      case "DescriptorName" -> record.bibliography().meshHeading(text());
      default -> skip();
    }
  }

  private void pubMedData(String name) throws XMLStreamException {
    if (name.equals("ArticleIdList")) {
      each(this::articleId);
    } else {
      skip();
    }
  }

  private void articleId(String name) throws XMLStreamException {
    String type = xml.getAttributeValue(null, "IdType");
    String text = text();
    if ("doi".equals(type)) {
      record.bibliography().doi(text);
    } else if ("pubmed".equals(type)) {
      record.pmid(text, null);
    }
  }

  private String text() throws XMLStreamException {
    return styledText().text();
  }

  /**
   * The text of an element with that of its inline markup; runs of white space are one space. Marks
   * are kept for the elements of {@link #STYLES}.
   */
  private StyledText styledText() throws XMLStreamException {
    StyledTextBuilder text = new StyledTextBuilder();
    int depth = 1;
    while (depth > 0) {
      switch (advance()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          text.open(STYLES.get(xml.getLocalName()));
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          text.close();
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        default -> {}
      }
    }
    return text.build();
  }

  private void skip() throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      switch (advance()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
    }
  }

  private int advance() throws XMLStreamException {
    int event = xml.next();
    if (event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new XMLStreamException(
          "Undeclared entity \"" + xml.getLocalName() + "\"", xml.getLocation());
    }
    return event;
  }

  private static ReadFault fault(RecordCutter.Cut cut, XMLStreamException e) {
    Location location = e.getLocation();
    int line = location == null ? 1 : location.getLineNumber();
    int column = location == null ? 1 : location.getColumnNumber();
    String place =
        "line "
            + (cut.line() + line - 1)
            + ", column "
            + (line == 1 ? cut.column() + column - 1 : column);
    return ReadFault.ofRecord(
        place, RecordCutter.pmid(cut.text()), "the XML is not well-formed: " + reason(e));
  }

  /** The message of the parser without the place, which has a column of its own. */
  private static String reason(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int at = message.indexOf("\n at [row");
    String reason = at < 0 ? message : message.substring(0, at);
    if (reason.startsWith("Undeclared")) {
      return reason + "; no DTD is loaded, and no entity known but the five of XML";
    }
    return reason;
  }
}
