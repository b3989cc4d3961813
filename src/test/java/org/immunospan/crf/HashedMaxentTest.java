package org.immunospan.crf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.MaxentModel;
import org.junit.jupiter.api.Test;

class HashedMaxentTest {

  private static final String[] OUTCOMES = {"drug", "biologic", "procedure"};
  private static final int FEATURES = 5_000;

  /** Features with a weight for one outcome up to all. */
  private static QNModel model(Random random) {
    String[] names = new String[FEATURES];
    Context[] weights = new Context[FEATURES];
    for (int i = 0; i < FEATURES; i++) {
      int size = 1 + random.nextInt(OUTCOMES.length);
      int[] outcomes = new int[size];
      double[] parameters = new double[size];
      for (int j = 0; j < size; j++) {
        outcomes[j] = (i + j) % OUTCOMES.length;
        parameters[j] = random.nextGaussian();
      }
      names[i] = "suf=" + Integer.toString(7 * i, Character.MAX_RADIX);
      weights[i] = new Context(outcomes, parameters);
    }
    return new QNModel(weights, names, OUTCOMES);
  }

  @Test
  void gives_the_probabilities_of_the_model_to_the_last_bit() {
    Random random = new Random(11);
    QNModel model = model(random);
    MaxentModel hashed = HashedMaxent.of(model);

    assertThat(hashed).isNotSameAs(model);
    for (int n = 0; n < 2_000; n++) {
      String[] features = new String[random.nextInt(40)];
      for (int i = 0; i < features.length; i++) {
        // Some are unknown, and some come twice.
        features[i] = "suf=" + Integer.toString(random.nextInt(7 * FEATURES), Character.MAX_RADIX);
      }
      double[] expected = model.eval(features);

      assertThat(hashed.eval(features)).isEqualTo(expected);
      assertThat(hashed.getBestOutcome(expected)).isEqualTo(model.getBestOutcome(expected));
    }
  }
}
