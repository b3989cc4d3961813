package org.immunospan.format.jsonl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.immunospan.format.gold.GoldLines;
import org.immunospan.format.gold.GoldReader;
import org.immunospan.format.gold.GoldSink;
import org.immunospan.format.gold.Identifiers;
import org.immunospan.format.record.GoldDraft;
import org.immunospan.text.Document;

/**
 * One JSON object per line: {@code id}, {@code title} and {@code abstract} (or {@code text}), and
 * {@code mentions} with {@code begin}, {@code end}, {@code type}, {@code text} and, where known,
 * {@code cls} and {@code identifier} (several joined by {@code |}). Offsets count code points.
 */
public final class JsonlGold implements GoldReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void read(Path source, GoldSink sink) throws IOException {
    try (GoldLines lines = GoldLines.of(source)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (!line.isBlank()) {
          document(lines, parse(lines, line), sink);
        }
      }
    }
  }

  private static JsonNode parse(GoldLines lines, String line) throws IOException {
    JsonNode node;
    try {
      node = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      String message = e.getOriginalMessage();
      int detail = message.indexOf('(');
      throw lines.malformed(
          "expected one JSON object per line, found: "
              + (detail > 0 ? message.substring(0, detail) : message).strip());
    }
    if (!node.path("id").isValueNode() || !node.path("mentions").isArray()) {
      throw lines.malformed("expected a JSON object with id, title, abstract and mentions");
    }
    return node;
  }

  private static void document(GoldLines lines, JsonNode node, GoldSink sink) throws IOException {
    String id = node.path("id").asText();
    Document document =
        node.has("text")
            ? Document.of(id, "", string(node, "text"))
            : Document.of(id, string(node, "title"), string(node, "abstract"));
    GoldDraft draft = new GoldDraft(document, sink);
    for (JsonNode mention : node.path("mentions")) {
      if (!mention.path("begin").isInt()
          || !mention.path("end").isInt()
          || !mention.path("type").isTextual()
          || !mention.path("text").isTextual()) {
        throw lines.malformed(
            "document %s: expected a mention with begin, end, type and text, found %s"
                .formatted(id, mention));
      }
      draft.add(
          lines.place(),
          new int[] {mention.path("begin").asInt(), mention.path("end").asInt()},
          mention.path("text").asText(),
          mention.path("type").asText(),
          string(mention, "cls"),
          Identifiers.split(string(mention, "identifier")));
    }
    draft.finish();
  }

  private static String string(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isNull() || value.isMissingNode() ? "" : value.asText();
  }
}
