package org.immunospan.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Learns word vectors by the skip-gram model with negative sampling: a word's vector is moved
 * towards those of the words around it and away from words drawn at random (Mikolov et al. 2013,
 * "Distributed representations of words and phrases and their compositionality"). A context word
 * has a vector for each place it may stand at, and the window is narrow, so that words come
 * together that take the same place in a sentence rather than speak of the same subject (Ling et
 * al. 2015, "Two/too simple adaptations of Word2Vec for syntax problems"). One thread, so that the
 * same texts and seed give the same vectors.
 */
final class SkipGram {

  /**
   * How to learn.
   *
   * @param minCount rarer words get no vector and are passed over
   * @param window at most this many words to either side
   * @param subsampling words more frequent than this share of the text are thinned out
   */
  record Settings(
      int dimensions,
      int minCount,
      int window,
      int negatives,
      double subsampling,
      int epochs,
      double learningRate,
      long seed) {

    static final Settings DEFAULT = new Settings(64, 5, 2, 5, 1e-3, 2, 0.05, 1);

    Settings withSeed(long newSeed) {
      return new Settings(
          dimensions, minCount, window, negatives, subsampling, epochs, learningRate, newSeed);
    }
  }

  private static final int SIGMOID_STEPS = 1024;
  private static final float SIGMOID_LIMIT = 6;
  private static final float[] SIGMOID = new float[SIGMOID_STEPS];
  private static final int NEGATIVE_TABLE = 1 << 20;

  static {
    for (int i = 0; i < SIGMOID_STEPS; i++) {
      double x = (2.0 * i / SIGMOID_STEPS - 1) * SIGMOID_LIMIT;
      SIGMOID[i] = (float) (1 / (1 + Math.exp(-x)));
    }
  }

  private final Settings settings;
  private final Consumer<String> progress;
  private final SplittableRandom random;
  private final float[] gradient;

  private final Map<String, Integer> ids = new HashMap<>();
  private List<String> words = List.of();
  private long[] counts = {};
  private int[] negativeTable = {};
  private float[] wordVectors = {};
  private float[] contextVectors = {};

  private SkipGram(Settings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
    this.random = new SplittableRandom(settings.seed());
    this.gradient = new float[settings.dimensions()];
  }

  /**
   * @param texts the words of each text, in order; read several times, so it must give the same
   *     every time
   * @param progress gets a line from time to time
   */
  static WordVectors learn(Iterable<String[]> texts, Settings settings, Consumer<String> progress) {
    SkipGram skipGram = new SkipGram(settings, progress);
    skipGram.count(texts);
    skipGram.run(texts);
    return skipGram.unitVectors();
  }

  private void count(Iterable<String[]> texts) {
    Map<String, long[]> all = new HashMap<>();
    for (String[] text : texts) {
      for (String word : text) {
        all.computeIfAbsent(word, w -> new long[1])[0]++;
      }
    }
    List<Map.Entry<String, long[]>> kept = new ArrayList<>(all.entrySet());
    kept.removeIf(entry -> entry.getValue()[0] < settings.minCount());
    kept.sort(
        Comparator.comparingLong((Map.Entry<String, long[]> entry) -> -entry.getValue()[0])
            .thenComparing(Map.Entry::getKey));
    words = kept.stream().map(Map.Entry::getKey).toList();
    counts = kept.stream().mapToLong(entry -> entry.getValue()[0]).toArray();
    for (int i = 0; i < words.size(); i++) {
      ids.put(words.get(i), i);
    }
    fillNegativeTable();
  }

  /** Words fill the table in proportion to their frequency to the power of 3/4. */
  private void fillNegativeTable() {
    double total = 0;
    for (long count : counts) {
      total += Math.pow((double) count, 0.75);
    }
    negativeTable = new int[NEGATIVE_TABLE];
    double reached = 0;
    int filled = 0;
    for (int word = 0; word < counts.length; word++) {
      reached += Math.pow((double) counts[word], 0.75) / total;
      int upTo = Math.min(NEGATIVE_TABLE, (int) Math.round(reached * NEGATIVE_TABLE));
      Arrays.fill(negativeTable, filled, Math.max(filled, upTo), word);
      filled = Math.max(filled, upTo);
    }
  }

  private void run(Iterable<String[]> texts) {
    int dimensions = settings.dimensions();
    wordVectors = new float[words.size() * dimensions];
    contextVectors = new float[2 * settings.window() * words.size() * dimensions];
    for (int i = 0; i < wordVectors.length; i++) {
      wordVectors[i] = (float) ((random.nextDouble() - 0.5) / dimensions);
    }
    long perEpoch = Arrays.stream(counts).sum();
    long total = perEpoch * settings.epochs();
    long seen = 0;
    double threshold = settings.subsampling() * (double) perEpoch;
    int[] kept = new int[1024];
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      for (String[] text : texts) {
        if (kept.length < text.length) {
          kept = new int[text.length];
        }
        int size = 0;
        for (String word : text) {
          Integer id = ids.get(word);
          if (id != null) {
            seen++;
            double keep = Math.sqrt(threshold / counts[id]) + threshold / counts[id];
            if (keep >= 1 || random.nextDouble() < keep) {
              kept[size++] = id;
            }
          }
        }
        double rate = settings.learningRate() * Math.max(1e-4, 1 - (double) seen / total);
        learn(kept, size, (float) rate);
      }
      progress.accept("skip-gram: epoch %s of %s".formatted(epoch + 1, settings.epochs()));
    }
  }

  private void learn(int[] text, int size, float rate) {
    for (int i = 0; i < size; i++) {
      int reach = 1 + random.nextInt(settings.window());
      for (int j = Math.max(0, i - reach); j <= Math.min(size - 1, i + reach); j++) {
        if (j != i) {
          learnPair(text[i], place(j - i) * words.size() + text[j], rate);
        }
      }
    }
  }

  /** Numbers the offsets -window to window without 0 from 0. */
  private int place(int offset) {
    return offset + settings.window() - (offset > 0 ? 1 : 0);
  }

  private void learnPair(int word, int context, float rate) {
    Arrays.fill(gradient, 0);
    int at = word * settings.dimensions();
    int place = context - context % words.size();
    push(at, context, 1, rate);
    for (int n = 0; n < settings.negatives(); n++) {
      int negative = place + negativeTable[random.nextInt(NEGATIVE_TABLE)];
      if (negative != context) {
        push(at, negative, 0, rate);
      }
    }
    for (int d = 0; d < gradient.length; d++) {
      wordVectors[at + d] += gradient[d];
    }
  }

  /** One step of logistic regression: is {@code context} near the word? */
  private void push(int at, int context, int label, float rate) {
    int contextAt = context * gradient.length;
    float score = dot(wordVectors, at, contextVectors, contextAt, gradient.length);
    float step = (label - sigmoid(score)) * rate;
    for (int d = 0; d < gradient.length; d++) {
      float c = contextVectors[contextAt + d];
      gradient[d] += step * c;
      contextVectors[contextAt + d] = c + step * wordVectors[at + d];
    }
  }

  /** Four sums: with one, each addition would wait for the one before. */
  static float dot(float[] a, int aAt, float[] b, int bAt, int size) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int d = 0;
    for (; d + 3 < size; d += 4) {
      s0 += a[aAt + d] * b[bAt + d];
      s1 += a[aAt + d + 1] * b[bAt + d + 1];
      s2 += a[aAt + d + 2] * b[bAt + d + 2];
      s3 += a[aAt + d + 3] * b[bAt + d + 3];
    }
    for (; d < size; d++) {
      s0 += a[aAt + d] * b[bAt + d];
    }
    return s0 + s1 + (s2 + s3);
  }

  private static float sigmoid(float x) {
    if (x >= SIGMOID_LIMIT) {
      return 1;
    }
    if (x <= -SIGMOID_LIMIT) {
      return 0;
    }
    int step = (int) ((x / SIGMOID_LIMIT + 1) / 2 * SIGMOID_STEPS);
    return SIGMOID[Math.min(step, SIGMOID_STEPS - 1)];
  }

  private WordVectors unitVectors() {
    int dimensions = settings.dimensions();
    for (int at = 0; at < wordVectors.length; at += dimensions) {
      double length = Math.sqrt(dot(wordVectors, at, wordVectors, at, dimensions));
      for (int d = 0; d < dimensions; d++) {
        wordVectors[at + d] /= (float) Math.max(length, 1e-9);
      }
    }
    return new WordVectors(words, dimensions, wordVectors);
  }
}
