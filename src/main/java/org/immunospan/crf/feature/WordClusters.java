package org.immunospan.crf.feature;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.immunospan.text.FormCache;

/**
 * Classes of words that occur in similar surroundings, at several granularities: {@code il} and
 * {@code interleukin} share one. Learned from text without annotation; a tagger knows a rare word
 * by its class. Words are looked up in {@linkplain #fold folded} form. Immutable.
 *
 * <p>File: gzipped UTF-8 lines. The first holds {@code #clusters} and the number of classes of each
 * level, the others a folded word and its class of each level, separated by tabs; sorted by word.
 */
public final class WordClusters {

  /** No word has a class. */
  public static final WordClusters NONE = new WordClusters(new int[0], Map.of());

  private static final String HEADER = "#clusters";
  private static final int[] UNKNOWN = {};

  /** The number of words that are remembered, so that one word is asked for at all levels. */
  private static final int KNOWN = 1 << 10;

  private final int[] sizes;
  private final Map<String, int[]> classes;
  private final FormCache<int[]> known = new FormCache<>(KNOWN);

  /**
   * Takes the maps as they are, without a copy.
   *
   * @param sizes how many classes each level has
   * @param classes from a folded word to its class of each level, from 0
   */
  public WordClusters(int[] sizes, Map<String, int[]> classes) {
    this.sizes = sizes.clone();
    this.classes = classes;
  }

  /** The form by which words are known here: lowercase, every digit as 0. */
  public static String fold(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      if (isDigitToFold(lower.charAt(i))) {
        return foldDigits(lower, i);
      }
    }
    return lower;
  }

  private static String foldDigits(String lower, int first) {
    char[] folded = lower.toCharArray();
    for (int i = first; i < folded.length; i++) {
      if (isDigitToFold(folded[i])) {
        folded[i] = '0';
      }
    }
    return new String(folded);
  }

  private static boolean isDigitToFold(char c) {
    return c >= '1' && c <= '9';
  }

  /** The number of granularities. */
  public int levels() {
    return sizes.length;
  }

  /** How many classes there are at a level. */
  public int size(int level) {
    return sizes[level];
  }

  /** The number of words that have classes. */
  public int words() {
    return classes.size();
  }

  /** The class of a word at a level, from 0, or -1 for a word that is not known. */
  public int classOf(String word, int level) {
    int[] found = known.get(word);
    if (found == null) {
      found = classes.getOrDefault(fold(word), UNKNOWN);
      known.put(word, found);
    }
    return level < found.length ? found[level] : -1;
  }

  /**
   * Reads what {@link #write} wrote; does not close the stream.
   *
   * @param place what to name in an error
   */
  public static WordClusters read(InputStream in, String place) {
    try {
      BufferedReader reader =
          new BufferedReader(
              new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
      String header = reader.readLine();
      if (header == null || !header.startsWith(HEADER + "\t")) {
        throw new IllegalArgumentException(
            place + ":1: expected a line starting with \"" + HEADER + "\", found: " + header);
      }
      int[] sizes = numbers(header.split("\t"), place, 1);
      Map<String, int[]> classes = new HashMap<>();
      int lineNumber = 1;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lineNumber++;
        String[] fields = line.split("\t");
        if (fields.length != sizes.length + 1) {
          throw new IllegalArgumentException(
              "%s:%s: expected a word and %s classes, found %s fields: \"%s\""
                  .formatted(place, lineNumber, sizes.length, fields.length, line));
        }
        classes.put(fields[0], numbers(fields, place, lineNumber));
      }
      return new WordClusters(sizes, classes);
    } catch (IOException e) {
      throw new UncheckedIOException(place + ": " + e.getMessage(), e);
    }
  }

  private static int[] numbers(String[] fields, String place, int line) {
    int[] numbers = new int[fields.length - 1];
    for (int i = 0; i < numbers.length; i++) {
      try {
        numbers[i] = Integer.parseInt(fields[i + 1]);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            "%s:%s: expected a whole number, found \"%s\"".formatted(place, line, fields[i + 1]),
            e);
      }
    }
    return numbers;
  }

  /** Writes the same bytes for the same classes; does not close the stream. */
  public void write(OutputStream out) throws IOException {
    GZIPOutputStream zipped = new GZIPOutputStream(out);
    BufferedWriter writer =
        new BufferedWriter(new OutputStreamWriter(zipped, StandardCharsets.UTF_8));
    writeLine(writer, HEADER, sizes);
    for (Map.Entry<String, int[]> entry : new TreeMap<>(classes).entrySet()) {
      writeLine(writer, entry.getKey(), entry.getValue());
    }
    writer.flush();
    zipped.finish();
  }

  private static void writeLine(BufferedWriter writer, String first, int[] numbers)
      throws IOException {
    StringBuilder line = new StringBuilder(first);
    for (int number : numbers) {
      line.append('\t').append(number);
    }
    writer.append(line).append('\n');
  }
}
