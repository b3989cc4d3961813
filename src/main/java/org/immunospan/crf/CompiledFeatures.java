package org.immunospan.crf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.immunospan.crf.CompiledTemplate.Source;
import org.immunospan.text.Tokens;

/**
 * A feature set prepared for one model, shared by decoders in any number of threads. A linear model
 * scores a token by a sum over features, and most features depend on one word, on two, or on one
 * chunk, and on where they stand: those sums are made once and kept in caches of fixed size. What
 * is left is looked up token by token. Weights are whole numbers, so that the order of summation
 * does not matter.
 */
final class CompiledFeatures {

  private static final int WORDS = 1 << 17;
  private static final int CHUNKS = 1 << 15;

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
  private final List<ChunkAttribute> chunkAttributes;
  private final boolean[] keepsValues;
  private final List<CompiledTemplate> ofWord = new ArrayList<>();
  private final List<CompiledTemplate> ofChunk = new ArrayList<>();
  private final SharedCache<WordSums> words = new SharedCache<>(WORDS);
  private final SharedCache<ChunkSums> chunks = new SharedCache<>(CHUNKS);

  CompiledFeatures(FeatureSet features, CrfModel model) {
    this.labels = model.labels().size();
    this.table = model.table();
    this.wordAttributes = List.copyOf(features.wordAttributes().values());
    this.chunkAttributes = List.copyOf(features.chunkAttributes().values());
    this.sentenceAttributes = List.copyOf(features.sentenceAttributes().values());
    this.keepsValues = new boolean[wordAttributes.size()];
    List<CompiledTemplate> templates =
        features.templates().stream()
            .map(template -> new CompiledTemplate(template, features))
            .toList();
    Map<Integer, List<CompiledTemplate>> values = new TreeMap<>();
    templates.forEach(template -> place(template, values));
    moveFew(ofPair);
    moveFew(values);
    values.forEach((a, group) -> ofValue.add(new ValueSums(a, group, table, labels)));
    this.lowest = templates.stream().mapToInt(CompiledTemplate::lowestOffset).reduce(0, Math::min);
    this.highest =
        templates.stream().mapToInt(CompiledTemplate::highestOffset).reduce(0, Math::max);
    this.mostTerms = templates.stream().mapToInt(t -> t.offsets.length).max().orElse(0);
    this.before = outside(FeatureSet.BEFORE);
    this.after = outside(FeatureSet.AFTER);
  }

  private void place(CompiledTemplate template, Map<Integer, List<CompiledTemplate>> values) {
    long tokens = template.tokens();
    if (template.isOf(Source.WORD) && tokens == 1) {
      ofWord.add(template);
      return;
    }
    for (int i = 0; i < template.offsets.length; i++) {
      if (template.sources[i] == Source.WORD) {
        keepsValues[template.attributes[i]] = true;
      }
    }
    if (template.isOf(Source.WORD) && tokens == 2) {
      int distance = template.highestOffset() - template.lowestOffset();
      ofPair.computeIfAbsent(distance, d -> new ArrayList<>()).add(template);
    } else if (template.isOf(Source.CHUNK)) {
      ofChunk.add(template);
    } else if (template.isOf(Source.SENTENCE) && template.offsets.length == 1) {
      values.computeIfAbsent(template.attributes[0], a -> new ArrayList<>()).add(template);
    } else {
      rest.add(template);
    }
  }

  private void moveFew(Map<?, List<CompiledTemplate>> groups) {
    groups.values().stream().filter(group -> group.size() < MANY).forEach(rest::addAll);
    groups.values().removeIf(group -> group.size() < MANY);
  }

  private WordSums outside(String value) {
    List<List<String>> values = Collections.nCopies(wordAttributes.size(), List.of(value));
    long[] all = Values.of(values);
    Word word = new Word(value, false, false);
    return new WordSums(word, all, sums(all));
  }

  /** What is known of the word at a token, made if need be. */
  WordSums word(Tokens tokens, int token, boolean touchesLeft, boolean touchesRight) {
    long form = FeatureKey.of(tokens.documentText(), tokens.begin(token), tokens.end(token));
    WordSums known = words.get(WordSums.key(form, touchesLeft, touchesRight));
    return known != null ? known : make(new Word(tokens.text(token), touchesLeft, touchesRight));
  }

  private WordSums make(Word word) {
    List<List<String>> all = new ArrayList<>();
    List<List<String>> kept = new ArrayList<>();
    for (int i = 0; i < wordAttributes.size(); i++) {
      List<String> values = wordAttributes.get(i).values(word);
      all.add(values);
      kept.add(keepsValues[i] ? values : List.of());
    }
    WordSums made = new WordSums(word, Values.of(kept), sums(Values.of(all)));
    words.put(made);
    return made;
  }

  private int[] sums(long[] ofWord) {
    int[] sums = new int[(highest - lowest + 1) * labels];
    Lookups lookups = new Lookups(table);
    long[][] values = new long[mostTerms][];
    Arrays.fill(values, ofWord);
    for (CompiledTemplate template : this.ofWord) {
      template.ask(values, lookups, (highest - template.offsets[0]) * labels);
    }
    lookups.addTo(sums);
    return sums;
  }

  /** Whether any template looks at chunks. */
  boolean hasChunks() {
    return !chunkAttributes.isEmpty();
  }

  /** What is known of the chunk of these words, made if need be. */
  ChunkSums chunk(SentenceScores sentence, int first, int size) {
    WordSums word = sentence.word(first);
    if (size > 1) {
      return longChunk(sentence, first, size);
    }
    ChunkSums alone = word.alone;
    if (alone == null) {
      alone = make(word.ofForm, word.form, 1);
      word.alone = alone;
    }
    return alone;
  }

  private ChunkSums longChunk(SentenceScores sentence, int first, int size) {
    long key = 0;
    for (int t = first; t < first + size; t++) {
      WordSums word = sentence.word(t);
      key = FeatureKey.join(key, word.ofForm, word.power);
    }
    ChunkSums known = chunks.get(key);
    if (known != null && known.values.length == size) {
      return known;
    }
    StringBuilder text = new StringBuilder();
    for (int t = first; t < first + size; t++) {
      text.append(sentence.word(t).form);
    }
    ChunkSums made = make(key, text.toString(), size);
    chunks.put(made);
    return made;
  }

  private ChunkSums make(long key, String text, int size) {
    long[][] values = new long[size][];
    int[] sums = new int[size * labels];
    Lookups lookups = new Lookups(table);
    long[][] ofTerms = new long[mostTerms][];
    for (int t = 0; t < size; t++) {
      List<List<String>> own = new ArrayList<>();
      for (ChunkAttribute attribute : chunkAttributes) {
        String value = attribute.value(text, t, size);
        own.add(value == null ? List.of() : List.of(value));
      }
      values[t] = Values.of(own);
      Arrays.fill(ofTerms, values[t]);
      for (CompiledTemplate template : ofChunk) {
        template.ask(ofTerms, lookups, t * labels);
      }
    }
    lookups.addTo(sums);
    return new ChunkSums(key, values, sums);
  }
}
