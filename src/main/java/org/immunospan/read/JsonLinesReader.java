package org.immunospan.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * JSONL: one object a line, {@code {"id","title","abstract"}} or {@code {"id","text"}}. Other
 * fields are passed over. {@code id} is a string or a whole number; without it the document is
 * named after file and line. A bad line is an error of its own and the next line is read.
 */
final class JsonLinesReader implements FormatReader {

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .build()
          .readerFor(JsonNode.class);

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

  private static AbstractText record(String line, Content content, Lines lines) throws ReadFault {
    JsonNode object = parse(line, lines.place());
    Fields fields = new Fields(object, lines.place(), id(object, lines.place()));
    String text = fields.string("text");
    String title = fields.string("title");
    String abstractText = fields.string("abstract");
    if (text != null && (title != null || abstractText != null)) {
      throw fields.fault("found \"text\" beside \"title\" or \"abstract\", " + EXPECTED);
    }
    String id = fields.id.isEmpty() ? content.fallbackId(lines.number()) : fields.id;
    AbstractText current = new AbstractText(content.sourceFile(), lines.place(), id);
    current.set(true, title);
    current.set(false, text == null ? abstractText : text);
    return current;
  }

  private static JsonNode parse(String line, String place) throws ReadFault {
    try (JsonParser parser = JSON.createParser(line)) {
      JsonNode node = JSON.readValue(parser);
      if (!node.isObject()) {
        throw new ReadFault(place, "", "found " + Quote.of(line) + ", " + EXPECTED);
      }
      return node;
    } catch (JsonProcessingException e) {
      String column = e.getLocation() == null ? "" : ", column " + e.getLocation().getColumnNr();
      throw new ReadFault(
          place + column, "", "found no JSON object: " + e.getOriginalMessage() + "; " + EXPECTED);
    } catch (ReadFault fault) {
      throw fault;
    } catch (IOException e) {
      throw new ReadFault(place, "", e.getMessage());
    }
  }

  private static String id(JsonNode object, String place) throws ReadFault {
    JsonNode id = object.path("id");
    if (id.isMissingNode() || id.isNull()) {
      return "";
    }
    if (id.isTextual() || id.isIntegralNumber()) {
      return id.asText().strip();
    }
    throw new ReadFault(
        place, "", "found \"id\": " + Quote.of(id.toString()) + ", expected a string or a number");
  }

  private record Fields(JsonNode object, String place, String id) {

    /** The string under a name; null when absent. */
    String string(String name) throws ReadFault {
      JsonNode value = object.path(name);
      if (value.isMissingNode() || value.isNull()) {
        return null;
      }
      if (!value.isTextual()) {
        throw fault(
            "found \"%s\": %s, expected a string".formatted(name, Quote.of(value.toString())));
      }
      String text = value.textValue();
      if (text.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE)) {
        throw fault("found half of a surrogate pair in \"" + name + "\", expected Unicode text");
      }
      return text;
    }

    ReadFault fault(String message) {
      return new ReadFault(place, id, message);
    }
  }
}
