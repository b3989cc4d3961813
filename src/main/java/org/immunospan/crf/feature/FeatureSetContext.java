package org.immunospan.crf.feature;

import java.util.Arrays;
import opennlp.tools.namefind.NameContextGenerator;
import opennlp.tools.util.featuregen.AdaptiveFeatureGenerator;

/**
 * Gives OpenNLP the features of a {@link FeatureSet} and nothing else: no previous outcomes, which
 * the transitions of a CRF make superfluous, and no adaptive data. Remembers the sentence it was
 * last asked about, so that attributes are computed once for it. Not safe for use by several
 * threads at once, like {@code NameFinderME} itself.
 */
public final class FeatureSetContext implements NameContextGenerator {

  private static final String[][] NO_CONTEXT = {};

  private final FeatureSet features;
  private String[] tokens = {};
  private String[][] context = {};
  private SentenceFeatures sentence;

  public FeatureSetContext(FeatureSet features) {
    this.features = features;
    this.sentence = new SentenceFeatures(features, tokens, context);
  }

  @Override
  public String[] getContext(
      int index, String[] tokens, String[] previous, Object[] additionalContext) {
    String[][] given =
        additionalContext instanceof String[][] rows && rows.length > 0 ? rows : NO_CONTEXT;
    if (!Arrays.equals(tokens, this.tokens) || !Arrays.deepEquals(given, context)) {
      this.tokens = tokens.clone();
      this.context =
          Arrays.stream(given)
              .map(row -> row == null ? null : row.clone())
              .toArray(String[][]::new);
      sentence = new SentenceFeatures(features, this.tokens, context);
    }
    return sentence.of(index).toArray(String[]::new);
  }

  /** Ignored: the features of a model are fixed when it is trained. */
  @Override
  public void addFeatureGenerator(AdaptiveFeatureGenerator generator) {}

  @Override
  public void updateAdaptiveData(String[] tokens, String[] outcomes) {}

  @Override
  public void clearAdaptiveData() {}
}
