package org.immunospan.crf;

import java.util.Arrays;
import java.util.List;

/** A template with attributes as numbers and its constant text as a key. Immutable. */
final class CompiledTemplate {

  private static final long SEPARATOR = FeatureKey.of("|");
  private static final long SEPARATOR_POWER = FeatureKey.power(1);

  /** For each term: the number of an attribute of words, or ~ the number of one of sentences. */
  final int[] attributes;

  final int[] offsets;

  private final int lowestOffset;
  private final int highestOffset;
  private final long prefix;

  CompiledTemplate(
      FeatureTemplate template, List<String> wordAttributes, List<String> sentenceAttributes) {
    int terms = template.terms().size();
    attributes = new int[terms];
    offsets = new int[terms];
    for (int i = 0; i < terms; i++) {
      FeatureTemplate.Term term = template.terms().get(i);
      int ofWord = wordAttributes.indexOf(term.attribute());
      attributes[i] = ofWord >= 0 ? ofWord : ~sentenceAttributes.indexOf(term.attribute());
      offsets[i] = term.offset();
    }
    lowestOffset = Arrays.stream(offsets).min().orElseThrow();
    highestOffset = Arrays.stream(offsets).max().orElseThrow();
    prefix = FeatureKey.of(template + "=");
  }

  boolean isOfWords() {
    for (int attribute : attributes) {
      if (attribute < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the template makes a feature anywhere in a sentence with values of these attributes.
   */
  boolean mayHaveValues(boolean[] hasValues) {
    for (int i = 0; i < attributes.length; i++) {
      if (attributes[i] < 0 && offsets[i] == 0 && !hasValues[~attributes[i]]) {
        return false;
      }
    }
    return true;
  }

  int lowestOffset() {
    return lowestOffset;
  }

  int highestOffset() {
    return highestOffset;
  }

  /**
   * Asks for all features that the template makes of these values.
   *
   * @param values for each term the {@link Values} of its word, or of its one attribute of
   *     sentences
   */
  void ask(long[][] values, Lookups lookups, int target) {
    ask(0, prefix, values, lookups, target);
  }

  private void ask(int term, long begun, long[][] values, Lookups lookups, int target) {
    long key = begun;
    for (int i = term; i < attributes.length; i++) {
      long[] own = values[i];
      int attribute = Math.max(0, attributes[i]);
      int first = (int) own[attribute];
      int end = (int) own[attribute + 1];
      if (i > 0) {
        key = FeatureKey.join(key, SEPARATOR, SEPARATOR_POWER);
      }
      for (int v = first + 2; v < end; v += 2) {
        ask(i + 1, FeatureKey.join(key, own[v], own[v + 1]), values, lookups, target);
      }
      if (first == end) {
        return;
      }
      key = FeatureKey.join(key, own[first], own[first + 1]);
    }
    lookups.ask(key, target);
  }
}
