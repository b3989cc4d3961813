package org.immunospan.evaluate;

import java.util.List;
import org.immunospan.format.gold.GoldDocument;

/**
 * Whether scores are what they claim to be, probabilities that a span is right: spans in bins of
 * 0.1 by score, and the share of each bin that the gold has, same span and same type. Spans without
 * a score do not count. Immutable.
 *
 * @param bins ten, from [0, 0.1) to [0.9, 1]
 */
public record Reliability(List<Bin> bins) {

  private static final int BINS = 10;

  /**
   * Spans of similar scores.
   *
   * @param spans how many
   * @param right how many of them the gold has
   * @param sum of the scores
   */
  public record Bin(long spans, long right, double sum) {

    /** NaN when there are no spans. */
    public double meanScore() {
      return spans == 0 ? Double.NaN : sum / spans;
    }

    /** NaN when there are no spans. */
    public double shareRight() {
      return spans == 0 ? Double.NaN : (double) right / spans;
    }

    private Bin plus(double score, boolean isRight) {
      return new Bin(spans + 1, right + (isRight ? 1 : 0), sum + score);
    }
  }

  public Reliability {
    bins = List.copyOf(bins);
  }

  /** The spans of all types that were scored, together. */
  public static Reliability of(Evaluation evaluation) {
    Bin[] bins = new Bin[BINS];
    java.util.Arrays.fill(bins, new Bin(0, 0, 0));
    List<TypeFilter> filters = evaluation.settings().filters();
    for (GoldDocument document : evaluation.gold().documents().values()) {
      for (SystemSpan span : evaluation.system().of(document.id())) {
        boolean counts =
            !Double.isNaN(span.score())
                && filters.stream().anyMatch(filter -> filter.takes(span.type(), span.subtype()));
        if (counts) {
          int bin = Math.max(0, Math.min(BINS - 1, (int) (span.score() * BINS)));
          bins[bin] = bins[bin].plus(span.score(), isRight(document, span));
        }
      }
    }
    return new Reliability(List.of(bins));
  }

  private static boolean isRight(GoldDocument document, SystemSpan span) {
    return document.mentions().stream()
        .anyMatch(gold -> gold.span().equals(span.span()) && gold.type().equals(span.type()));
  }

  /**
   * The mean distance of score and share, weighted by spans (expected calibration error); NaN when
   * there are no spans.
   */
  public double error() {
    long spans = bins.stream().mapToLong(Bin::spans).sum();
    double sum =
        bins.stream()
            .filter(bin -> bin.spans() > 0)
            .mapToDouble(bin -> bin.spans() * Math.abs(bin.meanScore() - bin.shareRight()))
            .sum();
    return spans == 0 ? Double.NaN : sum / spans;
  }
}
