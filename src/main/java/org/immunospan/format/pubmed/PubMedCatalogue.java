package org.immunospan.format.pubmed;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What the files of a run say of PMIDs, in a file of its own: a later run that takes more files can
 * choose among the records of all of them without reading the first ones again. Ten bytes for each
 * record, before compression. Records whose PMID is not a number are not in it, since they are all
 * kept.
 *
 * <p>The form, inside gzip: {@value #VERSION} as a byte; for each file the byte 1, its name,
 * whether it is damaged and whether it is PubMed XML, its records and its deletions; the byte 0 at
 * the end. Records are a number of them, then for each the PMID, the version and the day of its
 * revision.
 */
public final class PubMedCatalogue {

  private static final int VERSION = 1;
  private static final int BUFFER = 1 << 16;

  /**
   * One file.
   *
   * @param file as the user named it
   * @param sha256 of its bytes; "" when the first pass did not read them
   * @param isDamaged whether its word counts less than that of sound files
   * @param isPubMed whether it is PubMed XML; others have no records here
   * @param records in the order of the file
   * @param deletions that count
   */
  public record Entry(
      String file,
      String sha256,
      boolean isDamaged,
      boolean isPubMed,
      List<PubMedKey> records,
      List<PubMedKey> deletions) {}

  private PubMedCatalogue() {}

  /** Writes a catalogue to a stream that its owner closes. One thread. */
  public static final class Writer {

    private final GZIPOutputStream gzip;
    private final DataOutputStream out;

    public Writer(OutputStream out) throws IOException {
      this.gzip = new GZIPOutputStream(out, BUFFER);
      this.out = new DataOutputStream(new BufferedOutputStream(gzip, BUFFER));
      this.out.writeByte(VERSION);
    }

    public void add(Entry entry) throws IOException {
      out.writeByte(1);
      out.writeUTF(entry.file());
      out.writeUTF(entry.sha256());
      out.writeBoolean(entry.isDamaged());
      out.writeBoolean(entry.isPubMed());
      write(entry.records());
      write(entry.deletions());
    }

    private void write(List<PubMedKey> keys) throws IOException {
      List<PubMedKey> numbers = keys.stream().filter(key -> key.number() >= 0).toList();
      out.writeInt(numbers.size());
      for (PubMedKey key : numbers) {
        out.writeInt(key.number());
        out.writeInt(key.version());
        out.writeShort(key.revised());
      }
    }

    /** Ends the catalogue; call it last. */
    public void finish() throws IOException {
      out.writeByte(0);
      out.flush();
      gzip.finish();
    }
  }

  /** Reads a catalogue, file by file. One thread. */
  public static final class Reader implements Closeable {

    private final DataInputStream in;

    /**
     * Opens a catalogue.
     *
     * @throws IOException also when it is of another version
     */
    public Reader(InputStream stream) throws IOException {
      in =
          new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, BUFFER), BUFFER));
      int version = in.readByte();
      if (version != VERSION) {
        throw new IOException("expected a catalogue of version " + VERSION + ", found " + version);
      }
    }

    /**
     * The next file, or null at the end.
     *
     * @throws IOException also when the catalogue is cut
     */
    public Entry next() throws IOException {
      if (in.readByte() != 1) {
        return null;
      }
      String file = in.readUTF();
      String sha256 = in.readUTF();
      boolean isDamaged = in.readBoolean();
      boolean isPubMed = in.readBoolean();
      return new Entry(file, sha256, isDamaged, isPubMed, keys(in), keys(in));
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  private static List<PubMedKey> keys(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<PubMedKey> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      keys.add(new PubMedKey(Integer.toString(in.readInt()), in.readInt(), in.readUnsignedShort()));
    }
    return keys;
  }
}
