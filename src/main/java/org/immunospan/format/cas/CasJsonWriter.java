package org.immunospan.format.cas;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.immunospan.format.write.JsonText;
import org.immunospan.format.write.MarkedDocument;
import org.immunospan.format.write.Written;

/**
 * Writes JSON CAS 0.4, one file for each document, with the types in it and in {@code
 * TypeSystem.xml} next to it. Offsets count UTF-16 code units. Lost are the parts of discontinuous
 * mentions.
 */
public final class CasJsonWriter extends CasWriter {

  @Override
  public String name() {
    return "cas-json";
  }

  @Override
  public void write(MarkedDocument document, Written written) {
    List<CasElements.Element> elements = CasElements.of(document, written);
    written.part(".json").append(JsonText.of(json -> write(document.text(), elements, json)));
  }

  private static void write(String text, List<CasElements.Element> elements, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("%TYPES");
    for (CasElements.Type type : CasElements.TYPES) {
      json.writeObjectFieldStart(type.name());
      json.writeStringField("%NAME", type.name());
      json.writeStringField("%SUPER_TYPE", type.supertype());
      for (String feature : type.features()) {
        json.writeObjectFieldStart(feature);
        json.writeStringField("%NAME", feature);
        json.writeStringField("%RANGE", "uima.cas.String");
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeArrayFieldStart("%FEATURE_STRUCTURES");
    json.writeStartObject();
    json.writeNumberField("%ID", 1);
    json.writeStringField("%TYPE", "uima.cas.Sofa");
    json.writeNumberField("sofaNum", 1);
    json.writeStringField("sofaID", "_InitialView");
    json.writeStringField("mimeType", "text");
    json.writeStringField("sofaString", text);
    json.writeEndObject();
    for (int i = 0; i < elements.size(); i++) {
      CasElements.Element element = elements.get(i);
      json.writeStartObject();
      json.writeNumberField("%ID", i + 2);
      json.writeStringField("%TYPE", element.type());
      json.writeNumberField("@sofa", 1);
      json.writeNumberField("begin", element.begin());
      json.writeNumberField("end", element.end());
      for (Map.Entry<String, String> feature : element.features().entrySet()) {
        json.writeStringField(feature.getKey(), feature.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("%VIEWS");
    json.writeObjectFieldStart("_InitialView");
    json.writeNumberField("%SOFA", 1);
    json.writeArrayFieldStart("%MEMBERS");
    for (int i = 0; i < elements.size(); i++) {
      json.writeNumber(i + 2);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }
}
