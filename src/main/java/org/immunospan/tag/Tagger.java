package org.immunospan.tag;

import java.util.List;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;

/**
 * Finds names in a document. One {@code tag} call is one document: nothing is remembered from one
 * call to the next. One per thread unless the implementation says more.
 */
@FunctionalInterface
public interface Tagger {

  /** The mentions found, sorted by {@link Mention#ORDER}; mentions of one type never overlap. */
  List<Mention> tag(SegmentedDocument document);
}
