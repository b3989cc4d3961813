package org.immunospan.lexicon.gene;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.immunospan.lexicon.LexiconFormatException;

/**
 * Human and mouse genes by the keys of their names ({@link GeneNameKey}). The keys are sorted and
 * front-coded: each holds only what differs from the one before, and every {@value #BLOCK}th is
 * whole, so that a binary search over these and a short scan find any key. Genes are kept as bytes
 * and read when asked for. About 12 MB of heap. Immutable; safe to share.
 *
 * <p>File: gzip; lines {@code # key: value} with the origin, an empty line, then what {@link
 * GeneLexiconWriter} writes.
 */
public final class GeneLexicon {

  static final String MAGIC = "# immunospan gene lexicon: 1";
  static final int BLOCK = 16;

  /** A gene that has the name, and the sources that say so as bits of {@link NameSource}. */
  public record Hit(int gene, int sources) {}

  private final Map<String, String> header;
  private final byte[] genes;
  private final int[] geneStarts;
  private final Map<Integer, String> groups;
  private final byte[] keys;
  private final int[] blockStarts;

  private GeneLexicon(
      Map<String, String> header,
      Map<Integer, String> groups,
      byte[] genes,
      int[] geneStarts,
      byte[] keys,
      int[] blockStarts) {
    this.header = header;
    this.groups = groups;
    this.genes = genes;
    this.geneStarts = geneStarts;
    this.keys = keys;
    this.blockStarts = blockStarts;
  }

  /**
   * Reads a lexicon.
   *
   * @param name of the file, for messages
   */
  public static GeneLexicon read(InputStream in, String name) throws IOException {
    byte[] all = new GZIPInputStream(in, 1 << 16).readAllBytes();
    Map<String, String> header = new LinkedHashMap<>();
    int at = 0;
    int number = 0;
    while (at < all.length && all[at] != '\n') {
      int end = at;
      while (end < all.length && all[end] != '\n') {
        end++;
      }
      String line = new String(all, at, end - at, StandardCharsets.UTF_8);
      number++;
      int colon = line.indexOf(": ");
      if ((number == 1 && !line.equals(MAGIC)) || colon < 0) {
        throw new LexiconFormatException(
            name,
            number,
            "expected \"" + MAGIC + "\" and lines of \"# key: value\", found " + line);
      }
      header.put(line.substring(2, colon), line.substring(colon + 2));
      at = end + 1;
    }
    ByteBuffer data = ByteBuffer.wrap(all, at + 1, all.length - at - 1);
    Map<Integer, String> groups = new LinkedHashMap<>();
    for (int i = data.getInt(); i > 0; i--) {
      int group = data.getInt();
      byte[] groupName = new byte[data.getShort()];
      data.get(groupName);
      groups.put(group, new String(groupName, StandardCharsets.UTF_8));
    }
    int[] geneStarts = ints(data);
    byte[] genes = bytes(data);
    int[] blockStarts = ints(data);
    byte[] keys = bytes(data);
    return new GeneLexicon(header, groups, genes, geneStarts, keys, blockStarts);
  }

  private static int[] ints(ByteBuffer in) {
    int[] values = new int[in.getInt()];
    int sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += in.getInt();
      values[i] = sum;
    }
    return values;
  }

  private static byte[] bytes(ByteBuffer in) {
    byte[] bytes = new byte[in.getInt()];
    in.get(bytes);
    return bytes;
  }

  /** Origin, versions and licences, as the file states them. */
  public Map<String, String> header() {
    return Map.copyOf(header);
  }

  /** Number of genes; they are numbered from 0. */
  public int size() {
    return geneStarts.length;
  }

  /** The names of HGNC gene groups by number. */
  public Map<Integer, String> groups() {
    return groups;
  }

  /** The numbers of the genes by HGNC number; mouse genes alone are left out. */
  public Map<Integer, Integer> numbersByHgnc() {
    Map<Integer, Integer> numbers = new HashMap<>();
    for (int i = 0; i < geneStarts.length; i++) {
      Cursor in = new Cursor(genes, geneStarts[i]);
      int hgnc = in.number();
      if (in.number() != 0) {
        numbers.put(hgnc, i);
      }
    }
    return numbers;
  }

  /** The gene with a number of this lexicon. */
  public Gene gene(int number) {
    Cursor in = new Cursor(genes, geneStarts[number]);
    int hgnc = in.number();
    int humanId = in.number();
    int mouseId = in.number();
    int rgd = in.number();
    String symbol = in.text();
    String name = in.text();
    String mouseSymbol = in.text();
    List<Integer> of = new ArrayList<>();
    for (int i = in.number(); i > 0; i--) {
      of.add(in.number());
    }
    return new Gene(hgnc, humanId, mouseId, rgd, symbol, name, mouseSymbol, of);
  }

  /** The genes that have a name with this key, in the order of their numbers; often none. */
  public List<Hit> find(String key) {
    byte[] wanted = key.getBytes(StandardCharsets.UTF_8);
    int low = 0;
    int high = blockStarts.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Cursor first = new Cursor(keys, blockStarts[middle]);
      first.number();
      int order = compare(keys, first.at + 1, first.peek(), wanted);
      if (order <= 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high < 0 ? List.of() : scan(high, wanted);
  }

  private List<Hit> scan(int block, byte[] wanted) {
    Cursor in = new Cursor(keys, blockStarts[block]);
    int end = block + 1 < blockStarts.length ? blockStarts[block + 1] : keys.length;
    byte[] key = new byte[256];
    while (in.at < end) {
      int shared = in.number();
      int length = in.number();
      System.arraycopy(keys, in.at, key, shared, length);
      in.at += length;
      int order = compare(key, 0, shared + length, wanted);
      int count = in.number();
      if (order == 0) {
        List<Hit> hits = new ArrayList<>(count);
        int gene = 0;
        for (int i = 0; i < count; i++) {
          gene += in.number();
          hits.add(new Hit(gene, in.number()));
        }
        return hits;
      }
      if (order > 0) {
        return List.of();
      }
      for (int i = 0; i < 2 * count; i++) {
        in.number();
      }
    }
    return List.of();
  }

  private static int compare(byte[] a, int begin, int length, byte[] b) {
    return Arrays.compareUnsigned(a, begin, begin + length, b, 0, b.length);
  }

  /** Reads numbers of 7 bits a byte, lowest first, and texts with their length before them. */
  private static final class Cursor {
    private final byte[] bytes;
    private int at;

    Cursor(byte[] bytes, int at) {
      this.bytes = bytes;
      this.at = at;
    }

    int number() {
      int value = 0;
      for (int shift = 0; ; shift += 7) {
        byte b = bytes[at++];
        value |= (b & 0x7f) << shift;
        if (b >= 0) {
          return value;
        }
      }
    }

    /** The number of one byte at this place, without going on. */
    int peek() {
      return bytes[at];
    }

    String text() {
      int length = number();
      at += length;
      return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }
  }
}
