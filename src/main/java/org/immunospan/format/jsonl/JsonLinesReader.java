package org.immunospan.format.jsonl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.immunospan.format.record.DocumentSink;
import org.immunospan.format.record.FormatReader;
import org.immunospan.format.record.TitleAndAbstract;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.Lines;
import org.immunospan.format.source.Quote;
import org.immunospan.format.source.ReadFault;

/**
 * JSONL: one object a line, {@code {"id","title","abstract"}} or {@code {"id","text"}}. Other
 * fields are passed over. {@code id} is a string or a whole number; without it the document is
 * named after file and line. A bad line is an error of its own and the next line is read.
 */
public final class JsonLinesReader implements FormatReader {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private static final Set<String> TEXTS = Set.of("title", "abstract", "text");

  private static final String EXPECTED =
      "expected {\"id\",\"title\",\"abstract\"} or {\"id\",\"text\"}";

  @Override
  public long read(Content content, DocumentSink sink) throws IOException {
    Lines lines = new Lines(content.reader());
    long number = 0;
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (!line.isBlank()) {
        number++;
        try {
          record(line, content, lines).handTo(sink);
        } catch (ReadFault fault) {
          sink.error(fault.toError(content.sourceFile()));
        }
      }
    }
    return number;
  }

  private static TitleAndAbstract record(String line, Content content, Lines lines) throws ReadFault {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser parser = JSON.createParser(line)) {
      parse(parser, fields);
    } catch (JsonProcessingException e) {
      String column = e.getLocation() == null ? "" : ", column " + e.getLocation().getColumnNr();
      throw fault(
          lines.place() + column, fields, "found no JSON object: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw fault(lines.place(), fields, e.getMessage());
    }
    if (fields.containsKey("text")
        && (fields.containsKey("title") || fields.containsKey("abstract"))) {
      throw fault(lines.place(), fields, "found \"text\" beside \"title\" or \"abstract\"");
    }
    String id = fields.getOrDefault("id", "");
    TitleAndAbstract current =
        new TitleAndAbstract(
            content.sourceFile(),
            lines.place(),
            id.isEmpty() ? content.fallbackId(lines.number()) : id);
    current.set(true, fields.get("title"));
    current.set(false, fields.getOrDefault("text", fields.get("abstract")));
    return current;
  }

  private static void parse(JsonParser parser, Map<String, String> fields) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("found " + Quote.of(String.valueOf(parser.getText())));
    }
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("id") && value != JsonToken.VALUE_NULL) {
        fields.put(name, id(parser));
      } else if (TEXTS.contains(name) && value != JsonToken.VALUE_NULL) {
        fields.put(name, text(name, parser));
      } else {
        parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw new IOException("found more behind the object: " + Quote.of(parser.getText()));
    }
  }

  private static String id(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.VALUE_STRING && token != JsonToken.VALUE_NUMBER_INT) {
      throw new IOException("found \"id\": " + parser.getText() + ", not a string or whole number");
    }
    return parser.getText().strip();
  }

  private static String text(String name, JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw new IOException("found \"" + name + "\": " + parser.getText() + ", not a string");
    }
    String text = parser.getText();
    if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
      throw new IOException("found half of a surrogate pair in \"" + name + "\"");
    }
    return text;
  }

  private static ReadFault fault(String place, Map<String, String> fields, String found) {
    return new ReadFault(place, fields.getOrDefault("id", ""), found + "; " + EXPECTED);
  }
}
