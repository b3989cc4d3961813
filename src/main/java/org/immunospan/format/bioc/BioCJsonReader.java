package org.immunospan.format.bioc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.record.FormatReader;
import org.immunospan.format.record.JsonObjects;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.Quote;
import org.immunospan.format.source.ReadFault;

/**
 * BioC JSON, as {@link BioCDraft} lays it out: a collection, an array of collections as the service
 * for PMC gives it, the answer of PubTator 3, or one document after the other. Relations are
 * ignored. A document that is not written as it should be is an error of its own.
 */
public final class BioCJsonReader implements FormatReader {

  private final Content content;
  private final JsonObjects documents;

  public BioCJsonReader(Content content) throws IOException {
    this.content = content;
    this.documents =
        new JsonObjects(content, "BioC JSON", Set.of("documents", "PubTator3"), "passages");
  }

  @Override
  public long records() {
    return documents.count();
  }

  @Override
  public GoldDocument next() throws IOException {
    ObjectNode document = documents.next();
    if (document == null) {
      return null;
    }
    BioCDraft draft = new BioCDraft();
    draft.id(JsonObjects.text(document, "id"));
    for (JsonNode passage : document.path("passages")) {
      Map<String, String> infons = infons(passage);
      part(passage, infons, draft);
      for (JsonNode sentence : passage.path("sentences")) {
        part(sentence, infons, draft);
      }
    }
    return draft.finish(content, documents.place(), documents.count());
  }

  /** Takes the text and the annotations of a passage or a sentence. */
  private void part(JsonNode part, Map<String, String> infons, BioCDraft draft) throws ReadFault {
    JsonNode text = part.path("text");
    if (!text.isTextual()) {
      return;
    }
    draft.passage(text.asText(), infons);
    int offset = part.path("offset").asInt();
    String place = content.sourceFile() + ": " + documents.place();
    for (JsonNode annotation : part.path("annotations")) {
      JsonNode locations = annotation.path("locations");
      int[] offsets = new int[2 * locations.size()];
      for (int i = 0; i < locations.size(); i++) {
        offsets[2 * i] = number(locations.get(i), "offset", draft) - offset;
        offsets[2 * i + 1] = offsets[2 * i] + number(locations.get(i), "length", draft);
      }
      if (offsets.length == 0) {
        throw fault(draft, "an annotation without locations: " + annotation);
      }
      draft.annotation(place, infons(annotation), offsets, JsonObjects.text(annotation, "text"));
    }
  }

  private int number(JsonNode location, String field, BioCDraft draft) throws ReadFault {
    JsonNode value = location.path(field);
    if (!value.isInt()) {
      throw fault(draft, field + " " + value);
    }
    return value.asInt();
  }

  private ReadFault fault(BioCDraft draft, String found) {
    return ReadFault.ofRecord(
        documents.place(),
        draft.id(),
        "found " + Quote.of(found) + ", expected locations with offset and length");
  }

  private static Map<String, String> infons(JsonNode node) {
    Map<String, String> infons = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> infon : node.path("infons").properties()) {
      infons.put(infon.getKey(), infon.getValue().isNull() ? "" : infon.getValue().asText());
    }
    return infons;
  }
}
