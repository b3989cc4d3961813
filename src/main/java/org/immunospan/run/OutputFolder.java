package org.immunospan.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.immunospan.text.UserException;

/**
 * The output folder of a run. One run at a time holds it, by a lock that the system frees when the
 * process ends, however it ends. While a run goes on, {@code run.unfinished.json} holds its
 * settings, so that it is only resumed with the same ones; when it is complete, {@code run.json}
 * takes the place of that file. Both files appear whole or not at all.
 */
public final class OutputFolder implements AutoCloseable {

  private final Path folder;
  private final Path lockFile;
  private final FileChannel channel;

  private OutputFolder(Path folder, Path lockFile, FileChannel channel) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.channel = channel;
  }

  /**
   * Makes the folder if need be, takes the lock and checks what the folder holds already.
   *
   * @throws UserException if the folder cannot be written to, another run holds it, it holds
   *     results and they are neither to be resumed nor to be replaced, or there is nothing to
   *     resume
   */
  public static OutputFolder open(Path folder, Existing existing) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw UserException.of(folder.toString(), "a folder to write to", "a file");
    }
    if (existing == Existing.RESUME && !Files.isDirectory(folder)) {
      throw nothingToResume(folder);
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UserException(
          folder + ": the folder cannot be made: " + UserException.reason(e), e);
    }
    OutputFolder output = lock(folder);
    try {
      output.check(existing);
      return output;
    } catch (RuntimeException e) {
      output.close();
      throw e;
    }
  }

  private static OutputFolder lock(Path folder) {
    Path file = folder.resolve(RunFiles.LOCK);
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null || !isStillThere(file, channel)) {
        channel.close();
        throw new UserException(
            folder + ": another run is writing to this folder; wait for it or choose another");
      }
      return new OutputFolder(folder, file, channel);
    } catch (IOException e) {
      throw new UserException(folder + ": cannot be written to: " + UserException.reason(e), e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Another run may have removed the file after this one opened it, and a third made it again. */
  private static boolean isStillThere(Path file, FileChannel channel) throws IOException {
    String token = ProcessHandle.current().pid() + " " + System.nanoTime();
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(token.getBytes(StandardCharsets.UTF_8)));
    return Files.exists(file) && Files.readString(file).equals(token);
  }

  private void check(Existing existing) {
    boolean unfinished = Files.exists(folder.resolve(RunFiles.UNFINISHED));
    if (existing == Existing.RESUME && !isComplete() && !unfinished) {
      throw nothingToResume(folder);
    }
    if (existing != Existing.REFUSE) {
      return;
    }
    if (isComplete()) {
      throw new UserException(
          folder
              + ": holds the results of a complete run; choose another folder, or replace them"
              + " with --overwrite");
    }
    if (unfinished) {
      throw new UserException(
          folder
              + ": holds an interrupted run; go on with it by --resume, or replace it with"
              + " --overwrite");
    }
    for (String file : RunFiles.RESULTS) {
      if (Files.exists(folder.resolve(file))) {
        throw new UserException(
            folder
                + ": holds a file "
                + file
                + "; choose another folder, or replace the file with"
                + " --overwrite");
      }
    }
  }

  private static UserException nothingToResume(Path folder) {
    return UserException.of(folder.toString(), "an interrupted run to resume", "none");
  }

  /** Whether a run in this folder has come to its end. */
  public boolean isComplete() {
    return Files.exists(folder.resolve(RunFiles.REPORT));
  }

  /**
   * Begins a run: replaces what the folder holds.
   *
   * @param settings everything that has an effect on the result
   */
  ResumePoint begin(RunReport settings) throws IOException {
    Files.deleteIfExists(folder.resolve(RunFiles.REPORT));
    Files.deleteIfExists(folder.resolve(RunFiles.UNFINISHED));
    for (String file : RunFiles.RESULTS) {
      Files.write(folder.resolve(file), new byte[0]);
    }
    // The settings come last: the files next to them belong to them.
    writeWhole(RunFiles.UNFINISHED, settings.toJson());
    return ResumePoint.none();
  }

  /**
   * Cuts the files of an interrupted run back to what is complete, which the tally counts.
   *
   * @throws UserException if that run had other settings
   */
  ResumePoint restore(RunReport settings, Tally tally) throws IOException {
    if (!Files.readString(folder.resolve(RunFiles.UNFINISHED)).equals(settings.toJson())) {
      throw new UserException(
          folder
              + ": the interrupted run had other options, inputs, models or another version; use"
              + " the same, or start again with --overwrite");
    }
    return ResumePoint.restore(folder, tally);
  }

  /** Whether a complete run could not read everything. */
  boolean hasErrors() throws IOException {
    return ErrorLog.hasRows(folder.resolve(RunFiles.ERRORS));
  }

  /** Marks the run as complete. */
  void complete(RunReport report) throws IOException {
    writeWhole(RunFiles.REPORT, report.toJson());
    Files.deleteIfExists(folder.resolve(RunFiles.UNFINISHED));
  }

  private void writeWhole(String file, String content) throws IOException {
    Path part = folder.resolve(file + ".part");
    try (FileChannel out =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw e;
    }
    Files.move(part, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Frees the folder for other runs. */
  @Override
  public void close() {
    try {
      // Removed while locked, so that no other run holds the file that is removed.
      Files.deleteIfExists(lockFile);
      channel.close();
    } catch (NoSuchFileException e) {
      // Someone removed the folder: then it is free, too.
      return;
    } catch (IOException e) {
      throw UserException.of(lockFile.toString(), e);
    }
  }
}
