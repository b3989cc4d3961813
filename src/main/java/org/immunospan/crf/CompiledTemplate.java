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

  int lowestOffset() {
    return lowestOffset;
  }

  int highestOffset() {
    return highestOffset;
  }

  /** Asks for all features that the template makes of these values, one set for each term. */
  void ask(Values[] values, Lookups lookups, int target) {
    ask(0, prefix, values, lookups, target);
  }

  /** The same for two terms, where most of a decoder's time goes. */
  void ask(Values left, Values right, Lookups lookups, int target) {
    for (int i = 0; i < left.keys.length; i++) {
      long begun = FeatureKey.join(prefix, left.keys[i], left.powers[i]);
      begun = FeatureKey.join(begun, SEPARATOR, SEPARATOR_POWER);
      for (int j = 0; j < right.keys.length; j++) {
        lookups.ask(FeatureKey.join(begun, right.keys[j], right.powers[j]), target);
      }
    }
  }

  private void ask(int term, long key, Values[] values, Lookups lookups, int target) {
    Values own = values[term];
    long begun = term == 0 ? key : FeatureKey.join(key, SEPARATOR, SEPARATOR_POWER);
    boolean last = term + 1 == attributes.length;
    for (int i = 0; i < own.keys.length; i++) {
      long joined = FeatureKey.join(begun, own.keys[i], own.powers[i]);
      if (last) {
        lookups.ask(joined, target);
      } else {
        ask(term + 1, joined, values, lookups, target);
      }
    }
  }
}
