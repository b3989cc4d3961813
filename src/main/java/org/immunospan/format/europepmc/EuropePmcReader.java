package org.immunospan.format.europepmc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.record.BibliographyBuilder;
import org.immunospan.format.record.FormatReader;
import org.immunospan.format.record.InlineLabels;
import org.immunospan.format.record.JsonObjects;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.ReadFault;
import org.immunospan.text.Document;
import org.immunospan.text.DocumentBuilder;
import org.immunospan.text.Section;

/**
 * The answer of Europe PMC's search with {@code resultType=core&format=json}, or one result after
 * the other. Tags in title and abstract are left out; {@code <h4>} names a section. The document is
 * named by its PMID, else its PMCID, else its own identifier.
 */
public final class EuropePmcReader implements FormatReader {

  private static final Pattern HEADING = Pattern.compile("<h4>(.*?)</h4>", Pattern.DOTALL);
  private static final Pattern TAG =
      Pattern.compile("</?(?:i|b|u|p|br|sub|sup|em|strong|sec|title|h[1-6])\\s*/?>");
  private static final Pattern SPACES = Pattern.compile("[ \\t\\n\\r]+");

  private final Content content;
  private final JsonObjects objects;

  public EuropePmcReader(Content content) throws IOException {
    this.content = content;
    this.objects =
        new JsonObjects(
            content, "an answer of Europe PMC", Set.of("resultList", "result"), "title");
  }

  @Override
  public long records() {
    return objects.count();
  }

  @Override
  public GoldDocument next() throws IOException {
    ObjectNode result = objects.next();
    if (result == null) {
      return null;
    }
    String id = content.fallbackId(objects.count());
    for (String field : new String[] {"id", "pmcid", "pmid"}) {
      String value = JsonObjects.text(result, field).strip();
      id = value.isEmpty() ? id : value;
    }
    DocumentBuilder builder = new DocumentBuilder(id).sourceFile(content.sourceFile());
    builder.title(plain(JsonObjects.text(result, "title")));
    addAbstract(JsonObjects.text(result, "abstractText"), builder);
    JsonNode journal = result.path("journalInfo").path("journal");
    builder.bibliography(
        new BibliographyBuilder()
            .date(JsonObjects.text(result, "pubYear"))
            .journal(JsonObjects.text(journal, "title"))
            .journal(JsonObjects.text(result, "journalTitle"))
            .doi(JsonObjects.text(result, "doi"))
            .build());
    Document document = builder.build();
    if (document.text().isBlank()) {
      throw ReadFault.ofRecord(
          objects.place(), id, "found neither title nor abstract, expected at least one");
    }
    return GoldDocument.unmarked(document);
  }

  private static void addAbstract(String text, DocumentBuilder builder) {
    String label = Section.ABSTRACT;
    int begin = 0;
    Matcher heading = HEADING.matcher(text);
    while (heading.find()) {
      builder.part(label, plain(text.substring(begin, heading.start())));
      label = InlineLabels.sectionLabel(plain(heading.group(1)));
      begin = heading.end();
    }
    builder.part(label, plain(text.substring(begin)));
  }

  private static String plain(String text) {
    String untagged = TAG.matcher(text).replaceAll("");
    String decoded = untagged.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    return SPACES.matcher(decoded).replaceAll(" ").strip();
  }
}
