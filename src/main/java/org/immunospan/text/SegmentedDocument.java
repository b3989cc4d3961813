package org.immunospan.text;

import java.util.List;
import java.util.Objects;

/** A document cut into sentences and tokens: what every tagger reads. Sentences are sorted. */
public record SegmentedDocument(Document document, List<Sentence> sentences) {

  public SegmentedDocument {
    Objects.requireNonNull(document, "document");
    sentences = List.copyOf(sentences);
  }

  public String text() {
    return document.text();
  }
}
