package org.immunospan.crf.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.immunospan.crf.Labels;

/** Gathers sequences, numbers their features and drops the rare ones. For one thread. */
final class TrainingDataBuilder {

  private final FeatureIndex numbers = new FeatureIndex();
  private final Map<String, Integer> outcomeNumbers = new HashMap<>();
  private final List<String> outcomeNames = new ArrayList<>();
  private int[] firstToken = new int[1024];
  private int[] outcomes = new int[1024];
  private int[] firstFeature = new int[1025];
  private int[] features = new int[1 << 16];
  private int[] counts = new int[1 << 16];
  private int sequences;
  private int tokens;

  /** Takes a sequence: the label of each token, and the keys of its features. */
  void add(String[] labels, long[][] keys) {
    if (labels.length == 0) {
      return;
    }
    sequences++;
    firstToken = withRoom(firstToken, sequences);
    for (int t = 0; t < labels.length; t++) {
      addToken(labels[t], keys[t]);
    }
    firstToken[sequences] = tokens;
  }

  private void addToken(String label, long[] keys) {
    outcomes = withRoom(outcomes, tokens);
    outcomes[tokens] =
        outcomeNumbers.computeIfAbsent(
            label,
            name -> {
              outcomeNames.add(name);
              return outcomeNames.size() - 1;
            });
    int end = firstFeature[tokens];
    for (long key : keys) {
      int number = numbers.of(key);
      counts = withRoom(counts, number);
      counts[number]++;
      features = withRoom(features, end);
      features[end++] = number;
    }
    tokens++;
    firstFeature = withRoom(firstFeature, tokens);
    firstFeature[tokens] = end;
  }

  /** The data gathered, without features seen fewer than {@code cutoff} times. */
  TrainingData build(int cutoff) {
    Labels labels = new Labels(List.copyOf(new TreeSet<>(outcomeNames)));
    byte[] label = new byte[tokens];
    for (int t = 0; t < tokens; t++) {
      label[t] = (byte) labels.names().indexOf(outcomeNames.get(outcomes[t]));
    }
    int[] renumbered = new int[numbers.size()];
    long[] keys = rank(cutoff, renumbered);
    int[] kept = new int[tokens + 1];
    int end = 0;
    for (int t = 0; t < tokens; t++) {
      for (int i = firstFeature[t]; i < firstFeature[t + 1]; i++) {
        int feature = renumbered[features[i]];
        if (feature >= 0) {
          features[end++] = feature;
        }
      }
      kept[t + 1] = end;
    }
    return new TrainingData(
        labels,
        Arrays.copyOf(firstToken, sequences + 1),
        label,
        kept,
        Arrays.copyOf(features, end),
        keys);
  }

  /** Numbers the features by falling count, then by first appearance; -1 for those left out. */
  private long[] rank(int cutoff, int[] renumbered) {
    int highest = Arrays.stream(counts).max().orElse(0);
    int[] begin = new int[highest + 2];
    for (int f = 0; f < renumbered.length; f++) {
      begin[highest - counts[f] + 1]++;
    }
    for (int c = 0; c <= highest; c++) {
      begin[c + 1] += begin[c];
    }
    // Counts from the highest down to the cutoff stand before begin[highest - cutoff + 1].
    long[] keys = new long[begin[Math.max(0, highest - Math.max(1, cutoff) + 1)]];
    for (int f = 0; f < renumbered.length; f++) {
      renumbered[f] = counts[f] < cutoff ? -1 : begin[highest - counts[f]]++;
      if (renumbered[f] >= 0) {
        keys[renumbered[f]] = numbers.key(f);
      }
    }
    return keys;
  }

  private static int[] withRoom(int[] array, int index) {
    return index < array.length
        ? array
        : Arrays.copyOf(array, Math.max(index + 1, array.length + array.length / 2));
  }
}
