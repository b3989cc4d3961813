package org.immunospan.format.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The files in a zip file. Their checksums are verified, which {@link ZipFile} does not do. */
final class ZipEntries {

  private ZipEntries() {}

  /** Whether a regular file begins like a zip file. */
  static boolean isZip(Path path) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(path)) {
      return Arrays.equals(in.readNBytes(4), new byte[] {'P', 'K', 3, 4});
    } catch (IOException e) {
      return false;
    }
  }

  /** The names of all files, sorted. */
  static List<String> names(Path zip) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return file.stream()
          .filter(entry -> !entry.isDirectory())
          .map(ZipEntry::getName)
          .sorted()
          .toList();
    }
  }

  static boolean has(Path zip, String name) {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      return file.getEntry(name) != null;
    } catch (IOException e) {
      return false;
    }
  }

  static long size(Path zip, String name) throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      ZipEntry entry = file.getEntry(name);
      return entry == null ? 0 : entry.getSize();
    }
  }

  /** Opens a file; closing the stream closes the zip file. */
  static InputStream open(Path zip, String name) throws IOException {
    ZipFile file = new ZipFile(zip.toFile());
    ZipEntry entry = file.getEntry(name);
    if (entry == null) {
      file.close();
      throw new ZipException("the zip file has no " + name);
    }
    return new Verified(file, entry, file.getInputStream(entry));
  }

  private static final class Verified extends FilterInputStream {

    private final ZipFile file;
    private final ZipEntry entry;
    private final CRC32 crc = new CRC32();

    Verified(ZipFile file, ZipEntry entry, InputStream in) {
      super(in);
      this.file = file;
      this.entry = entry;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count;
      try {
        count = in.read(target, offset, length);
      } catch (IOException e) {
        throw damaged("the zip file is damaged: " + e.getMessage());
      }
      if (count > 0) {
        crc.update(target, offset, count);
      } else if (count < 0 && crc.getValue() != entry.getCrc()) {
        throw damaged("the zip checksum is wrong: the file is damaged");
      }
      return count;
    }

    @Override
    public long skip(long count) {
      return 0;
    }

    private static ReadFault damaged(String message) {
      return new ReadFault("file", "", message);
    }

    @Override
    public void close() throws IOException {
      in.close();
      file.close();
    }
  }
}
