package org.immunospan.crf;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import opennlp.tools.util.InvalidFormatException;

/**
 * How a {@link CrfModel} is written. Numbers are columns of their own, since OpenNLP deflates the
 * whole and like bytes compress well:
 *
 * <pre>
 * int      magic "CRF2"
 * int, UTF labels, names
 * double   step
 * varint   zigzag transitions, L · L
 * int      features
 * int, bytes  lower 16 bits of the difference to the fingerprint before, big-endian
 * int, bytes  its upper bits, varint
 * int, bytes  number of weights
 * int, bytes  label of each weight
 * int, bytes  weights, varint zigzag
 * </pre>
 *
 * A varint has seven bits a byte, lowest first, the highest bit set on all but the last.
 */
final class CrfModelFormat {

  private static final int MAGIC = 0x43524632;

  private CrfModelFormat() {}

  static void write(CrfModel model, OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    CrfModel.Features features = model.features();
    int n = features.fingerprints.length;
    out.writeInt(MAGIC);
    out.writeInt(model.labels().size());
    for (String name : model.labels().names()) {
      out.writeUTF(name);
    }
    out.writeDouble(model.step());
    Column transitions = new Column();
    for (int weight : model.transitions()) {
      transitions.varint(zigzag(weight));
    }
    Column low = new Column();
    Column high = new Column();
    Column counts = new Column();
    Column labels = new Column();
    Column weights = new Column();
    long previous = 0;
    for (int f = 0; f < n; f++) {
      long difference = features.fingerprints[f] - previous;
      previous = features.fingerprints[f];
      low.write((int) (difference >>> 8));
      low.write((int) difference);
      high.varint((int) (difference >>> 16));
      counts.write(features.first[f + 1] - features.first[f]);
    }
    for (int p = 0; p < features.first[n]; p++) {
      labels.write(features.labels[p]);
      weights.varint(zigzag(features.weights[p]));
    }
    transitions.to(out);
    out.writeInt(n);
    for (Column column : List.of(low, high, counts, labels, weights)) {
      column.to(out);
    }
    out.flush();
  }

  /**
   * Reads what {@link #write} wrote, and no further.
   *
   * @throws InvalidFormatException if it is something else
   */
  static CrfModel read(InputStream stream) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    int magic = in.readInt();
    if (magic != MAGIC) {
      throw new InvalidFormatException(
          "nameFinder.model: found magic %s, expected %s"
              .formatted(HexFormat.of().toHexDigits(magic), HexFormat.of().toHexDigits(MAGIC)));
    }
    List<String> names = new ArrayList<>();
    for (int count = in.readInt(); count > 0; count--) {
      names.add(in.readUTF());
    }
    double step = in.readDouble();
    Cursor transitionColumn = new Cursor(in);
    int[] transitions = new int[names.size() * names.size()];
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] = unzigzag(transitionColumn.varint());
    }
    int n = in.readInt();
    Cursor low = new Cursor(in);
    Cursor high = new Cursor(in);
    Cursor counts = new Cursor(in);
    byte[] labels = new Cursor(in).bytes;
    Cursor weightColumn = new Cursor(in);
    long[] fingerprints = new long[n];
    int[] first = new int[n + 1];
    long fingerprint = 0;
    for (int f = 0; f < n; f++) {
      int lower = low.next() << 8 | low.next();
      fingerprint += (long) high.varint() << 16 | lower;
      fingerprints[f] = fingerprint;
      first[f + 1] = first[f] + counts.next();
    }
    if (labels.length != first[n]) {
      throw new InvalidFormatException(
          "nameFinder.model: found labels of %s weights, expected %s"
              .formatted(labels.length, first[n]));
    }
    for (byte label : labels) {
      if (label < 0 || label >= names.size()) {
        throw new InvalidFormatException(
            "nameFinder.model: found label %s, expected 0 to %s"
                .formatted(label, names.size() - 1));
      }
    }
    short[] weights = new short[first[n]];
    for (int p = 0; p < weights.length; p++) {
      weights[p] = (short) unzigzag(weightColumn.varint());
    }
    return new CrfModel(
        new Labels(names),
        step,
        transitions,
        new CrfModel.Features(fingerprints, first, labels, weights));
  }

  private static int zigzag(int value) {
    return value << 1 ^ value >> 31;
  }

  private static int unzigzag(int value) {
    return value >>> 1 ^ -(value & 1);
  }

  private static final class Column extends ByteArrayOutputStream {
    void varint(int value) {
      int rest = value;
      for (; (rest & ~0x7F) != 0; rest >>>= 7) {
        write(rest | 0x80);
      }
      write(rest);
    }

    void to(DataOutputStream out) throws IOException {
      out.writeInt(size());
      writeTo(out);
    }
  }

  private static final class Cursor {
    private final byte[] bytes;
    private int at;

    Cursor(DataInputStream in) throws IOException {
      int size = in.readInt();
      if (size < 0) {
        throw new InvalidFormatException(
            "nameFinder.model: found a column of %s bytes, expected 0 or more".formatted(size));
      }
      bytes = in.readNBytes(size);
      if (bytes.length < size) {
        throw new InvalidFormatException(
            "nameFinder.model: found %s bytes of a column, expected %s"
                .formatted(bytes.length, size));
      }
    }

    int next() throws InvalidFormatException {
      if (at == bytes.length) {
        throw new InvalidFormatException(
            "nameFinder.model: found the end of a column of %s bytes, expected more"
                .formatted(bytes.length));
      }
      return bytes[at++] & 0xFF;
    }

    int varint() throws InvalidFormatException {
      int value = 0;
      int shift = 0;
      int b = next();
      for (; b >= 0x80; b = next()) {
        value |= (b & 0x7F) << shift;
        shift += 7;
      }
      return value | b << shift;
    }
  }
}
