package org.immunospan.format.bioc;

import java.util.List;
import java.util.Map;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.write.CleanText;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.format.write.MarkedDocument;
import org.immunospan.format.write.Written;

/**
 * Writes BioC XML as its DTD has it. Offsets count code points on the whole text. Lost are only the
 * characters that XML 1.0 does not have.
 */
public final class BioCXmlWriter implements DocumentWriter {

  private static final String FILE = "documents.bioc.xml";
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<!DOCTYPE collection SYSTEM \"BioC.dtd\">\n"
          + "<collection><source>immunospan</source><date></date><key></key>"
          + "<infon key=\"offsets\">code points</infon>\n";

  @Override
  public String name() {
    return "bioc-xml";
  }

  @Override
  public List<OneFile> files() {
    return List.of(new OneFile(FILE, HEAD, "", "</collection>\n"));
  }

  @Override
  public void write(MarkedDocument document, Written written) {
    GoldDocument gold = document.gold();
    StringBuilder xml = written.part(FILE);
    xml.append("<document><id>").append(CleanText.xml(gold.id(), written)).append("</id>\n");
    for (BioCPassage passage : BioCPassage.of(gold)) {
      xml.append("<passage>");
      infon("type", passage.label(), xml, written);
      xml.append("<offset>").append(passage.offset()).append("</offset>");
      text(passage.text(), xml, written);
      for (BioCPassage.Annotation annotation : passage.annotations()) {
        xml.append("\n<annotation id=\"").append(annotation.id()).append("\">");
        for (Map.Entry<String, String> infon : annotation.infons().entrySet()) {
          infon(infon.getKey(), infon.getValue(), xml, written);
        }
        for (BioCPassage.Location location : annotation.locations()) {
          xml.append("<location offset=\"").append(location.offset());
          xml.append("\" length=\"").append(location.length()).append("\"/>");
        }
        text(annotation.text(), xml, written);
        xml.append("</annotation>");
      }
      xml.append("</passage>\n");
    }
    xml.append("</document>\n");
  }

  private static void infon(String key, String value, StringBuilder xml, Written written) {
    xml.append("<infon key=\"").append(key).append("\">");
    xml.append(CleanText.xml(value, written)).append("</infon>");
  }

  private static void text(String text, StringBuilder xml, Written written) {
    xml.append("<text>").append(CleanText.xml(text, written)).append("</text>");
  }
}
