package org.immunospan.format.jats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.immunospan.format.record.BibliographyBuilder;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.ReadFault;
import org.immunospan.text.Document;
import org.immunospan.text.DocumentBuilder;
import org.immunospan.text.StyledText;

/** A full text while it is read. Not thread-safe. */
final class JatsArticle {

  private record Part(String label, StyledText text) {}

  private final Map<String, String> ids = new HashMap<>();
  private final BibliographyBuilder bibliography = new BibliographyBuilder();
  private final List<Part> abstractParts = new ArrayList<>();
  private final List<Part> paragraphs = new ArrayList<>();
  private final List<Part> captions = new ArrayList<>();
  private StyledText title = StyledText.EMPTY;

  /** Takes an identifier; the first of each type counts. */
  void articleId(String type, String id) {
    if (!id.isBlank()) {
      ids.putIfAbsent(type, id);
    }
  }

  BibliographyBuilder bibliography() {
    return bibliography;
  }

  void title(StyledText text) {
    title = title.isEmpty() ? text : title;
  }

  void abstractText(String label, StyledText text) {
    abstractParts.add(new Part(label, text));
  }

  void paragraph(String label, StyledText text) {
    paragraphs.add(new Part(label, text));
  }

  /** A caption, perhaps within a paragraph that is not at its end yet. */
  void caption(String label, StyledText text) {
    captions.add(new Part(label, text));
  }

  /** Puts the captions after the last paragraph. */
  void takeCaptions() {
    paragraphs.addAll(captions);
    captions.clear();
  }

  /** PMCID, else PMID, else DOI; "" when there is none. */
  String id() {
    String pmc = ids.getOrDefault("pmcid", ids.getOrDefault("pmc", ""));
    if (!pmc.isEmpty()) {
      return pmc.startsWith("PMC") ? pmc : "PMC" + pmc;
    }
    return ids.getOrDefault("pmid", ids.getOrDefault("doi", ""));
  }

  /**
   * The finished document.
   *
   * @throws ReadFault of extent {@code RECORD} when it has no text
   */
  Document finish(Content content, String place, long number) throws ReadFault {
    takeCaptions();
    String id = id().isEmpty() ? content.fallbackId(number) : id();
    DocumentBuilder builder = new DocumentBuilder(id).sourceFile(content.sourceFile());
    builder.title(title);
    abstractParts.forEach(part -> builder.part(part.label(), part.text()));
    paragraphs.forEach(part -> builder.paragraph(part.label(), part.text()));
    bibliography.doi(ids.getOrDefault("doi", ""));
    Document document = builder.bibliography(bibliography.build()).build();
    if (document.text().isBlank()) {
      throw ReadFault.ofRecord(place, id, "found neither title nor text, expected some");
    }
    return document;
  }
}
