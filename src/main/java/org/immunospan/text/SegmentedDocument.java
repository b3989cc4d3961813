package org.immunospan.text;

import java.util.List;
import java.util.Objects;

/**
 * A document cut into sentences and tokens: what every tagger reads.
 *
 * @param sentences sorted
 * @param abbreviations those that the document defines, sorted by the start of the short form
 */
public record SegmentedDocument(
    Document document, List<Sentence> sentences, List<Abbreviation> abbreviations) {

  public SegmentedDocument {
    Objects.requireNonNull(document, "document");
    sentences = List.copyOf(sentences);
    abbreviations = List.copyOf(abbreviations);
  }

  public String text() {
    return document.text();
  }
}
