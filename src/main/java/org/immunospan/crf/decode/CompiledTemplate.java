package org.immunospan.crf.decode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.immunospan.crf.BatchedLookup;
import org.immunospan.crf.FeatureKey;
import org.immunospan.crf.feature.FeatureSet;
import org.immunospan.crf.feature.FeatureTemplate;

/** A template with attributes as numbers and its constant text as a key. Immutable. */
final class CompiledTemplate {

  private static final long SEPARATOR = FeatureKey.of("|");
  private static final long SEPARATOR_POWER = FeatureKey.power(1);

  /** What an attribute belongs to. */
  enum Source {
    WORD,
    CHUNK,
    SENTENCE
  }

  /** For each term. */
  final Source[] sources;

  /** For each term, the number of the attribute among those of its source. */
  final int[] attributes;

  final int[] offsets;

  /** For each term, which of the {@link PackedValues} it is handed belong to its attribute. */
  private final int[] places;

  private final int lowestOffset;
  private final int highestOffset;
  private final long prefix;

  CompiledTemplate(FeatureTemplate template, FeatureSet features) {
    int terms = template.terms().size();
    sources = new Source[terms];
    attributes = new int[terms];
    offsets = new int[terms];
    places = new int[terms];
    for (int i = 0; i < terms; i++) {
      FeatureTemplate.Term term = template.terms().get(i);
      sources[i] = source(term.attribute(), features);
      attributes[i] = number(term.attribute(), sources[i], features);
      places[i] = sources[i] == Source.SENTENCE ? 0 : attributes[i];
      offsets[i] = term.offset();
    }
    lowestOffset = Arrays.stream(offsets).min().orElseThrow();
    highestOffset = Arrays.stream(offsets).max().orElseThrow();
    prefix = FeatureKey.of(template + "=");
  }

  private static Source source(String attribute, FeatureSet features) {
    if (features.wordAttributes().containsKey(attribute)) {
      return Source.WORD;
    }
    return features.chunkAttributes().containsKey(attribute) ? Source.CHUNK : Source.SENTENCE;
  }

  private static int number(String attribute, Source source, FeatureSet features) {
    Map<String, ?> all =
        switch (source) {
          case WORD -> features.wordAttributes();
          case CHUNK -> features.chunkAttributes();
          case SENTENCE -> features.sentenceAttributes();
        };
    return List.copyOf(all.keySet()).indexOf(attribute);
  }

  boolean isOf(Source source) {
    return Arrays.stream(sources).allMatch(s -> s == source);
  }

  /** The number of different tokens that the template looks at. */
  long tokens() {
    return Arrays.stream(offsets).distinct().count();
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
   * @param values for each term the {@link PackedValues} of its word, of its token in its chunk, or
   *     of its one attribute of sentences
   */
  void ask(long[][] values, BatchedLookup lookups, int target) {
    ask(0, prefix, values, lookups, target);
  }

  private void ask(int term, long begun, long[][] values, BatchedLookup lookups, int target) {
    long key = begun;
    for (int i = term; i < attributes.length; i++) {
      long[] own = values[i];
      int first = (int) own[places[i]];
      int end = (int) own[places[i] + 1];
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
