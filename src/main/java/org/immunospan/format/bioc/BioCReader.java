package org.immunospan.format.bioc;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.record.FormatReader;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.ReadFault;
import org.immunospan.format.source.SafeXml;

/**
 * BioC XML (Comeau et al. 2013), as {@link BioCDraft} lays it out. An annotation with several
 * locations is discontinuous. Identifiers come from infons such as {@code identifier}, {@code NCBI
 * Gene identifier} and {@code MESH}. No DTD is read.
 */
public final class BioCReader implements FormatReader {

  private static final String EXPECTED = "BioC XML";

  private final Content content;
  private final XMLStreamReader xml;
  private long records;

  public BioCReader(Content content) throws IOException {
    this.content = content;
    XMLInputFactory factory = SafeXml.factory();
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    xml = SafeXml.reader(factory, content.reader(), EXPECTED);
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public GoldDocument next() throws IOException {
    BioCDraft draft = new BioCDraft();
    try {
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("document")) {
          records++;
          read(draft);
          return draft.finish(content, "line " + xml.getLocation().getLineNumber(), records);
        }
      }
      return null;
    } catch (XMLStreamException e) {
      throw SafeXml.fault(e, draft.id(), EXPECTED);
    } catch (NumberFormatException e) {
      throw new ReadFault(
          "line " + xml.getLocation().getLineNumber(),
          draft.id(),
          "expected a number, " + e.getMessage());
    }
  }

  private void read(BioCDraft draft) throws XMLStreamException {
    Map<String, String> infons = new HashMap<>();
    boolean isInSentence = false;
    int offset = 0;
    while (!ends("document")) {
      if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "id" -> draft.id(xml.getElementText());
        case "passage" -> {
          infons.clear();
          isInSentence = false;
        }
        case "sentence" -> isInSentence = true;
        case "infon" -> infon(isInSentence ? new HashMap<>() : infons);
        case "offset" -> offset = Integer.parseInt(xml.getElementText().strip());
        case "text" -> draft.passage(xml.getElementText(), infons);
        case "annotation" -> annotation(draft, offset);
        default -> {}
      }
    }
  }

  private void infon(Map<String, String> infons) throws XMLStreamException {
    String key = String.valueOf(xml.getAttributeValue(null, "key"));
    infons.put(key, xml.getElementText().strip());
  }

  private void annotation(BioCDraft draft, int passageOffset) throws XMLStreamException {
    String place = content.sourceFile() + ":" + xml.getLocation().getLineNumber();
    Map<String, String> infons = new LinkedHashMap<>();
    String text = "";
    int[] offsets = {};
    while (!ends("annotation")) {
      if (xml.getEventType() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "infon" -> infon(infons);
        case "location" -> {
          int begin = number("offset") - passageOffset;
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
    draft.annotation(place, infons, offsets, text);
  }

  private int number(String attribute) {
    return Integer.parseInt(String.valueOf(xml.getAttributeValue(null, attribute)));
  }

  /** Moves on; true at the end tag of that name. */
  private boolean ends(String element) throws XMLStreamException {
    return xml.next() == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element);
  }
}
