package org.immunospan.format.cas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.gold.Notes;
import org.immunospan.format.write.Loss;
import org.immunospan.format.write.MarkedDocument;
import org.immunospan.format.write.Written;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;

/**
 * A document as the feature structures of a CAS: its metadata, sentences and tokens where the
 * pipeline made them, and a {@code NamedEntity} for each mention. Begin and end count UTF-16 code
 * units, as UIMA does. The names of types are those of DKPro Core; {@code NamedEntity} has our
 * columns as further features.
 */
final class CasElements {

  /** The file with the types, which is next to the documents. */
  static final String TYPE_SYSTEM = "TypeSystem.xml";

  static final String ANNOTATION = "uima.tcas.Annotation";
  private static final String DKPRO = "de.tudarmstadt.ukp.dkpro.core.api.";
  private static final String METADATA = DKPRO + "metadata.type.DocumentMetaData";
  private static final String SENTENCE = DKPRO + "segmentation.type.Sentence";
  private static final String TOKEN = DKPRO + "segmentation.type.Token";
  private static final String ENTITY = DKPRO + "ner.type.NamedEntity";

  /**
   * A type of annotation; all its features are strings.
   *
   * @param features without those of its supertype
   */
  record Type(String name, String supertype, List<String> features) {}

  /** An annotation. */
  record Element(String type, int begin, int end, Map<String, String> features) {}

  static final List<Type> TYPES =
      List.of(
          new Type(
              METADATA, "uima.tcas.DocumentAnnotation", List.of("documentTitle", "documentId")),
          new Type(SENTENCE, ANNOTATION, List.of()),
          new Type(TOKEN, ANNOTATION, List.of()),
          new Type(ENTITY, ANNOTATION, entityFeatures()));

  private CasElements() {}

  private static List<String> entityFeatures() {
    List<String> features = new ArrayList<>(List.of("value", "identifier", "subtype"));
    features.addAll(Notes.NAMES);
    return List.copyOf(features);
  }

  static List<Element> of(MarkedDocument document, Written written) {
    List<Element> elements = new ArrayList<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("language", "en");
    metadata.put("documentTitle", document.gold().document().title());
    metadata.put("documentId", document.gold().id());
    metadata.values().removeIf(String::isEmpty);
    elements.add(new Element(METADATA, 0, document.text().length(), metadata));
    for (Sentence sentence : document.sentences()) {
      elements.add(element(SENTENCE, sentence.span()));
      for (int i = 0; i < sentence.tokens().size(); i++) {
        elements.add(element(TOKEN, sentence.tokens().span(i, i)));
      }
    }
    for (GoldMention mention : document.gold().mentions()) {
      Map<String, String> features = new LinkedHashMap<>();
      features.put("value", mention.type());
      features.put("identifier", String.join("|", mention.identifiers()));
      features.put("subtype", mention.subtype());
      features.putAll(mention.notes());
      features.values().removeIf(String::isEmpty);
      elements.add(new Element(ENTITY, mention.span().begin(), mention.span().end(), features));
      written.lose(Loss.PARTS, mention.isDiscontinuous() ? 1 : 0);
    }
    return elements;
  }

  private static Element element(String type, Span span) {
    return new Element(type, span.begin(), span.end(), Map.of());
  }

  /** The descriptor of the types. */
  static String typeSystem() {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\">\n");
    xml.append("<name>immunospan</name>\n<types>\n");
    for (Type type : TYPES) {
      xml.append("<typeDescription><name>").append(type.name()).append("</name><description/>");
      xml.append("<supertypeName>").append(type.supertype()).append("</supertypeName>\n");
      xml.append("<features>\n");
      for (String feature : type.features()) {
        xml.append("<featureDescription><name>").append(feature).append("</name><description/>");
        xml.append("<rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>\n");
      }
      xml.append("</features></typeDescription>\n");
    }
    return xml.append("</types>\n</typeSystemDescription>\n").toString();
  }
}
