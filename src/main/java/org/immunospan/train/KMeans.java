package org.immunospan.train;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Groups unit vectors into classes around mean directions (spherical k-means; Dhillon and Modha
 * 2001). Classes start from vectors drawn at random; a class that loses all its members starts
 * again from another one. The same vectors and seed give the same classes, whatever the number of
 * processors.
 */
final class KMeans {

  private KMeans() {}

  /** The class of every word, from 0 to {@code classes - 1}. */
  static int[] cluster(WordVectors vectors, int classes, int rounds, long seed) {
    int size = vectors.words().size();
    if (size <= classes) {
      return IntStream.range(0, size).toArray();
    }
    int dimensions = vectors.dimensions();
    float[] values = vectors.values();
    SplittableRandom random = new SplittableRandom(seed);
    float[] centres = new float[classes * dimensions];
    int[] start = random.ints(0, size).distinct().limit(classes).toArray();
    for (int k = 0; k < classes; k++) {
      System.arraycopy(values, start[k] * dimensions, centres, k * dimensions, dimensions);
    }
    int[] assigned = new int[size];
    for (int round = 0; round < rounds; round++) {
      IntStream.range(0, size)
          .parallel()
          .forEach(
              word -> assigned[word] = nearest(values, word * dimensions, centres, dimensions));
      recentre(values, assigned, centres, dimensions, random);
    }
    return assigned;
  }

  private static int nearest(float[] values, int at, float[] centres, int dimensions) {
    int best = 0;
    float bestScore = Float.NEGATIVE_INFINITY;
    for (int k = 0; k * dimensions < centres.length; k++) {
      float score = SkipGram.dot(values, at, centres, k * dimensions, dimensions);
      if (score > bestScore) {
        bestScore = score;
        best = k;
      }
    }
    return best;
  }

  private static void recentre(
      float[] values, int[] assigned, float[] centres, int dimensions, SplittableRandom random) {
    Arrays.fill(centres, 0);
    int[] members = new int[centres.length / dimensions];
    for (int word = 0; word < assigned.length; word++) {
      members[assigned[word]]++;
      for (int d = 0; d < dimensions; d++) {
        centres[assigned[word] * dimensions + d] += values[word * dimensions + d];
      }
    }
    for (int k = 0; k < members.length; k++) {
      int at = k * dimensions;
      if (members[k] == 0) {
        System.arraycopy(
            values, random.nextInt(assigned.length) * dimensions, centres, at, dimensions);
      }
      double length = Math.sqrt(SkipGram.dot(centres, at, centres, at, dimensions));
      for (int d = 0; d < dimensions; d++) {
        centres[at + d] /= (float) Math.max(length, 1e-9);
      }
    }
  }
}
