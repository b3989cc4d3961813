package org.immunospan.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.gold.Notes;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.format.write.Links;
import org.immunospan.format.write.MarkedDocument;
import org.immunospan.format.write.Written;
import org.immunospan.report.pages.JtedocumentGenerated;
import org.immunospan.text.EntityType;

/**
 * Writes a page for reading: every document with its mentions in colours, the type, class,
 * identifier and score of each on pointing at it, and below the text the concepts with links. One
 * file that needs nothing else; light or dark as the reader's system is. Mentions more than 20 deep
 * are left out, those that cross are cut in two.
 */
public final class HtmlWriter implements DocumentWriter {

  private static final String FILE = "documents.html";

  /** Our types in the order of their colours in the style sheet; all others share one. */
  private static final List<String> TYPES =
      Stream.of(EntityType.values()).map(EntityType::name).toList();

  /** A concept of a document. */
  public record ConceptLink(String colour, String identifier, String name, String link) {}

  /** What a page shows of a document. */
  public record Page(
      String id, String link, List<MarkedText.Piece> text, List<ConceptLink> concepts) {}

  @Override
  public String name() {
    return "html";
  }

  @Override
  public List<OneFile> files() {
    String head =
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            + "<title>Documents with mentions</title>\n<style>\n"
            + StaticFiles.read("page.css")
            + StaticFiles.read("document.css")
            + "</style>\n</head>\n<body>\n<main>\n";
    return List.of(new OneFile(FILE, head, "", "</main>\n</body>\n</html>\n"));
  }

  @Override
  public void write(MarkedDocument document, Written written) {
    StringOutput output = new StringOutput();
    JtedocumentGenerated.render(new OwaspHtmlTemplateOutput(output), null, page(document.gold()));
    written.part(FILE).append(output);
  }

  private static Page page(GoldDocument gold) {
    List<MarkedText.Mark> marks = new ArrayList<>();
    Map<String, ConceptLink> concepts = new LinkedHashMap<>();
    for (GoldMention mention : gold.mentions()) {
      String colour = colour(mention.type());
      mention
          .partsOrSpan()
          .forEach(
              part ->
                  marks.add(
                      new MarkedText.Mark(part.begin(), part.end(), colour, tooltip(mention))));
      String name = mention.notes().getOrDefault(Notes.NAME, "");
      for (String identifier : mention.identifiers()) {
        concepts.putIfAbsent(
            identifier,
            new ConceptLink(
                colour,
                identifier,
                mention.identifiers().size() == 1 ? name : "",
                Links.ofConcept(identifier)));
      }
    }
    return new Page(
        gold.id(),
        Links.ofDocument(gold.id()),
        MarkedText.of(gold.text(), marks),
        List.copyOf(concepts.values()));
  }

  private static String colour(String type) {
    int index = TYPES.indexOf(type);
    return "t" + (index < 0 ? TYPES.size() : index);
  }

  private static String tooltip(GoldMention mention) {
    StringBuilder text = new StringBuilder(mention.type());
    if (!mention.subtype().isEmpty()) {
      text.append(", ").append(mention.subtype());
    }
    if (!mention.identifiers().isEmpty()) {
      text.append(": ").append(String.join(" ", mention.identifiers()));
    }
    mention
        .notes()
        .forEach((name, value) -> text.append('\n').append(name).append(' ').append(value));
    return text.toString();
  }
}
