package org.immunospan.format.jsonl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.immunospan.format.GoldCorpus;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.text.CodePoints;

/**
 * Writes gold as JSONL, one document per line, offsets in code points: what {@link GoldCorpus}
 * reads, what {@code annotate} takes as input, and what other programs can score against. The whole
 * text goes into {@code abstract}, unless the document has a title.
 */
public final class JsonLinesWriter {

  private static final JsonFactory JSON = new JsonFactory();

  private final Writer out;

  public JsonLinesWriter(Writer out) {
    this.out = out;
  }

  /** Writes documents to a file and returns how many they were. */
  public static int write(Path file, Iterable<GoldDocument> documents) throws IOException {
    int count = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      JsonLinesWriter writer = new JsonLinesWriter(out);
      for (GoldDocument document : documents) {
        writer.write(document);
        count++;
      }
    }
    return count;
  }

  public void write(GoldDocument gold) throws IOException {
    String text = gold.text();
    CodePoints codePoints = CodePoints.of(text);
    int titleEnd = titleEnd(gold);
    // Not closed: that would close the writer, which belongs to the caller.
    @SuppressWarnings("resource")
    JsonGenerator json = JSON.createGenerator(out);
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
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
    out.write('\n');
  }

  /** Where the title ends when title, newline and abstract make up the text; else 0. */
  private static int titleEnd(GoldDocument gold) {
    var sections = gold.document().sections();
    boolean titled = sections.size() > 1 && sections.get(0).label().equals("title");
    return titled ? sections.get(0).span().end() : 0;
  }
}
