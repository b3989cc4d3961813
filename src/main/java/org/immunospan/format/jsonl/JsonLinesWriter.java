package org.immunospan.format.jsonl;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.format.write.JsonText;
import org.immunospan.format.write.MarkedDocument;
import org.immunospan.format.write.Passages;
import org.immunospan.format.write.Written;
import org.immunospan.text.CodePoints;
import org.immunospan.text.Span;

/**
 * Writes JSONL as {@link JsonLinesReader} reads it: one document per line, offsets in code points
 * on title + newline + abstract. The whole text is in {@code abstract}, unless the document has a
 * title. Nothing is lost.
 */
public final class JsonLinesWriter implements DocumentWriter {

  private static final String FILE = "documents.jsonl";

  @Override
  public String name() {
    return "jsonl";
  }

  @Override
  public List<OneFile> files() {
    return List.of(new OneFile(FILE));
  }

  @Override
  public void write(MarkedDocument document, Written written) {
    written.part(FILE).append(line(document.gold()));
  }

  /** Writes documents to a file and returns how many they were. */
  public static int write(Path file, Iterable<GoldDocument> documents) throws IOException {
    int count = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (GoldDocument document : documents) {
        out.write(line(document));
        count++;
      }
    }
    return count;
  }

  /** One document with the newline at its end. */
  public static String line(GoldDocument gold) {
    return JsonText.of(json -> write(gold, json)) + "\n";
  }

  private static void write(GoldDocument gold, JsonGenerator json) throws IOException {
    String text = gold.text();
    CodePoints codePoints = CodePoints.of(text);
    int titleEnd = Passages.titleEnd(gold);
    json.writeStartObject();
    json.writeStringField("id", gold.id());
    json.writeStringField("title", text.substring(0, titleEnd));
    json.writeStringField("abstract", text.substring(titleEnd == 0 ? 0 : titleEnd + 1));
    json.writeArrayFieldStart("mentions");
    for (GoldMention mention : gold.mentions()) {
      json.writeStartObject();
      json.writeNumberField("begin", codePoints.fromUtf16(mention.span().begin()));
      json.writeNumberField("end", codePoints.fromUtf16(mention.span().end()));
      json.writeStringField("type", mention.type());
      json.writeStringField("text", mention.span().of(text));
      json.writeStringField("cls", mention.subtype());
      json.writeStringField("identifier", String.join("|", mention.identifiers()));
      if (mention.isDiscontinuous()) {
        json.writeArrayFieldStart("parts");
        for (Span part : mention.parts()) {
          int[] ends = {codePoints.fromUtf16(part.begin()), codePoints.fromUtf16(part.end())};
          json.writeArray(ends, 0, 2);
        }
        json.writeEndArray();
      }
      JsonText.notes(mention, json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
