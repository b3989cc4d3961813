package org.immunospan.crf;

import java.util.List;

/** A template with attributes as numbers and its constant text as a key. Immutable. */
final class CompiledTemplate {

  private static final long SEPARATOR = FeatureKey.of("|");
  private static final long SEPARATOR_POWER = FeatureKey.power(1);

  /** For each term: the number of an attribute of words, or ~ the number of one of sentences. */
  final int[] attributes;

  final int[] offsets;

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
    int lowest = offsets[0];
    for (int offset : offsets) {
      lowest = Math.min(lowest, offset);
    }
    return lowest;
  }

  int highestOffset() {
    int highest = offsets[0];
    for (int offset : offsets) {
      highest = Math.max(highest, offset);
    }
    return highest;
  }

  /** Adds the weights of all features that the template makes of these values, one per term. */
  void add(Values[] values, WeightTable table, int[] scores, int at) {
    add(0, prefix, values, table, scores, at);
  }

  private void add(int term, long key, Values[] values, WeightTable table, int[] scores, int at) {
    Values own = values[term];
    long begun = term == 0 ? key : FeatureKey.join(key, SEPARATOR, SEPARATOR_POWER);
    boolean last = term + 1 == attributes.length;
    for (int i = 0; i < own.keys.length; i++) {
      long joined = FeatureKey.join(begun, own.keys[i], own.powers[i]);
      if (last) {
        table.add(joined, scores, at);
      } else {
        add(term + 1, joined, values, table, scores, at);
      }
    }
  }
}
