package org.immunospan.format.source;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Parsers of XML from anywhere: none reads a DTD or an external entity. */
public final class SafeXml {

  private SafeXml() {}

  /** A new factory of such parsers, whose other properties the caller may set. */
  public static WstxInputFactory factory() {
    WstxInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /**
   * A parser of a text.
   *
   * @param expected what the text is to be, for messages
   * @throws ReadFault if its beginning is damaged
   */
  public static XMLStreamReader reader(XMLInputFactory factory, Reader text, String expected)
      throws ReadFault {
    try {
      return factory.createXMLStreamReader(text);
    } catch (XMLStreamException e) {
      throw fault(e, "", expected);
    }
  }

  /**
   * What a parser threw, as a fault with its line; a fault of the file below it as that one is.
   *
   * @param id of the document, or ""
   * @param expected what the text is to be
   */
  public static ReadFault fault(XMLStreamException e, String id, String expected) {
    ReadFault inner = ReadFault.within(e);
    if (inner != null) {
      return inner.in(id);
    }
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
    String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new ReadFault("line " + line, id, "expected " + expected + ": " + first);
  }
}
