package org.immunospan.format.bioc;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.Identifiers;
import org.immunospan.format.record.FormatReader;
import org.immunospan.format.record.GoldDraft;
import org.immunospan.format.record.InlineLabels;
import org.immunospan.format.record.WrittenMention;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.ReadFault;
import org.immunospan.text.Document;
import org.immunospan.text.DocumentBuilder;

/**
 * BioC XML (Comeau et al. 2013). The text is the passages joined by newlines; a first passage of
 * type {@code title} is the title. Annotations are placed relative to their passage, whatever unit
 * the offsets of passages count in. An annotation with several locations is discontinuous.
 * Identifiers come from infons such as {@code identifier}, {@code NCBI Gene identifier} and {@code
 * MESH}. No DTD is read.
 */
public final class BioCReader implements FormatReader {

  private static final Set<String> IDENTIFIER_KEYS = Set.of("ncbi gene", "mesh", "ncbi homologene");

  private final Content content;
  private final XMLStreamReader xml;
  private long records;

  public BioCReader(Content content) throws IOException {
    this.content = content;
    XMLInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      xml = factory.createXMLStreamReader(content.reader());
    } catch (XMLStreamException e) {
      throw fault(e, "");
    }
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public GoldDocument next() throws IOException {
    Draft draft = new Draft();
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("document")) {
          records++;
          read(draft);
          return document(draft);
        }
      }
      return null;
    } catch (XMLStreamException e) {
      throw fault(e, draft.id);
    } catch (NumberFormatException e) {
      throw new ReadFault(
          "line " + xml.getLocation().getLineNumber(),
          draft.id,
          "expected a number, " + e.getMessage());
    }
  }

  /** A document while it is read. */
  private static final class Draft {
    String id = "";
    String infon = "";
    String firstType = "";
    int passageOffset;
    int passageStart;
    int firstEnd;
    final StringBuilder text = new StringBuilder();
    final List<WrittenMention> mentions = new ArrayList<>();

    void passage(String passage) {
      if (text.isEmpty()) {
        firstType = infon;
        firstEnd = passage.length();
      } else {
        text.append('\n');
      }
      passageStart = text.length();
      text.append(passage);
      infon = "";
    }
  }

  private void read(Draft draft) throws XMLStreamException {
    while (!ends("document")) {
      if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "id" -> draft.id = xml.getElementText().strip();
        case "infon" -> {
          boolean isType = "type".equals(xml.getAttributeValue(null, "key"));
          String value = xml.getElementText().strip();
          draft.infon = isType ? value : draft.infon;
        }
        case "offset" -> draft.passageOffset = Integer.parseInt(xml.getElementText().strip());
        case "text" -> draft.passage(xml.getElementText());
        case "annotation" -> draft.mentions.add(annotation(draft));
        default -> {}
      }
    }
  }

  private GoldDocument document(Draft draft) throws ReadFault {
    String id = draft.id.isEmpty() ? content.fallbackId(records) : draft.id;
    String text = draft.text.toString();
    if (text.isBlank()) {
      throw ReadFault.ofRecord(
          "line " + xml.getLocation().getLineNumber(), id, "found no text, expected some");
    }
    DocumentBuilder builder = new DocumentBuilder(id);
    String title = text.substring(0, draft.firstEnd);
    boolean titled =
        draft.firstType.equals("title") && !title.isBlank() && draft.firstEnd + 1 < text.length();
    if (titled) {
      builder.title(title);
      text = text.substring(draft.firstEnd + 1);
    }
    Document document =
        builder.parts(text, InlineLabels.sections(text)).sourceFile(content.sourceFile()).build();
    GoldDraft gold = new GoldDraft(document);
    draft.mentions.forEach(gold::add);
    return gold.finish();
  }

  private WrittenMention annotation(Draft draft) throws XMLStreamException {
    String place = content.sourceFile() + ":" + xml.getLocation().getLineNumber();
    String type = "";
    String identifier = "";
    String text = "";
    int[] offsets = {};
    while (!ends("annotation")) {
      if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "infon" -> {
          String key = String.valueOf(xml.getAttributeValue(null, "key"));
          String value = xml.getElementText().strip();
          if (key.equals("type")) {
            type = value;
          } else if (isIdentifier(key)) {
            identifier = identifier.isEmpty() ? value : identifier + "|" + value;
          }
        }
        case "location" -> {
          int begin = number("offset") - draft.passageOffset;
          int size = offsets.length;
          offsets = Arrays.copyOf(offsets, size + 2);
          offsets[size] = begin;
          offsets[size + 1] = begin + number("length");
        }
        case "text" -> text = xml.getElementText();
        default -> {}
      }
    }
    if (offsets.length == 0) {
      throw new XMLStreamException("an annotation without location", xml.getLocation());
    }
    return new WrittenMention(
        place, draft.passageStart, offsets, text, type, "", Identifiers.parse(identifier, type));
  }

  private static boolean isIdentifier(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return lower.endsWith("identifier") || IDENTIFIER_KEYS.contains(lower);
  }

  private int number(String attribute) {
    return Integer.parseInt(String.valueOf(xml.getAttributeValue(null, attribute)));
  }

  /** Moves on; true at the end tag of that name. */
  private boolean ends(String element) throws XMLStreamException {
    return xml.next() == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element);
  }

  private static ReadFault fault(XMLStreamException e, String id) {
    ReadFault inner = ReadFault.within(e);
    if (inner != null) {
      return inner.in(id);
    }
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
    String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new ReadFault("line " + line, id, "expected BioC XML: " + first);
  }
}
