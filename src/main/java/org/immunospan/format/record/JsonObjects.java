package org.immunospan.format.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.ReadFault;

/**
 * The documents in a file of JSON: one object, an array of them, several values one after the
 * other, or objects inside lists of known names. One document is in memory at a time, however large
 * the file is. Not thread-safe.
 */
public final class JsonObjects {

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

  /** Stands for an array among the open objects. */
  private static final ObjectNode ARRAY = JSON.createObjectNode();

  private final JsonParser parser;
  private final String expected;
  private final Set<String> lists;
  private final String mark;

  /** The objects and arrays that are open. */
  private final Deque<ObjectNode> open = new ArrayDeque<>();

  private long objects;
  private long line = 1;

  /**
   * @param expected what the file should be, for messages
   * @param lists fields that hold documents, or objects with such fields
   * @param mark a field that makes an object a document
   */
  public JsonObjects(Content content, String expected, Set<String> lists, String mark)
      throws IOException {
    this.parser = JSON.createParser(content.reader());
    this.expected = expected;
    this.lists = lists;
    this.mark = mark;
  }

  /** How many documents were found so far. */
  public long count() {
    return objects;
  }

  /** Where the document that came last begins. */
  public String place() {
    return "line " + line;
  }

  /**
   * The next document, or null at the end.
   *
   * @throws ReadFault when the file is no JSON from here on
   */
  public ObjectNode next() throws IOException {
    try {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        ObjectNode document = take(token);
        if (document != null) {
          objects++;
          return document;
        }
      }
      return null;
    } catch (JsonProcessingException e) {
      ReadFault inner = ReadFault.within(e);
      if (inner != null) {
        throw inner;
      }
      throw new ReadFault(
          "line " + (e.getLocation() == null ? line : e.getLocation().getLineNr()),
          "",
          "expected " + expected + ": " + e.getOriginalMessage());
    }
  }

  /** Goes on with a token; gives the document that it ends, or null. */
  private ObjectNode take(JsonToken token) throws IOException {
    switch (token) {
      case START_OBJECT -> {
        line = parser.currentTokenLocation().getLineNr();
        open.push(JSON.createObjectNode());
      }
      case START_ARRAY -> open.push(ARRAY);
      case END_ARRAY -> open.pop();
      case END_OBJECT -> {
        ObjectNode object = open.pop();
        return object.has(mark) ? object : null;
      }
      case FIELD_NAME -> {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        boolean isList = lists.contains(name) && value.isStructStart();
        if (isList) {
          return take(value);
        }
        JsonNode field = parser.readValueAsTree();
        open.element().set(name, field);
      }
      default -> {
        // A value between the documents.
      }
    }
    return null;
  }

  /** The text of a field, or "" when it is absent or null. */
  public static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isNull() || value.isContainerNode() ? "" : value.asText();
  }
}
