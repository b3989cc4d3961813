package org.immunospan.crf.decode;

import java.util.Arrays;
import org.immunospan.crf.BatchedLookup;
import org.immunospan.crf.feature.Chunks;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.text.Tokens;

/**
 * One sentence in the decoder: its words and chunks with what they bring, and the scores of labels
 * gathered so far. There are places for words and scores beyond both ends, so that no sum has
 * bounds to mind. Reusable, grows as needed; for one thread.
 */
final class SentenceScores {

  private final CompiledFeatures features;
  private final int labels;

  /** Places for words before and after the sentence. */
  private final int left;

  private final int right;

  /** Places for scores at either end. */
  private final int margin;

  /** For words and chunks that are not known yet. */
  private final BatchedLookup lookups;

  private int size;

  /** {@code scores[(margin + t) · L + y]}. */
  private int[] scores = {};

  private WordScores[] words = {};
  private boolean[] punctuation = {};

  /** Of words that are not chunks by themselves, the chunk and the place in it. */
  private ChunkScores[] chunks = {};

  private int[] inChunk = {};

  SentenceScores(CompiledFeatures features) {
    this.features = features;
    this.labels = features.labels;
    this.lookups = new BatchedLookup(features.table);
    this.left = -features.lowest;
    this.right = features.highest;
    this.margin = left + right;
  }

  /** Takes a new sentence, with no scores yet. */
  void read(Tokens tokens, boolean[] glued) {
    size = tokens.size();
    if (punctuation.length < size) {
      scores = new int[2 * (size + 2 * margin) * labels];
      words = new WordScores[2 * (size + margin)];
      punctuation = new boolean[2 * size];
      chunks = new ChunkScores[2 * size];
      inChunk = new int[2 * size];
    }
    Arrays.fill(scores, 0, (size + 2 * margin) * labels, 0);
    Arrays.fill(words, 0, left, features.before);
    Arrays.fill(words, left + size, left + size + right, features.after);
    for (int t = 0; t < size; t++) {
      words[left + t] = features.word(tokens, t, glued[t], t + 1 < size && glued[t + 1], lookups);
    }
    if (features.hasChunks()) {
      readChunks(glued);
    }
  }

  private void readChunks(boolean[] glued) {
    for (int t = 0; t < size; t++) {
      punctuation[t] = word(t).punctuation;
    }
    Chunks all = Chunks.of(punctuation, glued, size);
    for (int first = 0; first < size; first += all.size(first)) {
      int length = all.size(first);
      if (word(first).isChunk) {
        continue;
      }
      ChunkScores chunk = features.chunk(this, first, length, lookups);
      for (int i = 0; i < length; i++) {
        chunks[first + i] = chunk;
        inChunk[first + i] = i;
      }
    }
  }

  int size() {
    return size;
  }

  /** The word at a token, or at a place beyond the ends. */
  WordScores word(int token) {
    return words[left + token];
  }

  /** The {@link PackedValues} of the attributes of chunks at a token. */
  long[] chunkValues(int token) {
    WordScores word = word(token);
    return word.isChunk
        ? features.chunkAlone(word, lookups).values[0]
        : chunks[token].values[inChunk[token]];
  }

  /** The forms of the words. */
  String[] forms() {
    String[] forms = new String[size];
    for (int t = 0; t < size; t++) {
      forms[t] = word(t).form;
    }
    return forms;
  }

  /** What the words are to one of the sets of names of the model. */
  NameSet.Unit[] units(int nameSet) {
    NameSet.Unit[] units = new NameSet.Unit[size];
    for (int t = 0; t < size; t++) {
      units[t] = word(t).units[nameSet];
    }
    return units;
  }

  int[] scores() {
    return scores;
  }

  /** Where the scores of a token, or of a place beyond the ends, begin. */
  int place(int token) {
    return (margin + token) * labels;
  }

  /** Adds what each word brings, and each chunk of several. */
  void addOwn() {
    for (int i = 0; i < size + margin; i++) {
      add(words[i].sums, i * labels);
    }
    if (features.hasChunks()) {
      for (int t = 0; t < size; t++) {
        if (!word(t).isChunk && inChunk[t] == 0) {
          add(chunks[t].sums, place(t));
        }
      }
    }
  }

  void add(int[] sums, int target) {
    for (int i = 0; i < sums.length; i++) {
      scores[target + i] += sums[i];
    }
  }
}
