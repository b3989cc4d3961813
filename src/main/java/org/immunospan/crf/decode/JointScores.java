package org.immunospan.crf.decode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.immunospan.crf.FeatureKey;
import org.immunospan.crf.decode.CompiledTemplate.Source;

/**
 * The weights that values of attributes of sentences bring a token, together or with one word; kept
 * by these values. All templates here look at the same places. For one thread.
 */
final class JointScores {

  /** Separates the parts of a key. */
  private static final long PLACE = FeatureKey.power(1);

  /** Of one decoder, for all its groups of templates together. */
  static final int SLOTS = 1 << 18;

  private final long first;

  /** The attributes of sentences that the templates look at, with their offsets. */
  private final int[] attributes;

  private final int[] offsets;

  /** The offset of the one word; {@link Integer#MIN_VALUE} for none. */
  private final int word;

  /** The attributes of the one word that the templates look at. */
  private final int[] wordAttributes;

  private final CompiledTemplate[] templates;
  private final long[][] values;

  private JointScores(int number, List<CompiledTemplate> templates, int mostTerms) {
    CompiledTemplate any = templates.get(0);
    List<String> places = new ArrayList<>(places(any));
    this.first = FeatureKey.spread(number + 1);
    this.word = wordOffset(any);
    this.attributes = new int[places.size()];
    this.offsets = new int[places.size()];
    for (int i = 0; i < any.offsets.length; i++) {
      if (any.sources[i] == Source.SENTENCE) {
        int at = places.indexOf(place(any, i));
        attributes[at] = any.attributes[i];
        offsets[at] = any.offsets[i];
      }
    }
    this.wordAttributes =
        templates.stream().flatMapToInt(JointScores::wordAttributes).distinct().sorted().toArray();
    this.templates = templates.toArray(CompiledTemplate[]::new);
    this.values = new long[mostTerms][];
  }

  /** Whether the template looks at attributes of sentences and at one word at most. */
  static boolean fits(CompiledTemplate template) {
    for (int i = 0; i < template.offsets.length; i++) {
      boolean isSecondWord =
          template.sources[i] == Source.WORD && template.offsets[i] != wordOffset(template);
      if (isSecondWord || template.sources[i] == Source.CHUNK) {
        return false;
      }
    }
    return !places(template).isEmpty();
  }

  /** The groups of these templates, which all fit. */
  static List<JointScores> of(List<CompiledTemplate> templates, int mostTerms) {
    Map<String, List<CompiledTemplate>> groups = new LinkedHashMap<>();
    for (CompiledTemplate template : templates) {
      groups
          .computeIfAbsent(wordOffset(template) + " " + places(template), g -> new ArrayList<>())
          .add(template);
    }
    List<JointScores> all = new ArrayList<>();
    groups.values().forEach(group -> all.add(new JointScores(all.size(), group, mostTerms)));
    return all;
  }

  /** Adds the weights at all tokens of the sentence; the caller settles the cache. */
  void addTo(SentenceScores sentence, AttributeValues given, ScoreCache cache) {
    int rarest = 0;
    for (int i = 0; i < attributes.length; i++) {
      if (offsets[i] == 0 && !given.any(attributes[i])) {
        return;
      }
      if (given.count(attributes[i]) < given.count(attributes[rarest])) {
        rarest = i;
      }
    }
    // Elsewhere the attribute has no value, except beyond the ends of the sentence.
    int offset = offsets[rarest];
    int[] present = given.present(attributes[rarest]);
    for (int i = 0; i < given.count(attributes[rarest]); i++) {
      add(sentence, given, present[i] - offset, cache);
    }
    for (int t = 0; t < -offset; t++) {
      add(sentence, given, t, cache);
    }
    for (int t = sentence.size() - offset; t < sentence.size(); t++) {
      add(sentence, given, t, cache);
    }
  }

  private void add(SentenceScores sentence, AttributeValues given, int token, ScoreCache cache) {
    if (token < 0 || token >= sentence.size()) {
      return;
    }
    long key = key(sentence, given, token);
    int target = sentence.place(token);
    if (key != 0 && !cache.add(key, sentence.scores(), target)) {
      ask(sentence, given, token, cache, cache.addLater(key, target));
    }
  }

  /** By what is there; 0 if an attribute has no value, so that no template says anything. */
  private long key(SentenceScores sentence, AttributeValues given, int token) {
    long key = first;
    for (int i = 0; i < attributes.length; i++) {
      long[] value = given.at(attributes[i], token + offsets[i]);
      if (PackedValues.isEmpty(value)) {
        return 0;
      }
      key = join(key, PackedValues.onlySpread(value));
    }
    for (int attribute : wordAttributes) {
      key = join(key, PackedValues.keyOf(attribute, sentence.word(token + word).values));
    }
    return key;
  }

  /** Values are spread, since those of texts alone could make up for each other. */
  private static long join(long key, long spreadValue) {
    return FeatureKey.join(key, spreadValue, PLACE);
  }

  private void ask(
      SentenceScores sentence, AttributeValues given, int token, ScoreCache cache, int place) {
    for (CompiledTemplate template : templates) {
      for (int i = 0; i < template.offsets.length; i++) {
        int at = token + template.offsets[i];
        values[i] =
            template.sources[i] == Source.WORD
                ? sentence.word(at).values
                : given.at(template.attributes[i], at);
      }
      template.ask(values, cache.lookups(), place);
    }
  }

  private static IntStream wordAttributes(CompiledTemplate template) {
    return IntStream.range(0, template.offsets.length)
        .filter(i -> template.sources[i] == Source.WORD)
        .map(i -> template.attributes[i]);
  }

  private static int wordOffset(CompiledTemplate template) {
    for (int i = 0; i < template.offsets.length; i++) {
      if (template.sources[i] == Source.WORD) {
        return template.offsets[i];
      }
    }
    return Integer.MIN_VALUE;
  }

  private static Set<String> places(CompiledTemplate template) {
    Set<String> places = new TreeSet<>();
    for (int i = 0; i < template.offsets.length; i++) {
      if (template.sources[i] == Source.SENTENCE) {
        places.add(place(template, i));
      }
    }
    return places;
  }

  private static String place(CompiledTemplate template, int term) {
    return template.attributes[term] + "@" + template.offsets[term];
  }
}
