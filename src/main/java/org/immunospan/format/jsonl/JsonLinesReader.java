package org.immunospan.format.jsonl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.Identifiers;
import org.immunospan.format.gold.Notes;
import org.immunospan.format.record.FormatReader;
import org.immunospan.format.record.GoldDraft;
import org.immunospan.format.record.TitleAndAbstract;
import org.immunospan.format.record.WrittenMention;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.Lines;
import org.immunospan.format.source.Quote;
import org.immunospan.format.source.ReadFault;
import org.immunospan.text.CodePoints;
import org.immunospan.text.Document;

/**
 * JSONL: one object per line, {@code {"id","title","abstract"}} or {@code {"id","text"}}. Gold has
 * {@code "mentions"} as well, a list of objects with {@code begin}, {@code end}, {@code type},
 * {@code text} and, where known, {@code cls}, {@code identifier} (several joined by {@code |}),
 * {@code parts} (pairs of begin and end) and the columns of {@link Notes}. Offsets count code
 * points. {@code pmid} and {@code doc_id} are read like {@code id}: a string or a whole number;
 * without any of them the document is named after file and line. {@code null} and {@code NaN} are
 * missing texts. Other fields are ignored. A bad line is an error of its own.
 */
public final class JsonLinesReader implements FormatReader {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // Where the tree is made, it costs nothing; in the parser, a third of the time.
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private static final List<String> IDS = List.of("id", "pmid", "doc_id", "PMID");

  private static final String EXPECTED =
      "expected {\"id\",\"title\",\"abstract\"} or {\"id\",\"text\"}";

  private final Content content;
  private final Lines lines;
  private long records;

  public JsonLinesReader(Content content) throws IOException {
    this.content = content;
    this.lines = content.lines();
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public GoldDocument next() throws IOException {
    String line;
    try {
      line = lines.next();
      while (line != null && line.isBlank()) {
        line = lines.next();
      }
    } catch (ReadFault fault) {
      records++;
      throw fault;
    }
    if (line == null) {
      return null;
    }
    records++;
    JsonNode node = parse(line);
    String id = id(node);
    Document document = document(node, id);
    JsonNode mentions = node.path("mentions");
    if (!mentions.isArray()) {
      return GoldDocument.unmarked(document);
    }
    GoldDraft draft = new GoldDraft(document);
    for (JsonNode mention : mentions) {
      draft.add(mention(mention, id));
    }
    return draft.finish();
  }

  private JsonNode parse(String line) throws ReadFault {
    try {
      JsonNode node = JSON.readTree(line);
      if (!node.isObject()) {
        throw fault("", "", "found " + Quote.of(line));
      }
      return node;
    } catch (JsonProcessingException e) {
      String column = e.getLocation() == null ? "" : ", column " + e.getLocation().getColumnNr();
      String message = e.getOriginalMessage();
      if (message.startsWith("Duplicate field")) {
        message = message.replaceFirst(" for `?ObjectNode.*", "");
      } else if (e instanceof MismatchedInputException) {
        throw fault(column, "", "found more after the object");
      }
      throw fault(column, "", "found no JSON object: " + message);
    }
  }

  private String id(JsonNode node) throws ReadFault {
    for (String name : IDS) {
      JsonNode value = node.path(name);
      if (!value.isMissingNode() && !value.isNull()) {
        if (!value.isTextual() && !value.isIntegralNumber()) {
          throw fault(
              "", "", "found \"" + name + "\": " + value + ", not a string or whole number");
        }
        String id = value.asText().strip();
        if (!id.isEmpty()) {
          return id;
        }
      }
    }
    return content.fallbackId(lines.number());
  }

  private Document document(JsonNode node, String id) throws ReadFault {
    TitleAndAbstract current = new TitleAndAbstract(content, lines.place(), id);
    String title = text(node, "title", id);
    String abstractText = text(node, "abstract", id);
    String text = text(node, "text", id);
    if (text == null) {
      current.title(title);
      current.abstractText(abstractText);
      return current.toDocument();
    }
    if (title != null && !title.isBlank() && text.startsWith(title + "\n")) {
      current.title(title);
      current.abstractText(text.substring(title.length() + 1));
      return current.toDocument();
    }
    boolean tellsMore = title != null && !title.isBlank() && !text.equals(title);
    if ((tellsMore || abstractText != null) && !node.path("mentions").isArray()) {
      throw fault(
          "",
          id,
          "found \"text\" next to \"title\" or \"abstract\", and it is not title + newline +"
              + " abstract");
    }
    current.abstractText(text);
    return current.toDocument();
  }

  private String text(JsonNode node, String name, String id) throws ReadFault {
    JsonNode value = node.path(name);
    boolean isNumberless = value.isFloatingPointNumber() && Double.isNaN(value.asDouble());
    if (value.isMissingNode() || value.isNull() || isNumberless) {
      return null;
    }
    if (!value.isTextual()) {
      throw fault(
          "", id, "found \"" + name + "\": " + Quote.of(value.toString()) + ", not a string");
    }
    return value.asText();
  }

  private WrittenMention mention(JsonNode mention, String id) throws ReadFault {
    if (!mention.path("begin").isInt()
        || !mention.path("end").isInt()
        || !mention.path("type").isTextual()
        || !mention.path("text").isTextual()) {
      throw ReadFault.ofRecord(
          lines.place(),
          id,
          "expected a mention with begin, end, type and text, found "
              + Quote.of(mention.toString()));
    }
    int[] offsets = {mention.path("begin").asInt(), mention.path("end").asInt()};
    String text = mention.path("text").asText();
    int[] parts = parts(mention.path("parts"), offsets[0], text);
    return new WrittenMention(
        content.sourceFile() + ":" + lines.number(),
        0,
        parts.length > 2 ? parts : offsets,
        parts.length > 2 ? joined(parts, offsets[0], text) : text,
        mention.path("type").asText(),
        string(mention, "cls"),
        Identifiers.split(string(mention, "identifier")),
        Notes.from(name -> string(mention, name)));
  }

  /** Pairs of begin and end, one after the other; empty when they are not all in the mention. */
  private static int[] parts(JsonNode parts, int mentionBegin, String text) {
    if (parts.isEmpty()) {
      return new int[0]; // as nearly all
    }
    List<Integer> offsets = new ArrayList<>();
    int last = mentionBegin + text.codePointCount(0, text.length());
    for (JsonNode part : parts) {
      int begin = part.path(0).asInt(-1);
      int end = part.path(1).asInt(-1);
      if (begin < mentionBegin || end <= begin || end > last) {
        return new int[0];
      }
      offsets.add(begin);
      offsets.add(end);
    }
    return offsets.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The text of the parts; {@code text} is all from the first to the last of them. */
  private static String joined(int[] parts, int mentionBegin, String text) {
    CodePoints points = CodePoints.of(text);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < parts.length; i += 2) {
      int begin = points.toUtf16(parts[i] - mentionBegin);
      words.add(text.substring(begin, points.toUtf16(parts[i + 1] - mentionBegin)));
    }
    return String.join(" ", words);
  }

  private static String string(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isNull() || value.isMissingNode() ? "" : value.asText();
  }

  private ReadFault fault(String column, String id, String found) {
    return ReadFault.ofRecord(lines.place() + column, id, found + "; " + EXPECTED);
  }
}
