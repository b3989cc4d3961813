package org.immunospan.lexicon.gene;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a {@link GeneLexicon}. Genes are added first, then names by the number of the gene. The
 * same calls give the same bytes. For one thread.
 */
public final class GeneLexiconWriter {

  /** Longer keys are left out: no text uses such a name, and their length fits in a byte. */
  private static final int LONGEST = 120;

  private final Map<Integer, String> groups = new TreeMap<>();
  private final List<Gene> genes = new ArrayList<>();

  /** Sources by gene for each key. */
  private final Map<String, Map<Integer, Integer>> keys = new TreeMap<>();

  /** Adds a gene and returns its number. */
  public int add(Gene gene) {
    genes.add(gene);
    return genes.size() - 1;
  }

  public void addGroup(int number, String name) {
    groups.put(number, name);
  }

  /** Adds a key of a name of a gene; "" and very long keys are left out. */
  public void addKey(String key, int gene, NameSource source) {
    if (!key.isEmpty() && key.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
      keys.computeIfAbsent(key, k -> new TreeMap<>()).merge(gene, source.bit(), (a, b) -> a | b);
    }
  }

  /** Writes the lexicon; the header states origin, versions and licences. */
  public void write(Map<String, String> header, OutputStream out) throws IOException {
    try (DataOutputStream data =
        new DataOutputStream(
            new GZIPOutputStream(out, 1 << 16) {
              {
                def.setLevel(9);
              }
            })) {
      StringBuilder lines = new StringBuilder(GeneLexicon.MAGIC).append('\n');
      header.forEach((k, v) -> lines.append("# ").append(k).append(": ").append(v).append('\n'));
      data.write(lines.append('\n').toString().getBytes(StandardCharsets.UTF_8));
      data.writeInt(groups.size());
      for (Map.Entry<Integer, String> group : groups.entrySet()) {
        data.writeInt(group.getKey());
        data.writeUTF(group.getValue());
      }
      writeGenes(data);
      writeKeys(data);
    }
  }

  private void writeGenes(DataOutputStream data) throws IOException {
    List<Integer> starts = new ArrayList<>();
    Buffer bytes = new Buffer();
    for (Gene gene : genes) {
      starts.add(bytes.size());
      bytes.number(gene.hgnc());
      bytes.number(gene.humanId());
      bytes.number(gene.mouseId());
      bytes.number(gene.rgd());
      bytes.text(gene.symbol());
      bytes.text(gene.name());
      bytes.text(gene.mouseSymbol());
      bytes.number(gene.groups().size());
      gene.groups().forEach(bytes::number);
    }
    write(starts, bytes, data);
  }

  private void writeKeys(DataOutputStream data) throws IOException {
    List<Integer> starts = new ArrayList<>();
    Buffer bytes = new Buffer();
    byte[] before = {};
    int number = 0;
    // Bytes of UTF-8 are compared, not characters: the reader does so.
    List<Map.Entry<byte[], Map<Integer, Integer>>> sorted = new ArrayList<>();
    keys.forEach((k, v) -> sorted.add(Map.entry(k.getBytes(StandardCharsets.UTF_8), v)));
    sorted.sort((a, b) -> Arrays.compareUnsigned(a.getKey(), b.getKey()));
    for (Map.Entry<byte[], Map<Integer, Integer>> entry : sorted) {
      byte[] key = entry.getKey();
      int mismatch = Math.max(0, Arrays.mismatch(before, key));
      int shared = number++ % GeneLexicon.BLOCK == 0 ? 0 : mismatch;
      if (shared == 0 && (number - 1) % GeneLexicon.BLOCK == 0) {
        starts.add(bytes.size());
      }
      bytes.number(shared);
      bytes.number(key.length - shared);
      bytes.write(key, shared, key.length - shared);
      bytes.number(entry.getValue().size());
      int last = 0;
      for (Map.Entry<Integer, Integer> hit : entry.getValue().entrySet()) {
        bytes.number(hit.getKey() - last);
        bytes.number(hit.getValue());
        last = hit.getKey();
      }
      before = key;
    }
    write(starts, bytes, data);
  }

  private static void write(List<Integer> starts, Buffer bytes, DataOutputStream data)
      throws IOException {
    data.writeInt(starts.size());
    int before = 0;
    for (int start : starts) {
      data.writeInt(start - before);
      before = start;
    }
    data.writeInt(bytes.size());
    bytes.writeTo(data);
  }

  /** What the reader's cursor reads. */
  private static final class Buffer extends ByteArrayOutputStream {

    void number(int value) {
      int rest = value;
      while (rest > 0x7f) {
        write((rest & 0x7f) | 0x80);
        rest >>>= 7;
      }
      write(rest);
    }

    void text(String value) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      number(bytes.length);
      write(bytes, 0, bytes.length);
    }
  }
}
