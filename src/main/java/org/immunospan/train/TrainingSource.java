package org.immunospan.train;

import java.util.List;
import org.immunospan.format.gold.GoldDocument;

/**
 * Documents of one corpus.
 *
 * @param group "" for a target corpus, whose guidelines the model follows; a word for an auxiliary
 *     one, from which half of the models of an ensemble start
 * @param isAdapted whether its mentions are brought to the guidelines of this program first, where
 *     the entity has a way to do so
 */
public record TrainingSource(String group, boolean isAdapted, List<GoldDocument> documents) {

  public TrainingSource {
    documents = List.copyOf(documents);
  }

  /** Whether the model follows the guidelines of this corpus. */
  public boolean isTarget() {
    return group.isEmpty();
  }
}
