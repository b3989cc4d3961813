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
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.immunospan.text.UserException;

/**
 * The output folder of a run. One run at a time holds it, by a lock that the system frees when the
 * process ends, however it ends. While a run goes on, its results are in {@link Parts} and {@code
 * run.unfinished.json} holds its settings, so that it is only resumed with the same ones; when it
 * is complete, the joined results and {@code run.json} take the place of both. Each file appears
 * whole or not at all.
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
      if (!isOurs(file, channel)) {
        throw new UserException(
            folder + ": another run is writing to this folder; wait for it or choose another");
      }
      return new OutputFolder(folder, file, channel);
    } catch (IOException e) {
      throw new UserException(folder + ": cannot be written to: " + UserException.reason(e), e);
    }
  }

  /** Takes the lock; closes the channel where that is not possible. */
  private static boolean isOurs(Path file, FileChannel channel) throws IOException {
    boolean isOurs = false;
    try {
      isOurs = tryLock(channel) != null && isStillThere(file, channel);
    } finally {
      if (!isOurs) {
        channel.close();
      }
    }
    return isOurs;
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
    for (String file : ownFiles()) {
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

  private static List<String> ownFiles() {
    return Stream.concat(
            Stream.of(ResultFile.values()).map(ResultFile::fileName), Stream.of(RunFiles.PARTS))
        .toList();
  }

  private static UserException nothingToResume(Path folder) {
    return UserException.of(folder.toString(), "an interrupted run to resume", "none");
  }

  /** Whether a run in this folder has come to its end. */
  public boolean isComplete() {
    return Files.exists(folder.resolve(RunFiles.REPORT));
  }

  /**
   * Begins a run: removes the results that the folder holds.
   *
   * @param settings everything that has an effect on the result
   */
  Parts begin(RunReport settings) throws IOException {
    Files.deleteIfExists(folder.resolve(RunFiles.REPORT));
    Files.deleteIfExists(folder.resolve(RunFiles.UNFINISHED));
    for (ResultFile result : ResultFile.values()) {
      Files.deleteIfExists(folder.resolve(result.fileName()));
    }
    Parts parts = Parts.begin(folder);
    // The settings come last: the parts next to them belong to them.
    WholeFile.write(folder.resolve(RunFiles.UNFINISHED), settings.toJson());
    return parts;
  }

  /**
   * Goes on with an interrupted run.
   *
   * @throws UserException if that run had other settings
   */
  Parts restore(RunReport settings) throws IOException {
    String before = Files.readString(folder.resolve(RunFiles.UNFINISHED));
    if (!before.equals(settings.toJson())) {
      throw new UserException(
          folder
              + ": the interrupted run cannot be resumed, because its results would not fit: "
              + settings.difference(before)
              + "; use the same, or start again with --overwrite");
    }
    return Parts.restore(folder);
  }

  /** Whether a complete run could not read everything. */
  boolean hasErrors() throws IOException {
    return Files.size(folder.resolve(RunFiles.ERRORS)) > ResultFile.ERRORS.header().length();
  }

  /**
   * Joins the parts to the results and marks the run as complete. Cut at any place, it can be done
   * again.
   */
  void complete(Parts parts, RunReport report, boolean keepsParts) throws IOException {
    List<Summing.Sum> sums = new ArrayList<>();
    for (ResultFile result : ResultFile.values()) {
      try (WholeFile whole = WholeFile.create(folder.resolve(result.fileName()));
          Summing summing = new Summing(whole)) {
        parts.join(result, summing);
        sums.add(summing.sum(result.fileName()));
        whole.force();
        whole.publish();
      }
    }
    WholeFile.write(folder.resolve(RunFiles.REPORT), report.withResults(sums).toJson());
    tidy(parts, keepsParts);
  }

  private void tidy(Parts parts, boolean keepsParts) throws IOException {
    if (!keepsParts) {
      parts.delete();
    }
    Files.deleteIfExists(folder.resolve(RunFiles.UNFINISHED));
  }

  /** Ends a run that is complete and was cut before it had tidied up. */
  void tidy(boolean keepsParts) throws IOException {
    if (Files.exists(folder.resolve(RunFiles.UNFINISHED))) {
      tidy(Parts.restore(folder), keepsParts);
    }
  }

  /** Frees the folder for other runs. */
  @Override
  public void close() {
    try (channel) {
      // Removed while locked, so that no other run holds the file that is removed.
      Files.deleteIfExists(lockFile);
    } catch (NoSuchFileException e) {
      // Someone removed the folder: then it is free, too.
      return;
    } catch (IOException e) {
      throw UserException.of(lockFile.toString(), e);
    }
  }
}
