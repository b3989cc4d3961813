package org.immunospan.train;

import java.util.List;
import opennlp.tools.namefind.NameSample;
import org.immunospan.format.gold.GoldDocument;

/** Cuts gold documents into labelled sentences, with what the features of an entity need. */
@FunctionalInterface
public interface SampleReader {

  /**
   * The sentences of a document that have tokens.
   *
   * @param isTarget whether the model follows the guidelines of the document's corpus
   */
  List<NameSample> read(GoldDocument gold, boolean isTarget);
}
