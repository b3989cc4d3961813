package org.immunospan.format.bioc;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.format.write.JsonText;
import org.immunospan.format.write.MarkedDocument;
import org.immunospan.format.write.Written;

/**
 * Writes BioC JSON, as the services of NCBI and the Python package {@code bioc} have it. Offsets
 * count code points on the whole text. Nothing is lost.
 */
public final class BioCJsonWriter implements DocumentWriter {

  private static final String FILE = "documents.bioc.json";
  private static final String HEAD =
      "{\"source\":\"immunospan\",\"date\":\"\",\"key\":\"\","
          + "\"infons\":{\"offsets\":\"code points\"},\"documents\":[\n";

  @Override
  public String name() {
    return "bioc-json";
  }

  @Override
  public List<OneFile> files() {
    return List.of(new OneFile(FILE, HEAD, ",\n", "\n]}\n"));
  }

  @Override
  public void write(MarkedDocument document, Written written) {
    written.part(FILE).append(JsonText.of(json -> write(document.gold(), json)));
  }

  private static void write(GoldDocument gold, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", gold.id());
    infons(Map.of(), json);
    json.writeArrayFieldStart("passages");
    for (BioCPassage passage : BioCPassage.of(gold)) {
      json.writeStartObject();
      json.writeNumberField("offset", passage.offset());
      infons(Map.of("type", passage.label()), json);
      json.writeStringField("text", passage.text());
      none("sentences", json);
      json.writeArrayFieldStart("annotations");
      for (BioCPassage.Annotation annotation : passage.annotations()) {
        json.writeStartObject();
        json.writeStringField("id", annotation.id());
        infons(annotation.infons(), json);
        json.writeStringField("text", annotation.text());
        json.writeArrayFieldStart("locations");
        for (BioCPassage.Location location : annotation.locations()) {
          json.writeStartObject();
          json.writeNumberField("offset", location.offset());
          json.writeNumberField("length", location.length());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      none("relations", json);
      json.writeEndObject();
    }
    json.writeEndArray();
    none("relations", json);
    json.writeEndObject();
  }

  private static void infons(Map<String, String> infons, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("infons");
    for (Map.Entry<String, String> infon : infons.entrySet()) {
      json.writeStringField(infon.getKey(), infon.getValue());
    }
    json.writeEndObject();
  }

  private static void none(String array, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(array);
    json.writeEndArray();
  }
}
