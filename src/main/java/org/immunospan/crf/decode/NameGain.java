package org.immunospan.crf.decode;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.namefind.BilouCodec;
import org.immunospan.crf.CrfModel;

/**
 * By how much the best sequence of labels with one name beats the one without names, under the
 * scores gathered so far (Viterbi over spans). Where even that name loses by far, the features that
 * are still to be looked up cannot be expected to save it. For labels of BILOU. Immutable.
 */
final class NameGain {

  /** The gain of an impossible name, far enough from overflow to be added to. */
  private static final int NEVER = Integer.MIN_VALUE / 2;

  /** The labels of the names of one type. */
  private record Type(int start, int inside, int last, int unit) {}

  private final List<Type> types = new ArrayList<>();
  private final int labels;
  private final int other;

  /** The weight of each transition, less that of the transition between tokens outside names. */
  private final int[] transitions;

  NameGain(CrfModel model) {
    List<String> names = model.labels().names();
    this.labels = names.size();
    this.other = names.indexOf(BilouCodec.OTHER);
    this.transitions = model.transitions().clone();
    for (int i = 0; i < transitions.length && other >= 0; i++) {
      transitions[i] -= model.transitions()[other * labels + other];
    }
    for (String name : names) {
      if (name.endsWith("-" + BilouCodec.UNIT)) {
        String prefix = name.substring(0, name.length() - BilouCodec.UNIT.length());
        Type type =
            new Type(
                names.indexOf(prefix + BilouCodec.START),
                names.indexOf(prefix + BilouCodec.CONTINUE),
                names.indexOf(prefix + BilouCodec.LAST),
                names.indexOf(name));
        if (type.start >= 0 && type.inside >= 0 && type.last >= 0) {
          types.add(type);
        }
      }
    }
  }

  /** Whether the labels are those of names, of which all types can be judged. */
  boolean isKnown() {
    return other >= 0 && labels == 1 + 4 * types.size();
  }

  /** The gain, in the steps of the weights; negative where no name is better. */
  int of(SentenceScores sentence) {
    int best = NEVER;
    for (Type type : types) {
      best = Math.max(best, of(sentence, type));
    }
    return best;
  }

  private int of(SentenceScores sentence, Type type) {
    int[] scores = sentence.scores();
    int size = sentence.size();
    int best = NEVER;
    int begun = NEVER;
    int inside = NEVER;
    for (int t = 0; t < size; t++) {
      int at = sentence.place(t);
      int none = scores[at + other];
      int unit = scores[at + type.unit] - none + in(t, type.unit) + out(t, size, type.unit);
      int open =
          Math.max(begun + step(type.start, type.last), inside + step(type.inside, type.last));
      int closed = open + scores[at + type.last] - none + out(t, size, type.last);
      best = Math.max(best, Math.max(unit, closed));
      int more =
          Math.max(begun + step(type.start, type.inside), inside + step(type.inside, type.inside));
      inside = Math.max(NEVER, more + scores[at + type.inside] - none);
      begun = scores[at + type.start] - none + in(t, type.start);
    }
    return best;
  }

  private int in(int token, int label) {
    return token == 0 ? 0 : step(other, label);
  }

  private int out(int token, int size, int label) {
    return token == size - 1 ? 0 : step(label, other);
  }

  private int step(int from, int to) {
    return transitions[from * labels + to];
  }
}
