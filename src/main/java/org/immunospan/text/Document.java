package org.immunospan.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A text to annotate and where it comes from. The text is title + {@code "\n"} + abstract, or
 * whichever of the two there is; all spans count on it. Immutable.
 *
 * @param id the source's identifier (PMID for PubMed), else file name and number
 * @param text never changed after reading: it is exactly what the source has
 * @param sections sorted, disjoint, inside the text; characters between sections are separators
 * @param markup where the source had inline tags such as {@code <sup>}; empty for most formats
 * @param sourceFile the file it was read from, as the user named it
 */
public record Document(
    String id,
    String text,
    List<Section> sections,
    Markup markup,
    Bibliography bibliography,
    String sourceFile) {

  public Document {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(markup, "markup");
    Objects.requireNonNull(bibliography, "bibliography");
    Objects.requireNonNull(sourceFile, "sourceFile");
    sections = List.copyOf(sections);
    int previousEnd = 0;
    for (Section section : sections) {
      Span span = section.span();
      if (span.begin() < previousEnd || span.end() > text.length()) {
        throw new IllegalArgumentException(
            "document %s: section %s at %s overlaps another or leaves the text of length %s"
                .formatted(id, section.label(), span, text.length()));
      }
      previousEnd = span.end();
    }
  }

  /** The same document under another identifier. */
  public Document withId(String newId) {
    return new Document(newId, text, sections, markup, bibliography, sourceFile);
  }

  /** The SHA-256 of the text in UTF-8, in lower-case hexadecimal. */
  public String sha256() {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The title as it is in the text, or "" when there is none. */
  public String title() {
    return sections.isEmpty() || !sections.get(0).label().equals(Section.TITLE)
        ? ""
        : sections.get(0).span().of(text);
  }

  /** A document of a title and an abstract of one part; either may be empty. */
  public static Document of(String id, String title, String abstractText) {
    DocumentBuilder builder = new DocumentBuilder(id);
    builder.title(title);
    builder.part(Section.ABSTRACT, abstractText);
    return builder.build();
  }
}
