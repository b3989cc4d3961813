package org.immunospan.crf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

  /** So many templates of one kind are worth keeping sums for; fewer are looked up faster. */
  private static final int MANY = 3;

  final int labels;
  final WeightTable table;

  /** The lowest and highest offset of any term, 0 included. */
  final int lowest;

  final int highest;

  /** The most terms of a template. */
  final int mostTerms;

  final List<SentenceAttribute> sentenceAttributes;

  /** Templates of two words, by their distance. */
  final Map<Integer, List<CompiledTemplate>> ofPair = new TreeMap<>();

  /** Attributes of sentences in many templates by themselves, whose sums are kept by value. */
  final List<ValueSums> ofValue = new ArrayList<>();

  /** Templates that must be looked up. */
  final List<CompiledTemplate> rest = new ArrayList<>();

  /** Stands left and right of every sentence. */
  final WordSums before;

  final WordSums after;

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
    List<String> wordNames = List.copyOf(features.wordAttributes().keySet());
    List<String> sentenceNames = List.copyOf(features.sentenceAttributes().keySet());
    List<CompiledTemplate> templates =
        features.templates().stream()
            .map(template -> new CompiledTemplate(template, wordNames, sentenceNames))
            .toList();
    Map<Integer, List<CompiledTemplate>> byAttribute = new TreeMap<>();
    for (CompiledTemplate template : templates) {
      place(template, byAttribute);
    }
    byAttribute.forEach(
        (attribute, group) -> {
          if (group.size() < MANY) {
            rest.addAll(group);
          } else {
            ofValue.add(new ValueSums(attribute, group, table, labels));
          }
        });
    ofPair.values().stream().filter(group -> group.size() < MANY).forEach(rest::addAll);
    ofPair.values().removeIf(group -> group.size() < MANY);
    this.lowest = templates.stream().mapToInt(CompiledTemplate::lowestOffset).reduce(0, Math::min);
    this.highest =
        templates.stream().mapToInt(CompiledTemplate::highestOffset).reduce(0, Math::max);
    this.mostTerms = templates.stream().mapToInt(t -> t.attributes.length).max().orElse(0);
    this.before = outside(FeatureSet.BEFORE);
    this.after = outside(FeatureSet.AFTER);
  }

  private void place(CompiledTemplate template, Map<Integer, List<CompiledTemplate>> byAttribute) {
    long places = Arrays.stream(template.offsets).distinct().count();
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
      int distance = template.highestOffset() - template.lowestOffset();
      ofPair.computeIfAbsent(distance, d -> new ArrayList<>()).add(template);
    } else if (template.attributes.length == 1) {
      byAttribute.computeIfAbsent(~template.attributes[0], a -> new ArrayList<>()).add(template);
    } else {
      rest.add(template);
    }
  }

  private WordSums outside(String value) {
    List<List<String>> values = Collections.nCopies(wordAttributes.size(), List.of(value));
    long[] all = Values.of(values);
    return new WordSums(value, numbers.incrementAndGet(), all, sums(all));
  }

  /** What may be known of the word form of this key, or null. */
  WordSums candidate(long key) {
    return words[slot(key)];
  }

  /** Makes the sums of a word form and keeps them. */
  WordSums make(String form) {
    List<List<String>> all = new ArrayList<>();
    List<List<String>> kept = new ArrayList<>();
    for (int i = 0; i < wordAttributes.size(); i++) {
      List<String> values = wordAttributes.get(i).values(form);
      all.add(values);
      kept.add(keepsValues[i] ? values : List.of());
    }
    WordSums made =
        new WordSums(form, numbers.incrementAndGet(), Values.of(kept), sums(Values.of(all)));
    words[slot(made.key)] = made;
    return made;
  }

  private static int slot(long key) {
    return (int) FeatureKey.spread(key) & (WORDS - 1);
  }

  private int[] sums(long[] ofWordForm) {
    int[] sums = new int[(highest - lowest + 1) * labels];
    Lookups lookups = new Lookups(table);
    long[][] values = new long[mostTerms][];
    Arrays.fill(values, ofWordForm);
    for (CompiledTemplate template : ofWord) {
      template.ask(values, lookups, (highest - template.offsets[0]) * labels);
    }
    lookups.addTo(sums);
    return sums;
  }
}
