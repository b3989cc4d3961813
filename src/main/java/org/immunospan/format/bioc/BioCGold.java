package org.immunospan.format.bioc;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.immunospan.format.gold.GoldLines;
import org.immunospan.format.gold.GoldReader;
import org.immunospan.format.gold.GoldSink;
import org.immunospan.format.gold.Identifiers;
import org.immunospan.format.gold.MalformedCorpusException;
import org.immunospan.format.record.GoldDraft;
import org.immunospan.text.Document;

/**
 * BioC XML (Comeau et al. 2013). The text is the passages joined by newlines; annotations are
 * placed relative to their passage, whatever unit the offsets of passages count in, and count code
 * points inside it. An annotation with several locations is discontinuous. Identifiers come from
 * the infon {@code identifier}. Document types are not read.
 */
public final class BioCGold implements GoldReader {

  @Override
  public void read(Path source, GoldSink sink) throws IOException {
    XMLInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try (InputStream bytes = GoldLines.open(source)) {
      XMLStreamReader xml = factory.createXMLStreamReader(bytes);
      try {
        while (xml.hasNext()) {
          if (xml.next() == XMLStreamConstants.START_ELEMENT
              && xml.getLocalName().equals("document")) {
            document(source, xml, sink);
          }
        }
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
      String first = e.getMessage().lines().findFirst().orElse("");
      throw new MalformedCorpusException(source + ":" + line, "expected BioC XML: " + first);
    } catch (NumberFormatException e) {
      throw new MalformedCorpusException(source.toString(), "expected a number, " + e.getMessage());
    }
  }

  private static void document(Path source, XMLStreamReader xml, GoldSink sink)
      throws XMLStreamException {
    String id = "";
    StringBuilder text = new StringBuilder();
    List<Mark> marks = new ArrayList<>();
    int passageStart = 0;
    int passageOffset = 0;
    while (!ends(xml, "document")) {
      if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "id" -> id = xml.getElementText().strip();
        case "offset" -> passageOffset = Integer.parseInt(xml.getElementText().strip());
        case "text" -> {
          text.append(text.isEmpty() ? "" : "\n");
          passageStart = text.codePointCount(0, text.length());
          text.append(xml.getElementText());
        }
        case "annotation" -> marks.add(annotation(source, xml, passageStart - passageOffset));
        default -> {}
      }
    }
    GoldDraft draft = new GoldDraft(Document.of(id, "", text.toString()), sink);
    for (Mark mark : marks) {
      List<String> identifiers = Identifiers.parse(mark.identifier, mark.type);
      draft.add(mark.place, mark.offsets, mark.text, mark.type, "", identifiers);
    }
    draft.finish();
  }

  private static Mark annotation(Path source, XMLStreamReader xml, int shift)
      throws XMLStreamException {
    Mark mark = new Mark(source + ":" + xml.getLocation().getLineNumber());
    while (!ends(xml, "annotation")) {
      if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "infon" -> {
          String key = String.valueOf(xml.getAttributeValue(null, "key"));
          String value = xml.getElementText().strip();
          if (key.equals("type")) {
            mark.type = value;
          } else if (key.toLowerCase(Locale.ROOT).equals("identifier")) {
            mark.identifier = value;
          }
        }
        case "location" -> {
          int begin = Integer.parseInt(xml.getAttributeValue(null, "offset")) + shift;
          int end = begin + Integer.parseInt(xml.getAttributeValue(null, "length"));
          int size = mark.offsets.length;
          mark.offsets = Arrays.copyOf(mark.offsets, size + 2);
          mark.offsets[size] = begin;
          mark.offsets[size + 1] = end;
        }
        case "text" -> mark.text = xml.getElementText();
        default -> {}
      }
    }
    if (mark.offsets.length == 0) {
      throw new XMLStreamException("an annotation without location", xml.getLocation());
    }
    return mark;
  }

  /** Moves on; true at the end tag of that name. */
  private static boolean ends(XMLStreamReader xml, String element) throws XMLStreamException {
    return xml.next() == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element);
  }

  private static final class Mark {
    final String place;
    String type = "";
    String identifier = "";
    String text = "";
    int[] offsets = {};

    Mark(String place) {
      this.place = place;
    }
  }
}
