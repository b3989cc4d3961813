package org.immunospan.read;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.immunospan.text.Markup;
import org.immunospan.text.StyledText;

/**
 * The records of a PubMed XML file, one after the other. Reads {@code PubmedArticleSet}, {@code
 * PubmedBookArticleSet}, {@code MedlineCitationSet} and a single record as root, of all years. No
 * DTD and no external entity is ever loaded, and no entity but the five of XML is known. Not safe
 * for threads.
 */
final class PubMedXml {

  static final Set<String> SETS =
      Set.of("PubmedArticleSet", "PubMedArticleSet", "PubmedBookArticleSet", "MedlineCitationSet");
  static final Set<String> RECORDS =
      Set.of(
          "PubmedArticle", "PubMedArticle", "PubmedBookArticle", "BookDocument", "MedlineCitation");

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
  private PubMedRecord record;
  private boolean inSet;

  /**
   * @param keysOnly whether only PMID, version and date of revision are wanted
   * @throws ReadFault when the encoding is unknown or the XML not well-formed from the start
   */
  PubMedXml(Content content, boolean keysOnly) throws IOException {
    this.keysOnly = keysOnly;
    try {
      xml = FACTORY.createXMLStreamReader(content.reader());
    } catch (XMLStreamException e) {
      throw fault(e);
    }
  }

  private static WstxInputFactory factory() {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(WstxInputProperties.P_MIN_TEXT_SEGMENT, 4096);
    return factory;
  }

  /** The next record or list of deletions, or null at the end. */
  PubMedRecord next() throws ReadFault {
    record = null;
    try {
      while (xml.hasNext()) {
        switch (advance()) {
          case XMLStreamConstants.START_ELEMENT -> enter(xml.getLocalName());
          case XMLStreamConstants.END_ELEMENT -> inSet = false;
          default -> {}
        }
        if (record != null) {
          return record;
        }
      }
      return null;
    } catch (XMLStreamException e) {
      throw fault(e);
    } catch (WstxLazyException e) {
      // Text is parsed when asked for, and then a fault in it comes unchecked.
      throw fault((XMLStreamException) e.getCause());
    }
  }

  private void enter(String name) throws XMLStreamException, ReadFault {
    if (RECORDS.contains(name) || name.equals(DELETION)) {
      record = new PubMedRecord(place(), name.equals(DELETION));
      element(name);
    } else if (inSet) {
      skip();
    } else if (SETS.contains(name)) {
      inSet = true;
    } else {
      throw new ReadFault(
          place(), "", "found XML with root <" + name + ">, expected <PubmedArticleSet>");
    }
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
    StringBuilder text = new StringBuilder();
    StyleStack styles = new StyleStack();
    int depth = 1;
    while (depth > 0) {
      switch (advance()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          styles.open(STYLES.get(xml.getLocalName()), text.length());
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          styles.close(text.length());
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            collapse(text, xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        default -> {}
      }
      if (text.length() > Lines.LONGEST) {
        throw new XMLStreamException(
            "More than " + Lines.LONGEST + " characters", xml.getLocation());
      }
    }
    int end = text.length();
    if (end > 0 && text.charAt(end - 1) == ' ') {
      text.setLength(end - 1);
    }
    return new StyledText(text.toString(), styles.markup(text.length()));
  }

  /** White space as XML has it; a no-break or thin space is text. */
  private static void collapse(StringBuilder text, char[] chars, int begin, int length) {
    for (int i = begin; i < begin + length; i++) {
      char c = chars[i];
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        text.append(c);
      } else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
        text.append(' ');
      }
    }
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

  private String place() {
    return place(xml.getLocation());
  }

  private static String place(Location location) {
    return "line " + location.getLineNumber() + ", column " + location.getColumnNumber();
  }

  private ReadFault fault(XMLStreamException e) {
    String docId = record == null ? "" : record.pmid();
    ReadFault inner = ReadFault.within(e);
    String place = e.getLocation() == null ? "line 1" : place(e.getLocation());
    if (inner != null) {
      return inner.in(docId);
    }
    if (e.getNestedException() instanceof IOException io) {
      return new ReadFault(place, docId, "the file cannot be read: " + io.getMessage());
    }
    return new ReadFault(place, docId, "the XML is not well-formed: " + reason(e));
  }

  /** The message of the parser without the place, which stands in a column of its own. */
  private static String reason(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int at = message.indexOf("\n at [row");
    String reason = at < 0 ? message : message.substring(0, at);
    if (reason.startsWith("Undeclared")) {
      return reason + "; no DTD is loaded, and no entity known but the five of XML";
    }
    // What repeated downloads into one file look like.
    boolean another = reason.contains("multiple roots") || reason.contains("target (\"xml\")");
    return another ? "found another XML document behind the first, expected the end" : reason;
  }
}
