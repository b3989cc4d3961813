package org.immunospan.format.source;

import com.ctc.wstx.stax.WstxInputFactory;
import javax.xml.stream.XMLInputFactory;

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
}
