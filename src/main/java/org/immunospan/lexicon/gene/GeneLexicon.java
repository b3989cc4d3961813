package org.immunospan.lexicon.gene;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

  /** More bytes than any lexicon has, so that a damaged file cannot ask for all of the memory. */
  private static final int LARGEST = 1 << 28;

  /** A gene that has the name, and the sources that say so as bits of {@link NameSource}. */
  public record Hit(int gene, int sources) {}

  private final Map<String, String> header;
  private final Map<Integer, String> groups;

  /** The whole file; genes and blocks of keys begin at the places below. */
  private final byte[] data;

  private final int[] geneStarts;
  private final int[] blockStarts;

  private GeneLexicon(
      Map<String, String> header,
      Map<Integer, String> groups,
      byte[] data,
      int[] geneStarts,
      int[] blockStarts) {
    this.header = header;
    this.groups = groups;
    this.data = data;
    this.geneStarts = geneStarts;
    this.blockStarts = blockStarts;
  }

  /**
   * Reads a lexicon.
   *
   * @param name of the file, for messages
   */
  public static GeneLexicon read(InputStream in, String name) throws IOException {
    byte[] all = unpacked(in.readAllBytes(), name);
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
    ByteBuffer data = ByteBuffer.wrap(all).position(at + 1);
    Map<Integer, String> groups = new LinkedHashMap<>();
    for (int i = data.getInt(); i > 0; i--) {
      int group = data.getInt();
      byte[] groupName = new byte[data.getShort()];
      data.get(groupName);
      groups.put(group, new String(groupName, StandardCharsets.UTF_8));
    }
    int[] geneStarts = starts(data);
    int[] blockStarts = starts(data);
    return new GeneLexicon(header, groups, all, geneStarts, blockStarts);
  }

  /** The content of a gzip file, whose last four bytes say how long it is. */
  private static byte[] unpacked(byte[] file, String name) throws IOException {
    int last = file.length - Integer.BYTES;
    int size = last < 0 ? 0 : ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(last);
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(file), 1 << 16)) {
      byte[] all = new byte[Math.max(0, Math.min(size, LARGEST))];
      if (in.readNBytes(all, 0, all.length) < all.length || in.read() >= 0) {
        throw new LexiconFormatException(
            name, 1, "expected one gzip stream, found another or part of one");
      }
      return all;
    }
  }

  /** Reads where things begin, and steps over the things. */
  private static int[] starts(ByteBuffer in) {
    int[] starts = new int[in.getInt()];
    int sum = in.position() + Integer.BYTES * starts.length + Integer.BYTES;
    for (int i = 0; i < starts.length; i++) {
      sum += in.getInt();
      starts[i] = sum;
    }
    int length = in.getInt();
    in.position(in.position() + length);
    return starts;
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
      Cursor in = new Cursor(data, geneStarts[i]);
      int hgnc = in.number();
      if (in.number() != 0) {
        numbers.put(hgnc, i);
      }
    }
    return numbers;
  }

  /** The symbols of the human genes of a group. Looks at all genes. */
  public List<String> symbols(int group) {
    List<String> symbols = new ArrayList<>();
    for (int i = 0; i < geneStarts.length; i++) {
      Gene gene = gene(i);
      if (gene.humanId() != 0 && gene.groups().contains(group)) {
        symbols.add(gene.symbol());
      }
    }
    return symbols;
  }

  /** The gene with a number of this lexicon. */
  public Gene gene(int number) {
    Cursor in = new Cursor(data, geneStarts[number]);
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
      Cursor first = new Cursor(data, blockStarts[middle]);
      first.number();
      int order = compare(data, first.at + 1, first.peek(), wanted);
      if (order <= 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high < 0 ? List.of() : scan(high, wanted);
  }

  private List<Hit> scan(int block, byte[] wanted) {
    Cursor in = new Cursor(data, blockStarts[block]);
    int end = block + 1 < blockStarts.length ? blockStarts[block + 1] : data.length;
    byte[] key = new byte[256];
    while (in.at < end) {
      int shared = in.number();
      int length = in.number();
      System.arraycopy(data, in.at, key, shared, length);
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
