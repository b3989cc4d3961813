package org.immunospan.train;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.immunospan.crf.feature.WordClusters;
import org.immunospan.text.Span;
import org.immunospan.text.Tokenizer;
import org.immunospan.text.Tokens;

/**
 * Learns {@link WordClusters} from texts without annotation: skip-gram vectors of the words,
 * grouped by k-means once for each level. The same texts, sizes and seed give the same classes.
 * About 4 minutes for 17 million tokens on one processor.
 */
public final class WordClusterTrainer {

  private static final int ROUNDS = 15;

  private final Tokenizer tokenizer;
  private final int[] sizes;
  private final long seed;
  private final Consumer<String> progress;

  /**
   * @param sizes the number of classes of each level, for instance 64, 256 and 1,024
   * @param progress gets a line from time to time
   */
  public WordClusterTrainer(
      Tokenizer tokenizer, int[] sizes, long seed, Consumer<String> progress) {
    this.tokenizer = tokenizer;
    this.sizes = sizes.clone();
    this.seed = seed;
    this.progress = progress;
  }

  /** Learns from texts and writes the clusters, gzipped. */
  public void write(ClusterTexts texts, Path file) throws IOException {
    WordClusters clusters = train(texts.texts());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      clusters.write(out);
    }
  }

  WordClusters train(List<String> texts) {
    Map<String, String> known = new HashMap<>();
    List<String[]> tokenized = texts.stream().map(text -> words(text, known)).toList();
    progress.accept(
        "%s texts, %s tokens"
            .formatted(texts.size(), tokenized.stream().mapToLong(text -> text.length).sum()));
    SkipGram.Settings settings = SkipGram.Settings.DEFAULT.withSeed(seed);
    WordVectors vectors = SkipGram.learn(tokenized, settings, progress);
    progress.accept("%s words".formatted(vectors.words().size()));
    return cluster(vectors);
  }

  private String[] words(String text, Map<String, String> known) {
    if (text.isEmpty()) {
      return new String[0];
    }
    Tokens tokens = tokenizer.tokenize(text, new Span(0, text.length()));
    String[] words = tokens.toStrings();
    for (int i = 0; i < words.length; i++) {
      String folded = WordClusters.fold(words[i]);
      words[i] = known.computeIfAbsent(folded, word -> word);
    }
    return words;
  }

  private WordClusters cluster(WordVectors vectors) {
    int[][] levels = new int[sizes.length][];
    for (int level = 0; level < sizes.length; level++) {
      levels[level] = KMeans.cluster(vectors, sizes[level], ROUNDS, seed + level);
      progress.accept("k-means: %s classes".formatted(sizes[level]));
    }
    Map<String, int[]> classes = new HashMap<>();
    for (int word = 0; word < vectors.words().size(); word++) {
      int[] ofWord = new int[sizes.length];
      for (int level = 0; level < sizes.length; level++) {
        ofWord[level] = levels[level][word];
      }
      classes.put(vectors.words().get(word), ofWord);
    }
    return new WordClusters(sizes, classes);
  }
}
