package org.immunospan.crf.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.immunospan.crf.BatchedLookup;
import org.immunospan.crf.CrfModel;
import org.immunospan.crf.FeatureKey;
import org.immunospan.crf.WeightTable;
import org.immunospan.crf.decode.CompiledTemplate.Source;
import org.immunospan.crf.feature.ChunkAttribute;
import org.immunospan.crf.feature.FeatureSet;
import org.immunospan.crf.feature.NamePlaces;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.crf.feature.SentenceAttribute;
import org.immunospan.crf.feature.Word;
import org.immunospan.crf.feature.WordAttribute;
import org.immunospan.text.Tokens;

/**
 * A feature set prepared for one model, shared by decoders in any number of threads. A linear model
 * scores a token by a sum over features, and most features depend on one word, on two, or on one
 * chunk, and on where they stand: those sums are made once and kept in caches of limited size. What
 * is left is looked up token by token. Weights are whole numbers, so that the order of summation
 * does not matter.
 */
final class CompiledFeatures {

  private static final int WORDS = 1 << 17;
  private static final int CHUNKS = 1 << 15;

  /** From this many templates of one kind, keeping sums pays off; fewer are looked up faster. */
  private static final int MANY = 3;

  final int labels;
  final WeightTable table;

  /** The lowest and highest offset of any term, 0 included. */
  final int lowest;

  final int highest;

  /** The most terms of a template. */
  final int mostTerms;

  final List<SentenceAttribute> sentenceAttributes;

  /** The sets of names among them. */
  final List<NameSet> nameSets;

  /** Templates of two words, by their distance. */
  final Map<Integer, List<CompiledTemplate>> ofPair = new TreeMap<>();

  /** Attributes of sentences in many templates by themselves, whose sums are kept by value. */
  final List<AttributeScores> ofValue = new ArrayList<>();

  /** Templates of attributes of sentences, together or with one word. */
  final List<CompiledTemplate> joint = new ArrayList<>();

  /** Templates that must be looked up. */
  final List<CompiledTemplate> rest = new ArrayList<>();

  /** The word before and after every sentence. */
  final WordScores before;

  final WordScores after;

  private final List<WordAttribute> wordAttributes;
  private final List<ChunkAttribute> chunkAttributes;
  private final boolean[] keepsValues;

  /** Templates of one word: of its form alone, and others. */
  private final List<CompiledTemplate> ofForm = new ArrayList<>();

  private final List<CompiledTemplate> ofTouch = new ArrayList<>();
  private final List<CompiledTemplate> ofChunk = new ArrayList<>();
  private final LossyCache<WordScores> words = new LossyCache<>(WORDS);
  private final LossyCache<ChunkScores> chunks = new LossyCache<>(CHUNKS);

  CompiledFeatures(FeatureSet features, CrfModel model) {
    this.labels = model.labels().size();
    this.table = model.table();
    this.wordAttributes = List.copyOf(features.wordAttributes().values());
    this.chunkAttributes = List.copyOf(features.chunkAttributes().values());
    this.sentenceAttributes = List.copyOf(features.sentenceAttributes().values());
    this.nameSets =
        sentenceAttributes.stream()
            .filter(NamePlaces.class::isInstance)
            .map(attribute -> ((NamePlaces) attribute).names())
            .toList();
    this.keepsValues = new boolean[wordAttributes.size()];
    List<CompiledTemplate> templates =
        features.templates().stream()
            .map(template -> new CompiledTemplate(template, features))
            .toList();
    Map<Integer, List<CompiledTemplate>> values = new TreeMap<>();
    templates.forEach(template -> place(template, values));
    moveFew(ofPair);
    moveFew(values);
    values.forEach((a, group) -> ofValue.add(new AttributeScores(a, group, table, labels)));
    rest.removeIf(template -> JointScores.fits(template) && joint.add(template));
    this.lowest = templates.stream().mapToInt(CompiledTemplate::lowestOffset).reduce(0, Math::min);
    this.highest =
        templates.stream().mapToInt(CompiledTemplate::highestOffset).reduce(0, Math::max);
    this.mostTerms = templates.stream().mapToInt(t -> t.offsets.length).max().orElse(0);
    this.before = outside(FeatureSet.BEFORE);
    this.after = outside(FeatureSet.AFTER);
  }

  private void place(CompiledTemplate template, Map<Integer, List<CompiledTemplate>> values) {
    long tokens = template.tokens();
    if (template.isOf(Source.WORD) && tokens == 1 && isOfForm(template)) {
      ofForm.add(template);
      return;
    }
    for (int i = 0; i < template.offsets.length; i++) {
      if (template.sources[i] == Source.WORD) {
        keepsValues[template.attributes[i]] = true;
      }
    }
    if (template.isOf(Source.WORD) && tokens == 1) {
      ofTouch.add(template);
    } else if (template.isOf(Source.WORD) && tokens == 2) {
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

  private boolean isOfForm(CompiledTemplate template) {
    return Arrays.stream(template.attributes).allMatch(a -> wordAttributes.get(a).isOfForm());
  }

  private void moveFew(Map<?, List<CompiledTemplate>> groups) {
    groups.values().stream().filter(group -> group.size() < MANY).forEach(rest::addAll);
    groups.values().removeIf(group -> group.size() < MANY);
  }

  private WordScores outside(String value) {
    List<List<String>> values = Collections.nCopies(wordAttributes.size(), List.of(value));
    long[] all = PackedValues.of(values);
    BatchedLookup lookups = new BatchedLookup(table);
    int[] sums = new int[(highest - lowest + 1) * labels];
    add(ofForm, all, lookups, sums);
    add(ofTouch, all, lookups, sums);
    return new WordScores(
        new Word(value, false, false), all, new NameSet.Unit[0], new int[0], sums);
  }

  /**
   * What is known of the word at a token, made if need be.
   *
   * @param lookups of the thread
   */
  WordScores word(
      Tokens tokens, int token, boolean touchesLeft, boolean touchesRight, BatchedLookup lookups) {
    String form = tokens.text(token);
    WordScores known = known(form, touchesLeft, touchesRight);
    if (known == null) {
      Word word = new Word(form, touchesLeft, touchesRight);
      WordScores variant = variant(word);
      known = variant == null ? make(word, lookups) : make(word, variant, lookups);
      words.put(known);
    }
    return known;
  }

  private WordScores known(String form, boolean touchesLeft, boolean touchesRight) {
    WordScores known = words.get(WordScores.key(form, touchesLeft, touchesRight));
    return known != null && known.form.equals(form) ? known : null;
  }

  /** What is known of the same form where it touches other neighbours, or null. */
  private WordScores variant(Word word) {
    WordScores left = known(word.form(), !word.touchesLeft(), word.touchesRight());
    WordScores right =
        left != null ? left : known(word.form(), word.touchesLeft(), !word.touchesRight());
    return right != null ? right : known(word.form(), !word.touchesLeft(), !word.touchesRight());
  }

  private WordScores make(Word word, BatchedLookup lookups) {
    List<List<String>> values = new ArrayList<>();
    for (WordAttribute attribute : wordAttributes) {
      values.add(attribute.values(word));
    }
    long[] all = PackedValues.of(values);
    NameSet.Unit[] units = new NameSet.Unit[nameSets.size()];
    for (int i = 0; i < units.length; i++) {
      units[i] = nameSets.get(i).unit(word.form());
    }
    int[] ofFormAlone = new int[(highest - lowest + 1) * labels];
    add(ofForm, all, lookups, ofFormAlone);
    return make(word, PackedValues.only(keepsValues, all), units, ofFormAlone, lookups);
  }

  /** Keeps most of what is known of the same form next to other neighbours. */
  private WordScores make(Word word, WordScores variant, BatchedLookup lookups) {
    List<List<String>> changed = new ArrayList<>();
    for (int i = 0; i < wordAttributes.size(); i++) {
      WordAttribute attribute = wordAttributes.get(i);
      boolean changes = keepsValues[i] && !attribute.isOfForm();
      changed.add(changes ? attribute.values(word) : null);
    }
    long[] values = PackedValues.with(changed, variant.values);
    return make(word, values, variant.units, variant.ofFormAlone, lookups);
  }

  private WordScores make(
      Word word, long[] values, NameSet.Unit[] units, int[] ofFormAlone, BatchedLookup lookups) {
    int[] sums = ofFormAlone.clone();
    add(ofTouch, values, lookups, sums);
    WordScores made = new WordScores(word, values, units, ofFormAlone, sums);
    if (made.isChunk && hasChunks()) {
      int[] ofChunk = chunkAlone(made, lookups).sums;
      for (int y = 0; y < labels; y++) {
        sums[highest * labels + y] += ofChunk[y];
      }
    }
    return made;
  }

  /** Adds the weights that a word brings to the tokens around. */
  private void add(
      List<CompiledTemplate> templates, long[] ofWord, BatchedLookup lookups, int[] sums) {
    long[][] values = new long[mostTerms][];
    Arrays.fill(values, ofWord);
    for (CompiledTemplate template : templates) {
      template.ask(values, lookups, (highest - template.offsets[0]) * labels);
    }
    lookups.addTo(sums);
  }

  /** Whether any template looks at chunks. */
  boolean hasChunks() {
    return !chunkAttributes.isEmpty();
  }

  /** What is known of the chunk of these words, made if need be. */
  ChunkScores chunk(SentenceScores sentence, int first, int size, BatchedLookup lookups) {
    WordScores word = sentence.word(first);
    if (size > 1) {
      return longChunk(sentence, first, size, lookups);
    }
    return chunkAlone(word, lookups);
  }

  /** What is known of a word as a chunk. */
  ChunkScores chunkAlone(WordScores word, BatchedLookup lookups) {
    ChunkScores alone = word.alone;
    if (alone == null) {
      alone = make(word.ofForm, word.form, 1, lookups);
      word.alone = alone;
    }
    return alone;
  }

  private ChunkScores longChunk(
      SentenceScores sentence, int first, int size, BatchedLookup lookups) {
    long key = 0;
    for (int t = first; t < first + size; t++) {
      WordScores word = sentence.word(t);
      key = FeatureKey.join(key, word.ofForm, word.power);
    }
    ChunkScores known = chunks.get(key);
    if (known != null && known.values.length == size) {
      return known;
    }
    StringBuilder text = new StringBuilder();
    for (int t = first; t < first + size; t++) {
      text.append(sentence.word(t).form);
    }
    ChunkScores made = make(key, text.toString(), size, lookups);
    chunks.put(made);
    return made;
  }

  private ChunkScores make(long key, String text, int size, BatchedLookup lookups) {
    long[][] values = new long[size][];
    int[] sums = new int[size * labels];
    long[][] ofTerms = new long[mostTerms][];
    for (int t = 0; t < size; t++) {
      List<List<String>> own = new ArrayList<>();
      for (ChunkAttribute attribute : chunkAttributes) {
        String value = attribute.value(text, t, size);
        own.add(value == null ? List.of() : List.of(value));
      }
      values[t] = PackedValues.of(own);
      Arrays.fill(ofTerms, values[t]);
      for (CompiledTemplate template : ofChunk) {
        template.ask(ofTerms, lookups, t * labels);
      }
    }
    lookups.addTo(sums);
    return new ChunkScores(key, values, sums);
  }
}
