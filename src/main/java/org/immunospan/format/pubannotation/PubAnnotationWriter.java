package org.immunospan.format.pubannotation;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.format.write.JsonText;
import org.immunospan.format.write.Links;
import org.immunospan.format.write.MarkedDocument;
import org.immunospan.format.write.Written;
import org.immunospan.text.CodePoints;
import org.immunospan.text.Span;

/**
 * Writes PubAnnotation JSON: an array of documents with denotations, and attributes for
 * identifiers, classes and all else that is known. Offsets count code points. A discontinuous
 * mention is a bag of spans. Nothing is lost.
 */
public final class PubAnnotationWriter implements DocumentWriter {

  private static final String FILE = "documents.pubannotation.json";

  @Override
  public String name() {
    return "pubannotation";
  }

  @Override
  public List<OneFile> files() {
    return List.of(new OneFile(FILE, "[\n", ",\n", "\n]\n"));
  }

  @Override
  public void write(MarkedDocument document, Written written) {
    written.part(FILE).append(JsonText.of(json -> write(document.gold(), json)));
  }

  private static void write(GoldDocument gold, JsonGenerator json) throws IOException {
    CodePoints points = CodePoints.of(gold.text());
    json.writeStartObject();
    if (Links.ofDocument(gold.id()).startsWith("https://pubmed")) {
      json.writeStringField("sourcedb", "PubMed");
    }
    json.writeStringField("sourceid", gold.id());
    json.writeStringField("text", gold.text());
    json.writeArrayFieldStart("denotations");
    int number = 0;
    for (GoldMention mention : gold.mentions()) {
      json.writeStartObject();
      json.writeStringField("id", "T" + ++number);
      json.writeFieldName("span");
      if (mention.isDiscontinuous()) {
        json.writeStartArray();
      }
      for (Span part : mention.partsOrSpan()) {
        json.writeStartObject();
        json.writeNumberField("begin", points.fromUtf16(part.begin()));
        json.writeNumberField("end", points.fromUtf16(part.end()));
        json.writeEndObject();
      }
      if (mention.isDiscontinuous()) {
        json.writeEndArray();
      }
      json.writeStringField("obj", mention.type());
      json.writeEndObject();
    }
    json.writeEndArray();
    attributes(gold.mentions(), json);
    json.writeEndObject();
  }

  private static void attributes(List<GoldMention> mentions, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart("attributes");
    int count = 0;
    for (int i = 0; i < mentions.size(); i++) {
      GoldMention mention = mentions.get(i);
      String subject = "T" + (i + 1);
      for (String identifier : mention.identifiers()) {
        attribute(++count, subject, PubAnnotationReader.IDENTIFIER, identifier, json);
      }
      if (!mention.subtype().isEmpty()) {
        attribute(++count, subject, PubAnnotationReader.SUBTYPE, mention.subtype(), json);
      }
      for (Map.Entry<String, String> note : mention.notes().entrySet()) {
        attribute(++count, subject, note.getKey(), note.getValue(), json);
      }
    }
    json.writeEndArray();
  }

  private static void attribute(
      int number, String subject, String predicate, String object, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", "A" + number);
    json.writeStringField("subj", subject);
    json.writeStringField("pred", predicate);
    json.writeStringField("obj", object);
    json.writeEndObject();
  }
}
