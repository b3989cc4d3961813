package org.immunospan.format.source;

import java.io.Closeable;
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

/**
 * An open zip file. The checksums of the files in it are verified, which {@link ZipFile} does not
 * do.
 */
final class ZipArchive implements Closeable {

  private final ZipFile file;

  ZipArchive(Path zip) throws IOException {
    this.file = new ZipFile(zip.toFile());
  }

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
  List<String> names() {
    return file.stream()
        .filter(entry -> !entry.isDirectory())
        .map(ZipEntry::getName)
        .sorted()
        .toList();
  }

  boolean has(String name) {
    return file.getEntry(name) != null;
  }

  /** The size of a file before compression. */
  long size(String name) {
    ZipEntry entry = file.getEntry(name);
    return entry == null ? 0 : Math.max(0, entry.getSize());
  }

  InputStream open(String name) throws IOException {
    ZipEntry entry = file.getEntry(name);
    if (entry == null) {
      throw new ZipException("the zip file has no " + name);
    }
    return new Verified(entry, file.getInputStream(entry));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static final class Verified extends BlockInput {

    private final ZipEntry entry;
    private final CRC32 crc = new CRC32();

    Verified(ZipEntry entry, InputStream in) {
      super(in);
      this.entry = entry;
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

    private static ReadFault damaged(String message) {
      return new ReadFault("file", "", message);
    }
  }
}
