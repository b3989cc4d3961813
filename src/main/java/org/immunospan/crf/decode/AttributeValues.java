package org.immunospan.crf.decode;

import java.util.Arrays;
import java.util.List;
import org.immunospan.crf.feature.FeatureSet;
import org.immunospan.crf.feature.NamePlaces;
import org.immunospan.crf.feature.SentenceAttribute;

/** The values of the attributes of one sentence. Reusable, grows as needed; for one thread. */
final class AttributeValues {

  private final List<SentenceAttribute> attributes;
  private final long[] before = PackedValues.ofOne();
  private final long[] after = PackedValues.ofOne();

  /** By attribute, the {@link PackedValues} at each token. */
  private final long[][][] values;

  /** By attribute, the tokens that have a value, and how many there are. */
  private final int[][] present;

  private final int[] count;

  private int size;

  AttributeValues(List<SentenceAttribute> attributes) {
    this.attributes = attributes;
    this.values = new long[attributes.size()][0][];
    this.present = new int[attributes.size()][0];
    this.count = new int[attributes.size()];
    PackedValues.set(before, FeatureSet.BEFORE);
    PackedValues.set(after, FeatureSet.AFTER);
  }

  /** Takes a new sentence. */
  void read(SentenceScores sentence, String[][] context, boolean[] glued) {
    size = sentence.size();
    String[] forms = sentence.forms();
    int nameSet = 0;
    for (int a = 0; a < values.length; a++) {
      String[] texts =
          attributes.get(a) instanceof NamePlaces places
              ? places.names().places(sentence.units(nameSet++), glued)
              : attributes.get(a).values(forms, context);
      if (values[a].length < size) {
        values[a] = new long[2 * size][];
        Arrays.setAll(values[a], t -> PackedValues.ofOne());
        present[a] = new int[2 * size];
      }
      count[a] = 0;
      for (int t = 0; t < size; t++) {
        if (t > 0 && texts[t] != null && isSame(texts[t], texts[t - 1])) {
          PackedValues.copy(values[a][t - 1], values[a][t]);
        } else {
          PackedValues.set(values[a][t], texts[t]);
        }
        if (texts[t] != null) {
          present[a][count[a]++] = t;
        }
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // a hint; equal texts have the same key in any case
  private static boolean isSame(String text, String before) {
    return text == before;
  }

  /** Whether any token of the sentence has a value of the attribute. */
  boolean any(int attribute) {
    return count[attribute] > 0;
  }

  /** The number of tokens with a value of the attribute. */
  int count(int attribute) {
    return count[attribute];
  }

  /** The tokens with a value of the attribute, in order; the first {@link #count} are valid. */
  int[] present(int attribute) {
    return present[attribute];
  }

  /** The {@link PackedValues} of the one attribute at a token, or at a place beyond the ends. */
  long[] at(int attribute, int token) {
    if (token < 0 || token >= size) {
      return token < 0 ? before : after;
    }
    return values[attribute][token];
  }
}
