package org.immunospan.crf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A feature set prepared for one model, shared by decoders in any number of threads. A linear model
 * scores a token by a sum over features, and most features depend on one word form, or on two, and
 * on where they stand: those sums are made once and kept in caches of fixed size (an entry is found
 * at the place its hash says, and gives way to the next one there). What is left is looked up token
 * by token. Weights are whole numbers, so that the order of summation does not matter.
 */
final class CompiledFeatures {

  private static final int WORDS = 1 << 17;

  final int labels;
  final WeightTable table;

  /** The lowest and highest offset of any term, 0 included. */
  final int lowest;

  final int highest;

  final List<SentenceAttribute> sentenceAttributes;

  /** Templates of two words, by their distance. */
  final Map<Integer, List<CompiledTemplate>> ofPair = new TreeMap<>();

  /** Templates of one attribute of sentences, whose sums decoders keep by value. */
  final List<CompiledTemplate> ofSentence = new ArrayList<>();

  /** All other templates. */
  final List<CompiledTemplate> rest = new ArrayList<>();

  /** Stands left and right of every sentence. */
  final WordSums before;

  final WordSums after;

  /** The same by attribute of sentences. */
  final List<WordSums> valuesBefore = new ArrayList<>();

  final List<WordSums> valuesAfter = new ArrayList<>();

  private final List<WordAttribute> wordAttributes;
  private final boolean[] keepsValues;
  private final List<CompiledTemplate> ofWord = new ArrayList<>();
  private final WordSums[] words = new WordSums[WORDS];
  private final AtomicInteger numbers = new AtomicInteger();

  CompiledFeatures(FeatureSet features, CrfModel model) {
    this.labels = model.labels().size();
    this.table = model.table();
    this.wordAttributes = List.copyOf(features.wordAttributes().values());
    this.sentenceAttributes = List.copyOf(features.sentenceAttributes().values());
    this.keepsValues = new boolean[wordAttributes.size()];
    int low = 0;
    int high = 0;
    for (FeatureTemplate source : features.templates()) {
      CompiledTemplate template =
          new CompiledTemplate(
              source,
              List.copyOf(features.wordAttributes().keySet()),
              List.copyOf(features.sentenceAttributes().keySet()));
      low = Math.min(low, template.lowestOffset());
      high = Math.max(high, template.highestOffset());
      place(template);
    }
    ofPair.values().removeIf(this::isSmall);
    this.lowest = low;
    this.highest = high;
    this.before = outside(FeatureSet.BEFORE);
    this.after = outside(FeatureSet.AFTER);
    for (int a = 0; a < sentenceAttributes.size(); a++) {
      valuesBefore.add(value(a, FeatureSet.BEFORE));
      valuesAfter.add(value(a, FeatureSet.AFTER));
    }
  }

  private void place(CompiledTemplate template) {
    int distance = template.highestOffset() - template.lowestOffset();
    int places = (int) Arrays.stream(template.offsets).distinct().count();
    if (template.isOfWords() && places == 1) {
      ofWord.add(template);
      return;
    }
    for (int attribute : template.attributes) {
      if (attribute >= 0) {
        keepsValues[attribute] = true;
      }
    }
    if (template.isOfWords() && places == 2) {
      ofPair.computeIfAbsent(distance, d -> new ArrayList<>()).add(template);
    } else if (template.attributes.length == 1) {
      ofSentence.add(template);
    } else {
      rest.add(template);
    }
  }

  /** Looking up a feature or two costs less than remembering the pair. */
  private boolean isSmall(List<CompiledTemplate> group) {
    if (group.size() < 3) {
      rest.addAll(group);
      return true;
    }
    return false;
  }

  private WordSums outside(String value) {
    Values[] values = new Values[wordAttributes.size()];
    Arrays.fill(values, new Values(List.of(value)));
    return new WordSums(value, numbers.incrementAndGet(), values, sums(values));
  }

  /** The sums of a value of an attribute of sentences. */
  WordSums value(int attribute, String value) {
    Values[] values = {new Values(List.of(value))};
    int[] sums = new int[(highest - lowest + 1) * labels];
    Lookups lookups = new Lookups(table);
    for (CompiledTemplate template : ofSentence) {
      if (template.attributes[0] == ~attribute) {
        template.ask(values, lookups, (highest - template.offsets[0]) * labels);
      }
    }
    lookups.addTo(sums);
    return new WordSums(value, numbers.incrementAndGet(), values, sums);
  }

  /** What may be known of the word form of this key, or null. */
  WordSums candidate(long key) {
    return words[slot(key)];
  }

  /** Makes the sums of a word form and keeps them. */
  WordSums make(String form) {
    WordSums made = sums(form);
    words[slot(made.key)] = made;
    return made;
  }

  private static int slot(long key) {
    return (int) FeatureKey.spread(key) & (WORDS - 1);
  }

  private WordSums sums(String form) {
    Values[] values = new Values[wordAttributes.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = new Values(wordAttributes.get(i).values(form));
    }
    int[] sums = sums(values);
    for (int i = 0; i < values.length; i++) {
      values[i] = keepsValues[i] ? values[i] : null;
    }
    return new WordSums(form, numbers.incrementAndGet(), values, sums);
  }

  private int[] sums(Values[] ofAttributes) {
    int[] sums = new int[(highest - lowest + 1) * labels];
    Lookups lookups = new Lookups(table);
    for (CompiledTemplate template : ofWord) {
      Values[] values = new Values[template.attributes.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = ofAttributes[template.attributes[i]];
      }
      template.ask(values, lookups, (highest - template.offsets[0]) * labels);
    }
    lookups.addTo(sums);
    return sums;
  }
}
