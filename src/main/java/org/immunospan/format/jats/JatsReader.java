package org.immunospan.format.jats;

import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.record.FormatReader;
import org.immunospan.format.record.InlineLabels;
import org.immunospan.format.record.StyledTextBuilder;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.SafeXml;
import org.immunospan.text.Markup;
import org.immunospan.text.StyledText;

/**
 * Full texts in JATS ({@code .nxml}), one or a {@code pmc-articleset}: title, abstract, and each
 * heading, paragraph and caption of the body on a line of its own. Sections are named after the
 * headings of the first level; captions are {@code figure caption} and {@code table caption}. When
 * asked for, rows of tables ({@code table}) come after the caption, and references ({@code
 * references}) after the body. Left out are everything else after the body, displayed formulas, the
 * source code of formulas, superscripts that only cite, and sub-articles. The document is named by
 * its PMCID, else its PMID, else its DOI. No DTD and no external entity is ever loaded.
 */
public final class JatsReader implements FormatReader {

  private static final String BODY = "body";
  private static final String TABLE = "table";
  private static final char[] BAR = " | ".toCharArray();
  private static final Map<String, Markup.Style> STYLES =
      Map.of(
          "sup", Markup.Style.SUPERSCRIPT,
          "sub", Markup.Style.SUBSCRIPT,
          "italic", Markup.Style.ITALIC,
          "bold", Markup.Style.BOLD,
          "underline", Markup.Style.UNDERLINE);

  /** Elements that hold no running text. */
  private static final Set<String> SILENT =
      Set.of(
          "table",
          "disp-formula",
          "disp-formula-group",
          "tex-math",
          "annotation",
          "graphic",
          "inline-graphic",
          "media",
          "object-id",
          "fn",
          "supplementary-material",
          "permissions",
          "table-wrap-foot",
          "ref-list");

  /** Elements inside a paragraph that end a word. */
  private static final Set<String> BLOCKS =
      Set.of("p", "list", "list-item", "title", "def", "term", "disp-quote", "break", "label");

  /** Elements that hold paragraphs. */
  private static final Set<String> HOLDERS =
      Set.of(
          "list",
          "list-item",
          "disp-quote",
          "boxed-text",
          "def-list",
          "def-item",
          "def",
          "statement",
          "fig-group",
          "table-wrap-group",
          "floats-group");

  private static final Pattern CITATION = Pattern.compile("[\\d\\s,;–—-]*");

  private static final String EXPECTED = "a full text in JATS";

  private final Content content;
  private final Set<FullTextPart> parts;
  private final XMLStreamReader xml;
  private JatsArticle article;
  private long records;

  /**
   * @param parts what is read beyond the usual
   */
  public JatsReader(Content content, Set<FullTextPart> parts) throws IOException {
    this.content = content;
    this.parts = Set.copyOf(parts);
    WstxInputFactory factory = SafeXml.factory();
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    xml = SafeXml.reader(factory, content.reader(), EXPECTED);
  }

  /** Whether this is the root of such a file. */
  public static boolean isRoot(String root) {
    return root.equals("article") || root.equals("pmc-articleset");
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public GoldDocument next() throws IOException {
    article = new JatsArticle();
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("article")) {
          records++;
          String place = "line " + xml.getLocation().getLineNumber();
          each(this::article);
          return GoldDocument.unmarked(article.finish(content, place, records));
        }
      }
      return null;
    } catch (XMLStreamException e) {
      throw SafeXml.fault(e, article.id(), EXPECTED);
    } catch (WstxLazyException e) {
      // Text is parsed when asked for, and then a fault in it comes unchecked.
      throw SafeXml.fault((XMLStreamException) e.getCause(), article.id(), EXPECTED);
    }
  }

  private interface Handler {
    /** Consumes the element up to its end. */
    void element(String name) throws XMLStreamException;
  }

  private void each(Handler handler) throws XMLStreamException {
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        handler.element(xml.getLocalName());
      }
    }
  }

  private void article(String name) throws XMLStreamException {
    switch (name) {
      case "front", "journal-meta", "journal-title-group" -> each(this::article);
      case "journal-title" -> article.bibliography().journal(text().text());
      case "article-meta" -> each(this::meta);
      case BODY -> each(part -> block(part, BODY, true));
      case "floats-group" -> block(name, BODY, false);
      case "back" -> each(this::reference);
      default -> skip();
    }
  }

  /** A list of references, or a part of it; or something else after the body. */
  private void reference(String name) throws XMLStreamException {
    boolean isWanted = parts.contains(FullTextPart.REFERENCES);
    switch (name) {
      case "ref-list", "ref", "citation-alternatives" -> {
        if (isWanted) {
          each(this::reference);
        } else {
          skip();
        }
      }
      case "mixed-citation", "citation", "nlm-citation" -> article.paragraph("references", text());
      case "element-citation" -> {
        StyledTextBuilder text = new StyledTextBuilder();
        spaced(text);
        article.paragraph("references", text.build());
      }
      default -> skip();
    }
  }

  /** The text of a citation whose parts have nothing between them. */
  private void spaced(StyledTextBuilder text) throws XMLStreamException {
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        text.space();
        spaced(text);
        text.space();
      } else if (xml.isCharacters()) {
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      }
    }
  }

  private void meta(String name) throws XMLStreamException {
    switch (name) {
      case "article-id" -> {
        String type = String.valueOf(xml.getAttributeValue(null, "pub-id-type"));
        article.articleId(type, text().text());
      }
      case "title-group" -> each(this::meta);
      case "article-title" -> article.title(text());
      case "pub-date" -> each(this::meta);
      case "year" -> article.bibliography().date(text().text());
      case "abstract" -> {
        if (xml.getAttributeValue(null, "abstract-type") == null) {
          each(part -> abstractPart(part, ""));
        } else {
          skip(); // a teaser, a graphic, or the same in plain language
        }
      }
      default -> skip();
    }
  }

  /** A paragraph of the abstract, or a section whose heading is its label. */
  private void abstractPart(String name, String label) throws XMLStreamException {
    if (name.equals("sec")) {
      String[] heading = {label};
      each(
          part -> {
            if (part.equals("title")) {
              heading[0] = text().text();
            } else {
              abstractPart(part, heading[0]);
            }
          });
    } else if (name.equals("p")) {
      article.abstractText(InlineLabels.sectionLabel(label), text());
    } else if (HOLDERS.contains(name)) {
      each(part -> abstractPart(part, label));
    } else {
      skip();
    }
  }

  /**
   * A part of the body.
   *
   * @param isTop whether a section here gives its heading as the label of all in it
   */
  private void block(String name, String label, boolean isTop) throws XMLStreamException {
    if (name.equals("sec")) {
      String[] section = {label};
      each(
          part -> {
            if (part.equals("title")) {
              StyledText heading = text();
              if (isTop && !heading.isEmpty()) {
                section[0] = InlineLabels.sectionLabel(heading.text());
              }
              article.paragraph(section[0], heading);
            } else {
              block(part, section[0], false);
            }
          });
    } else if (name.equals("p") || name.equals("title") || name.equals("term")) {
      article.paragraph(label, text());
      article.takeCaptions();
    } else if (name.equals("fig") || name.equals("table-wrap")) {
      caption(name);
      article.takeCaptions();
    } else if (HOLDERS.contains(name)) {
      each(part -> block(part, label, false));
    } else {
      skip();
    }
  }

  private void caption(String holder) throws XMLStreamException {
    String label = holder.equals("fig") ? "figure caption" : "table caption";
    each(
        part -> {
          if (part.equals("caption")) {
            article.caption(label, text());
          } else {
            cells(part);
          }
        });
  }

  /** Rows of a table and the notes below it, each a line after the caption. */
  private void cells(String name) throws XMLStreamException {
    if (!parts.contains(FullTextPart.TABLES)) {
      skip();
      return;
    }
    switch (name) {
      case "alternatives", "table", "thead", "tbody", "tfoot" -> each(this::cells);
      case "table-wrap-foot", "fn-group", "fn" -> each(this::cells);
      case "p" -> article.caption(TABLE, text());
      case "tr" -> {
        StyledTextBuilder row = new StyledTextBuilder();
        each(
            cell -> {
              if (row.length() > 0) {
                row.append(BAR, 0, BAR.length);
              }
              text(row, false, false);
            });
        article.caption(TABLE, row.build());
      }
      default -> skip();
    }
  }

  /** The running text of an element. Captions inside it are kept for later. */
  private StyledText text() throws XMLStreamException {
    StyledTextBuilder text = new StyledTextBuilder();
    text(text, false, false);
    return text.build();
  }

  /** Adds the text up to the end of the element; true if there is a citation in it. */
  private boolean text(StyledTextBuilder text, boolean isInSuperscript, boolean isInReference)
      throws XMLStreamException {
    boolean cites = false;
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
        cites |= element(xml.getLocalName(), text, isInSuperscript, isInReference);
      } else if (xml.isCharacters()) {
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
      }
    }
    return cites;
  }

  private boolean element(
      String name, StyledTextBuilder text, boolean isInSuperscript, boolean isInReference)
      throws XMLStreamException {
    if (name.equals("fig") || name.equals("table-wrap")) {
      caption(name);
      return false;
    }
    if (SILENT.contains(name)) {
      skip();
      return false;
    }
    boolean isReference =
        name.equals("xref") && "bibr".equals(xml.getAttributeValue(null, "ref-type"));
    if (BLOCKS.contains(name)) {
      text.space();
    }
    int begin = text.length();
    text.open(STYLES.get(name));
    boolean isRaised = isInSuperscript || name.equals("sup");
    boolean cites = text(text, isRaised, isInReference || isReference);
    boolean isCitation = isReference || cites;
    if (isRaised && (isCitation || isInReference) && CITATION.matcher(text.from(begin)).matches()) {
      text.cut(begin);
    }
    text.close();
    if (BLOCKS.contains(name)) {
      text.space();
    }
    return isCitation;
  }

  private void skip() throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
    }
  }
}
