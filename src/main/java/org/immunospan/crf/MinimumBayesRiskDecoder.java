package org.immunospan.crf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import opennlp.tools.namefind.BilouCodec;

/**
 * Chooses the names of a sentence: of all sets of disjoint spans the one of the greatest expected
 * utility, where a span s of a type earns
 *
 * <pre>
 * u(s) = P(s is a name of the type) + λ max_{t ∈ s} P(t is in a name) - θ
 * </pre>
 *
 * (minimum Bayes risk decoding). The best sequence of labels is the one most probably right as a
 * whole; these are the spans expected to score best one by one, and where several readings of a
 * name share its probability, the best of them is kept (Goodman 1996, "Parsing Algorithms and
 * Metrics"; Jansche 2007 for the utility of F1). λ and θ are a {@link SpanUtility}. For labels of
 * BILOU alone. Reusable, grows as needed; for one thread.
 */
final class MinimumBayesRiskDecoder {

  /** The labels of the names of one type; -1 for those that the model has never met. */
  private record Type(int start, int inside, int last, int unit) {}

  private final List<Type> types = new ArrayList<>();
  private final int other;
  private final SpanUtility utility;

  /**
   * Less probable spans are not looked at, whatever they earn. At most one name covers a token, so
   * at most 1 / LEAST of all names that might have begun before it are worth going on with: this
   * keeps the time linear in the length of a sentence.
   */
  private static final double LEAST = 0.01;

  /** Spans less probable cost more than they can earn, whatever is around. */
  private final double least;

  /** By end: the utility of the best spans up to there, and the last of them, if it ends there. */
  private double[] best = {};

  private int[] begin = {};
  private Type[] type = {};

  private MinimumBayesRiskDecoder(Labels labels, SpanUtility utility) {
    this.utility = utility;
    this.least = Math.max(LEAST, utility.cost() - utility.someName());
    this.other = labels.names().indexOf(BilouCodec.OTHER);
    for (String prefix : prefixes(labels)) {
      types.add(
          new Type(
              labels.names().indexOf(prefix + BilouCodec.START),
              labels.names().indexOf(prefix + BilouCodec.CONTINUE),
              labels.names().indexOf(prefix + BilouCodec.LAST),
              labels.names().indexOf(prefix + BilouCodec.UNIT)));
    }
  }

  private static Set<String> prefixes(Labels labels) {
    Set<String> prefixes = new LinkedHashSet<>();
    for (String name : labels.names()) {
      if (name.endsWith("-" + BilouCodec.UNIT) || name.endsWith("-" + BilouCodec.LAST)) {
        prefixes.add(name.substring(0, name.lastIndexOf('-') + 1));
      }
    }
    return prefixes;
  }

  /** For labels of names by BILOU; null if these are not such labels. */
  static MinimumBayesRiskDecoder of(Labels labels, SpanUtility utility) {
    MinimumBayesRiskDecoder choice = new MinimumBayesRiskDecoder(labels, utility);
    return choice.types.isEmpty() || choice.other < 0 ? null : choice;
  }

  /** Puts the labels of the chosen names into {@code path}. */
  void run(ForwardBackward lattice, int length, int[] path) {
    if (best.length <= length) {
      best = new double[2 * length + 1];
      begin = new int[best.length];
      type = new Type[best.length];
    }
    Arrays.fill(best, 0, length + 1, Double.NEGATIVE_INFINITY);
    best[0] = 0;
    for (int first = 0; first < length; first++) {
      offer(first, first + 1, null, 0);
      for (Type each : types) {
        offerNames(lattice, first, length, each);
      }
    }
    Arrays.fill(path, 0, length, other);
    for (int end = length; end > 0; end = begin[end]) {
      if (type[end] != null) {
        label(begin[end], end, type[end], path);
      }
    }
  }

  /** Offers all spans of a type that begin at a token; each step looks at one more token. */
  private void offerNames(ForwardBackward lattice, int first, int length, Type name) {
    double some = 1 - lattice.marginal(first, other);
    if (name.unit >= 0) {
      offer(first, first + 1, name, lattice.marginal(first, name.unit), some);
    }
    if (name.start < 0 || name.last < 0 || lattice.marginal(first, name.start) <= least) {
      return;
    }
    // The probability that a name begins at the first token and goes on up to the last but one.
    double open = lattice.begin(first, name.start);
    int label = name.start;
    for (int last = first + 1; last < length; last++) {
      some = Math.max(some, 1 - lattice.marginal(last, other));
      double closed = open * lattice.step(last, label, name.last) * lattice.end(last, name.last);
      offer(first, last + 1, name, closed, some);
      if (name.inside < 0) {
        return;
      }
      open *= lattice.step(last, label, name.inside);
      label = name.inside;
      if (open * lattice.end(last, name.inside) <= least) {
        return;
      }
    }
  }

  /** Takes a span of a probability, if it is worth more than what ends there. */
  private void offer(int first, int end, Type name, double probability, double some) {
    if (probability > least) {
      offer(first, end, name, probability + utility.someName() * some - utility.cost());
    }
  }

  /** Takes a span, or one token outside names, if nothing better ends there. */
  private void offer(int first, int end, Type name, double utility) {
    if (best[first] + utility > best[end]) {
      best[end] = best[first] + utility;
      begin[end] = first;
      type[end] = name;
    }
  }

  private static void label(int first, int end, Type name, int[] labels) {
    if (end == first + 1) {
      labels[first] = name.unit;
      return;
    }
    Arrays.fill(labels, first, end, name.inside);
    labels[first] = name.start;
    labels[end - 1] = name.last;
  }
}
