package org.immunospan.text;

import java.util.List;
import java.util.Objects;

/**
 * A document with all that was found in it: the result of the pipeline and the input of every
 * writer. Mentions are sorted by {@link Mention#ORDER}; mentions of one type never overlap.
 */
public record AnnotatedDocument(
    Document document, List<Sentence> sentences, List<Mention> mentions) {

  public AnnotatedDocument {
    Objects.requireNonNull(document, "document");
    sentences = List.copyOf(sentences);
    mentions = mentions.stream().sorted(Mention.ORDER).toList();
  }
}
