package org.immunospan.format.write;

import java.util.List;
import java.util.Objects;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Sentence;

/**
 * A document with marks, as writers take it.
 *
 * @param sentences with their tokens; empty when the document was not cut, as gold is not
 */
public record MarkedDocument(GoldDocument gold, List<Sentence> sentences) {

  public MarkedDocument {
    Objects.requireNonNull(gold, "gold");
    sentences = List.copyOf(sentences);
  }

  /** Gold, or the result of any system. */
  public static MarkedDocument of(GoldDocument gold) {
    return new MarkedDocument(gold, List.of());
  }

  /** What the pipeline found. */
  public static MarkedDocument of(AnnotatedDocument annotated) {
    return new MarkedDocument(GoldDocument.of(annotated), annotated.sentences());
  }

  public String text() {
    return gold.text();
  }
}
