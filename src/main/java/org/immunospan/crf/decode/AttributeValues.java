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

  /** By attribute, whether any token has a value. */
  private final boolean[] any;

  private int size;

  AttributeValues(List<SentenceAttribute> attributes) {
    this.attributes = attributes;
    this.values = new long[attributes.size()][0][];
    this.any = new boolean[attributes.size()];
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
      }
      any[a] = false;
      for (int t = 0; t < size; t++) {
        if (t > 0 && texts[t] != null && isSame(texts[t], texts[t - 1])) {
          PackedValues.copy(values[a][t - 1], values[a][t]);
        } else {
          PackedValues.set(values[a][t], texts[t]);
        }
        any[a] |= texts[t] != null;
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // a hint; equal texts have the same key in any case
  private static boolean isSame(String text, String before) {
    return text == before;
  }

  /** Whether any token of the sentence has a value of the attribute. */
  boolean any(int attribute) {
    return any[attribute];
  }

  /** The {@link PackedValues} of the one attribute at a token, or at a place beyond the ends. */
  long[] at(int attribute, int token) {
    if (token < 0 || token >= size) {
      return token < 0 ? before : after;
    }
    return values[attribute][token];
  }
}
