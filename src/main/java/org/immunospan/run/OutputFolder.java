package org.immunospan.run;

import java.io.IOException;
import java.io.OutputStream;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.immunospan.format.Inputs;
import org.immunospan.text.UserException;

/**
 * The output folder of a run. One run at a time holds it, by a lock that the system frees when the
 * process ends, however it ends. While a run goes on, its results are in {@link Parts} and {@code
 * run.unfinished.json} holds its settings, so that it is only resumed with the same ones; when it
 * is complete, the joined results and {@code run.json} take the place of both. Each file appears
 * whole or not at all. A run that adds to a complete result leaves it as it is until the new one is
 * whole.
 */
public final class OutputFolder implements AutoCloseable {

  private final Path folder;
  private final Path lockFile;
  private final FileChannel channel;
  private Optional<EarlierResult> earlier = Optional.empty();

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
    return lock(folder, output -> output.check(existing));
  }

  /**
   * Takes the lock of a folder with a complete result, to which a run is to add.
   *
   * @throws UserException if there is none, or it cannot be added to
   */
  public static OutputFolder ofResult(Path folder, Existing existing) {
    if (!Files.isDirectory(folder)) {
      throw UserException.of(folder.toString(), "the result of a complete run", "none");
    }
    return lock(
        folder,
        output -> {
          output.earlier = Optional.of(EarlierResult.open(folder));
          boolean unfinished = Files.exists(folder.resolve(RunFiles.ADDING));
          if (existing == Existing.RESUME && !unfinished) {
            throw nothingToResume(folder);
          }
          if (existing == Existing.REFUSE && unfinished) {
            throw new UserException(
                folder
                    + ": an interrupted run was adding to it; go on with it by --resume, or begin"
                    + " it again with --overwrite");
          }
        });
  }

  /**
   * Refuses a folder of a run, for commands that write other files.
   *
   * @throws UserException if the folder holds results, complete or not
   */
  public static void expectNoRun(Path folder) {
    for (String file : List.of(RunFiles.REPORT, RunFiles.UNFINISHED)) {
      if (Files.exists(folder.resolve(file))) {
        throw new UserException(folder + ": holds the results of a run; choose another folder");
      }
    }
  }

  private static OutputFolder lock(Path folder, Consumer<OutputFolder> check) {
    OutputFolder output = lock(folder);
    try {
      output.publish();
      check.accept(output);
      return output;
    } catch (IOException e) {
      output.close();
      throw RunOutput.fault(folder.toString(), e);
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
            Stream.of(ResultFile.values()).map(ResultFile::fileName),
            Stream.of(RunFiles.RECORDS, RunFiles.PARTS))
        .toList();
  }

  private static UserException nothingToResume(Path folder) {
    return UserException.of(folder.toString(), "an interrupted run to resume", "none");
  }

  /** Whether a run in this folder has come to its end. */
  public boolean isComplete() {
    return Files.exists(folder.resolve(RunFiles.REPORT));
  }

  /** The inputs of the result that the run adds to, as the user named them. */
  List<String> inputsBefore() {
    return earlier.map(EarlierResult::inputs).orElse(List.of());
  }

  /** Adds the documents of the result that the run adds to, without those that are replaced. */
  SeenDocuments addTo(SeenDocuments seen, Catalogue catalogue, Inputs inputs) {
    earlier.ifPresent(result -> result.addTo(seen, catalogue, inputs::isReplaced));
    return seen;
  }

  /**
   * The rows of the parts, together with those of the result that the run adds to; counts the
   * latter.
   */
  Join join(Parts parts, Catalogue catalogue, Inputs inputs, Tally tally) throws IOException {
    return earlier.isPresent()
        ? earlier.get().joining(parts, catalogue, inputs::isReplaced, tally)
        : parts::join;
  }

  /** What the run must be resumed with. */
  private Path settingsFile() {
    return folder.resolve(earlier.isPresent() ? RunFiles.ADDING : RunFiles.UNFINISHED);
  }

  /**
   * Begins a run: removes the results that the folder holds, unless the run adds to them.
   *
   * @param settings everything that has an effect on the result
   */
  Parts begin(RunReport settings) throws IOException {
    earlier.ifPresent(result -> result.check(settings));
    Files.deleteIfExists(settingsFile());
    if (earlier.isEmpty()) {
      Files.deleteIfExists(folder.resolve(RunFiles.REPORT));
      Files.deleteIfExists(folder.resolve(RunFiles.ADDING));
      for (ResultFile result : ResultFile.values()) {
        Files.deleteIfExists(folder.resolve(result.fileName()));
      }
    }
    Parts parts = Parts.begin(folder);
    // The settings come last: the parts next to them belong to them.
    WholeFile.write(settingsFile(), settings.toJson());
    return parts;
  }

  /**
   * Goes on with an interrupted run.
   *
   * @throws UserException if that run had other settings
   */
  Parts restore(RunReport settings) throws IOException {
    String difference = settings.difference(Files.readString(settingsFile()), Set.of());
    if (!difference.isEmpty()) {
      throw new UserException(
          folder
              + ": the interrupted run cannot be resumed, because its results would not fit: "
              + difference
              + "; use the same, or start again with --overwrite");
    }
    return Parts.restore(folder);
  }

  /** Begins the catalogue of the run; reports the number of files as it grows. */
  Catalogue catalogue(ResumePoint done, LongConsumer filesSoFar) throws IOException {
    return Catalogue.create(
        folder.resolve(RunFiles.PARTS).resolve(RunFiles.RECORDS),
        earlier.map(EarlierResult::catalogue),
        done,
        filesSoFar);
  }

  /** Whether a complete run could not read everything. */
  boolean hasErrors() throws IOException {
    return Files.size(folder.resolve(RunFiles.ERRORS)) > ResultFile.ERRORS.header().length();
  }

  /** Writes the rows of one kind. */
  interface Join {
    void write(ResultFile result, OutputStream out) throws IOException;
  }

  /**
   * Joins the parts to the results and marks the run as complete. The results take their places
   * when all of them are whole; cut at any moment, the folder holds what it held before, or its
   * next user completes it.
   *
   * @param report of the run, asked for when all rows are written
   */
  void complete(Join rows, Catalogue catalogue, Supplier<RunReport> report, boolean keepsParts)
      throws IOException {
    Path joining = folder.resolve(RunFiles.JOINING);
    Folders.delete(joining);
    Files.createDirectory(joining);
    List<Summing.Sum> sums = new ArrayList<>();
    for (ResultFile result : ResultFile.values()) {
      try (WholeFile whole = WholeFile.create(joining.resolve(result.fileName()));
          Summing summing = new Summing(whole)) {
        rows.write(result, summing);
        sums.add(summing.sum(result.fileName()));
        whole.force();
        whole.publish();
      }
    }
    catalogue.moveTo(joining.resolve(RunFiles.RECORDS));
    if (keepsParts) {
      WholeFile.write(joining.resolve(RunFiles.KEEP_PARTS), "");
    }
    WholeFile.write(joining.resolve(RunFiles.REPORT), report.get().withResults(sums).toJson());
    Files.move(joining, folder.resolve(RunFiles.JOINED), StandardCopyOption.ATOMIC_MOVE);
    WholeFile.forceFolder(folder);
    publish();
  }

  /** Moves joined results to their places, if there are any. */
  private void publish() throws IOException {
    Path joined = folder.resolve(RunFiles.JOINED);
    if (!Files.exists(joined)) {
      return;
    }
    List<String> files = new ArrayList<>(List.of(RunFiles.RECORDS));
    Stream.of(ResultFile.values()).map(ResultFile::fileName).forEach(files::add);
    files.add(RunFiles.REPORT);
    for (String file : files) {
      if (Files.exists(joined.resolve(file))) {
        Files.move(joined.resolve(file), folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    WholeFile.forceFolder(folder);
    if (!Files.exists(joined.resolve(RunFiles.KEEP_PARTS))) {
      Folders.delete(folder.resolve(RunFiles.PARTS));
    }
    Files.deleteIfExists(folder.resolve(RunFiles.UNFINISHED));
    Files.deleteIfExists(folder.resolve(RunFiles.ADDING));
    Folders.delete(joined);
  }

  /** Releases the folder for other runs. */
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
