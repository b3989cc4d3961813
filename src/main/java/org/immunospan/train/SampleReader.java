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
   * @param isAdapted whether the mentions are to be brought to the guidelines of this program first
   */
  List<NameSample> read(GoldDocument gold, boolean isAdapted);
}
