package org.immunospan.format.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.gold.Notes;

/** JSON in memory. */
public final class JsonText {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonFactory JSON = MAPPER.getFactory();
  private static final Pattern NUMBER = Pattern.compile("(?:0|[1-9][0-9]{0,9})(?:\\.[0-9]+)?");

  /** Writes one value. */
  public interface Content {
    void write(JsonGenerator json) throws IOException;
  }

  private JsonText() {}

  /** The text of one value. */
  public static String of(Content content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      content.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("a string takes all that is written", e);
    }
    return text.toString();
  }

  /** The fields of one object as text; none when it is not such an object. */
  public static Map<String, String> fields(String object) {
    Map<String, String> fields = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, JsonNode> field : MAPPER.readTree(object).properties()) {
        fields.put(field.getKey(), field.getValue().asText());
      }
    } catch (JsonProcessingException e) {
      return Map.of();
    }
    return fields;
  }

  /** Writes the notes of a mention as fields of the open object; scores are numbers. */
  public static void notes(GoldMention mention, JsonGenerator json) throws IOException {
    for (var note : mention.notes().entrySet()) {
      if (Notes.isNumber(note.getKey()) && NUMBER.matcher(note.getValue()).matches()) {
        json.writeFieldName(note.getKey());
        json.writeNumber(note.getValue());
      } else {
        json.writeStringField(note.getKey(), note.getValue());
      }
    }
  }
}
