package org.immunospan.crf;

import java.util.Arrays;
import java.util.List;
import opennlp.tools.namefind.BilouCodec;

/** The probability of any span under a model, whether or not it is among the best names. */
public final class SpanProbability {

  private final List<String> labels;

  public SpanProbability(Labels labels) {
    this.labels = labels.names();
  }

  /**
   * The span with the probability that exactly its tokens are a name of its type, or, if its type
   * is "", that none of them belongs to a name.
   */
  public TokenSpan of(TokenSpan span, ForwardBackward lattice) {
    int[] path = new int[span.end()];
    int last = span.end() - 1;
    if (span.type().isEmpty()) {
      Arrays.fill(path, labels.indexOf(BilouCodec.OTHER));
    } else if (span.begin() == last) {
      path[last] = labels.indexOf(span.type() + "-unit");
    } else {
      Arrays.fill(path, labels.indexOf(span.type() + "-cont"));
      path[span.begin()] = labels.indexOf(span.type() + "-start");
      path[last] = labels.indexOf(span.type() + "-last");
    }
    for (int t = span.begin(); t < span.end(); t++) {
      if (path[t] < 0) {
        return new TokenSpan(span.begin(), span.end(), span.type(), 0);
      }
    }
    double probability = Math.min(1, lattice.path(span.begin(), span.end(), path));
    return new TokenSpan(span.begin(), span.end(), span.type(), probability);
  }
}
