package org.immunospan.run;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears whole or not at all, whatever happens to the process, the machine or the
 * disk: it is written under another name, forced to the disk, and renamed. Closed without that, it
 * leaves nothing. One thread.
 */
final class WholeFile extends FilterOutputStream {

  /** What the name of a file that is being written ends in. */
  static final String SUFFIX = ".part";

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final FileChannel channel;
  private boolean isPublished;

  private WholeFile(Path file, FileChannel channel) {
    super(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
    this.file = file;
    this.channel = channel;
  }

  /** Begins a file; one of the same name stays until this one is published. */
  static WholeFile create(Path file) throws IOException {
    return new WholeFile(
        file,
        FileChannel.open(
            part(file),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE));
  }

  /** Writes a file of this content. */
  static void write(Path file, String content) throws IOException {
    try (WholeFile whole = create(file)) {
      whole.write(content);
      whole.force();
      whole.publish();
    }
    forceFolder(file.getParent());
  }

  void write(String content) throws IOException {
    out.write(content.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, length);
  }

  /** Brings what was written to the disk. */
  void force() throws IOException {
    out.flush();
    channel.force(true);
  }

  /** Gives the file its name; call {@link #force} before. */
  void publish() throws IOException {
    channel.close();
    Files.move(part(file), file, StandardCopyOption.ATOMIC_MOVE);
    isPublished = true;
  }

  /** Brings the names in a folder to the disk. */
  static void forceFolder(Path folder) throws IOException {
    FileChannel names;
    try {
      names = FileChannel.open(folder, StandardOpenOption.READ);
    } catch (IOException e) {
      // Windows opens no folders, and keeps their names in order by itself.
      return;
    }
    try (names) {
      names.force(true);
    }
  }

  @Override
  public void close() throws IOException {
    if (!isPublished) {
      channel.close();
      Files.deleteIfExists(part(file));
    }
  }

  private static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + SUFFIX);
  }
}
