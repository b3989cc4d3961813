package org.immunospan.format.cas;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.format.write.CleanText;
import org.immunospan.format.write.MarkedDocument;
import org.immunospan.format.write.Written;

/**
 * Writes XMI, one file for each document, with {@code TypeSystem.xml} next to them. Offsets count
 * UTF-16 code units. Lost are the parts of discontinuous mentions and the characters that XML 1.0
 * does not have.
 */
public final class XmiWriter extends CasWriter {

  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\""
          + namespaces()
          + " xmi:version=\"2.0\">\n<cas:NULL xmi:id=\"0\"/>\n";

  @Override
  public String name() {
    return "xmi";
  }

  @Override
  public void write(MarkedDocument document, Written written) {
    StringBuilder xmi = written.part(".xmi").append(HEAD);
    List<String> members = new ArrayList<>();
    int id = 1;
    for (CasElements.Element element : CasElements.of(document, written)) {
      members.add(Integer.toString(++id));
      xmi.append('<').append(prefix(element.type())).append(':');
      xmi.append(element.type().substring(element.type().lastIndexOf('.') + 1));
      attribute("xmi:id", Integer.toString(id), xmi, written);
      attribute("sofa", "1", xmi, written);
      attribute("begin", Integer.toString(element.begin()), xmi, written);
      attribute("end", Integer.toString(element.end()), xmi, written);
      element.features().forEach((name, value) -> attribute(name, value, xmi, written));
      xmi.append("/>\n");
    }
    xmi.append("<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text\"");
    attribute("sofaString", document.text(), xmi, written);
    xmi.append("/>\n<cas:View sofa=\"1\"");
    attribute("members", String.join(" ", members), xmi, written);
    xmi.append("/>\n</xmi:XMI>\n");
  }

  private static void attribute(String name, String value, StringBuilder xmi, Written written) {
    xmi.append(' ').append(name).append("=\"");
    // A parser would make spaces of them.
    xmi.append(CleanText.xml(value, written).replace("\n", "&#10;").replace("\t", "&#9;"));
    xmi.append('"');
  }

  /** The short name of a package of types: its part before {@code type}. */
  private static String prefix(String type) {
    String[] words = type.split("\\.", -1);
    return words[words.length - 3];
  }

  private static String namespaces() {
    StringBuilder declarations = new StringBuilder();
    List<String> declared = new ArrayList<>();
    for (CasElements.Type type : CasElements.TYPES) {
      String home = type.name().substring(0, type.name().lastIndexOf('.')).replace('.', '/');
      if (!declared.contains(home)) {
        declared.add(home);
        declarations.append(" xmlns:").append(prefix(type.name())).append("=\"http:///");
        declarations.append(home).append(".ecore\"");
      }
    }
    return declarations.toString();
  }
}
