package org.immunospan.format.w3c;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.format.write.JsonText;
import org.immunospan.format.write.Links;
import org.immunospan.format.write.Loss;
import org.immunospan.format.write.MarkedDocument;
import org.immunospan.format.write.Written;
import org.immunospan.text.CodePoints;
import org.immunospan.text.Span;

/**
 * Writes a page of W3C Web Annotations (Recommendation of 2017) in JSON-LD. Each target has a
 * TextPositionSelector, which counts code points as the Recommendation asks, and a
 * TextQuoteSelector with the words before and after. A discontinuous mention has several targets.
 * Lost are the texts, scores and names.
 */
public final class WebAnnotationWriter implements DocumentWriter {

  private static final String FILE = "annotations.jsonld";
  private static final String HEAD =
      "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":\"urn:immunospan:annotations\","
          + "\"type\":\"AnnotationPage\",\"items\":[\n";

  /** Characters of the quoted context. */
  private static final int CONTEXT = 32;

  @Override
  public String name() {
    return "w3c";
  }

  @Override
  public List<OneFile> files() {
    return List.of(new OneFile(FILE, HEAD, ",\n", "\n]}\n"));
  }

  @Override
  public void write(MarkedDocument document, Written written) {
    GoldDocument gold = document.gold();
    CodePoints points = CodePoints.of(gold.text());
    StringBuilder items = written.part(FILE);
    for (int i = 0; i < gold.mentions().size(); i++) {
      GoldMention mention = gold.mentions().get(i);
      String id = Links.uriOfMention(gold.id(), i + 1);
      items.append(i == 0 ? "" : ",\n");
      items.append(JsonText.of(json -> annotation(id, gold, mention, points, json)));
      written.lose(Loss.NOTES, mention.notes().isEmpty() ? 0 : 1);
    }
    written.lose(Loss.TEXTS, 1);
  }

  private static void annotation(
      String id, GoldDocument gold, GoldMention mention, CodePoints points, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeStringField("type", "Annotation");
    json.writeArrayFieldStart("body");
    tag(mention.type(), json);
    if (!mention.subtype().isEmpty()) {
      tag(mention.subtype(), json);
    }
    for (String identifier : mention.identifiers()) {
      String link = Links.ofConcept(identifier);
      json.writeStartObject();
      if (link.isEmpty()) {
        json.writeStringField("type", "TextualBody");
        json.writeStringField("purpose", "identifying");
        json.writeStringField("value", identifier);
      } else {
        json.writeStringField("type", "SpecificResource");
        json.writeStringField("purpose", "identifying");
        json.writeStringField("source", link);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("target");
    for (Span part : mention.partsOrSpan()) {
      target(Links.uriOfDocument(gold.id()), gold.text(), part, points, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void tag(String value, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "TextualBody");
    json.writeStringField("purpose", "classifying");
    json.writeStringField("value", value);
    json.writeEndObject();
  }

  private static void target(
      String source, String text, Span span, CodePoints points, JsonGenerator json)
      throws IOException {
    int begin = points.fromUtf16(span.begin());
    int end = points.fromUtf16(span.end());
    int from = points.toUtf16(Math.max(0, begin - CONTEXT));
    int to = points.toUtf16(Math.min(points.length(), end + CONTEXT));
    json.writeStartObject();
    json.writeStringField("source", source);
    json.writeArrayFieldStart("selector");
    json.writeStartObject();
    json.writeStringField("type", "TextPositionSelector");
    json.writeNumberField("start", begin);
    json.writeNumberField("end", end);
    json.writeEndObject();
    json.writeStartObject();
    json.writeStringField("type", "TextQuoteSelector");
    json.writeStringField("exact", span.of(text));
    json.writeStringField("prefix", text.substring(from, span.begin()));
    json.writeStringField("suffix", text.substring(span.end(), to));
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }
}
