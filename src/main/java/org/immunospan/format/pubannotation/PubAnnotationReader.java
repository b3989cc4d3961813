package org.immunospan.format.pubannotation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.gold.Identifiers;
import org.immunospan.format.gold.Notes;
import org.immunospan.format.record.FormatReader;
import org.immunospan.format.record.JsonObjects;
import org.immunospan.format.record.TitleAndAbstract;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.Quote;
import org.immunospan.format.source.ReadFault;
import org.immunospan.text.CodePoints;
import org.immunospan.text.Document;
import org.immunospan.text.Span;

/**
 * PubAnnotation JSON: one object, an array of them, or one after the other, each with {@code text}
 * and {@code denotations}, in tracks or not. The type is {@code obj}; attributes named {@code
 * identifier} and {@code subtype} and those named as {@link Notes} are read, other attributes and
 * relations are ignored. Offsets count code points; the format repeats no words, so they cannot be
 * checked. The document is named by {@code sourceid}.
 */
public final class PubAnnotationReader implements FormatReader {

  static final String IDENTIFIER = "identifier";
  static final String SUBTYPE = "subtype";

  private final Content content;
  private final JsonObjects objects;

  public PubAnnotationReader(Content content) throws IOException {
    this.content = content;
    this.objects = new JsonObjects(content, "PubAnnotation JSON", Set.of(), "text");
  }

  @Override
  public long records() {
    return objects.count();
  }

  @Override
  public GoldDocument next() throws IOException {
    ObjectNode object = objects.next();
    if (object == null) {
      return null;
    }
    String id = JsonObjects.text(object, "sourceid").strip();
    TitleAndAbstract draft =
        new TitleAndAbstract(
            content, objects.place(), id.isEmpty() ? content.fallbackId(objects.count()) : id);
    draft.abstractText(JsonObjects.text(object, "text"));
    Document document = draft.toDocument();
    List<GoldMention> mentions = new ArrayList<>();
    add(object, document, mentions);
    for (JsonNode track : object.path("tracks")) {
      add(track, document, mentions);
    }
    return new GoldDocument(document, mentions);
  }

  private void add(JsonNode track, Document document, List<GoldMention> mentions) throws ReadFault {
    Map<String, Map<String, List<String>>> attributes = new HashMap<>();
    for (JsonNode attribute : track.path("attributes")) {
      attributes
          .computeIfAbsent(JsonObjects.text(attribute, "subj"), key -> new HashMap<>())
          .computeIfAbsent(JsonObjects.text(attribute, "pred"), key -> new ArrayList<>(1))
          .add(JsonObjects.text(attribute, "obj"));
    }
    CodePoints points = CodePoints.of(document.text());
    for (JsonNode denotation : track.path("denotations")) {
      List<Span> parts = parts(denotation, document.id(), points);
      Map<String, List<String>> own =
          attributes.getOrDefault(JsonObjects.text(denotation, "id"), Map.of());
      String type = JsonObjects.text(denotation, "obj").intern();
      int end = parts.stream().mapToInt(Span::end).max().orElseThrow();
      mentions.add(
          new GoldMention(
              new Span(parts.get(0).begin(), end),
              type,
              String.join("|", own.getOrDefault(SUBTYPE, List.of())),
              Identifiers.parse(String.join("|", own.getOrDefault(IDENTIFIER, List.of())), type),
              parts.size() == 1 ? List.of() : parts,
              Notes.from(name -> String.join("|", own.getOrDefault(name, List.of())))));
    }
  }

  private List<Span> parts(JsonNode denotation, String id, CodePoints points) throws ReadFault {
    JsonNode span = denotation.path("span");
    List<Span> parts = new ArrayList<>(1);
    for (JsonNode part : span.isArray() ? span : List.of(span)) {
      int begin = part.path("begin").asInt(-1);
      int end = part.path("end").asInt(-1);
      if (begin < 0 || end <= begin || end > points.length()) {
        throw ReadFault.ofRecord(
            objects.place(),
            id,
            "expected a span in the text of "
                + points.length()
                + " characters, found "
                + Quote.of(denotation.toString()));
      }
      parts.add(new Span(points.toUtf16(begin), points.toUtf16(end)));
    }
    parts.sort(null);
    return parts;
  }
}
