package org.immunospan.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.immunospan.text.UserException;
import org.immunospan.write.ErrorsCsv;

/**
 * The output folder of a run. While the run goes on, a file there holds its settings, so that it
 * can only be resumed with the same; when it is complete, run.json takes that file's place.
 */
final class RunFolder {

  private final Path folder;
  private final String settings;

  /**
   * @param settings everything that has an effect on the result, in a canonical form
   */
  RunFolder(Path folder, String settings) {
    this.folder = folder;
    this.settings = settings;
  }

  /** Whether a run in a folder has come to its end. */
  static boolean isComplete(Path folder) {
    return Files.exists(folder.resolve(RunFiles.REPORT));
  }

  /** Starts a new run over whatever the folder holds of an earlier one. */
  RunOutput create() throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UserException(folder + ": expected a folder to write to, found a file");
    }
    Files.createDirectories(folder);
    // The settings come last: what they stand beside belongs to them.
    Files.deleteIfExists(folder.resolve(RunFiles.REPORT));
    Files.deleteIfExists(unfinished());
    RunOutput output = RunOutput.create(folder);
    Files.writeString(unfinished(), settings);
    return output;
  }

  /** Whether a complete run could not read everything. */
  static boolean hasErrors(Path folder) throws IOException {
    return Files.size(folder.resolve(RunFiles.ERRORS)) > ErrorsCsv.header().length();
  }

  /**
   * Cuts the files of an interrupted run back to what is complete, which the tally counts.
   *
   * @return the checksum of the documents that are complete
   */
  long restore(Tally tally) throws IOException {
    if (!Files.exists(unfinished())) {
      throw new UserException(folder + ": expected an interrupted run to resume, found none");
    }
    if (!Files.readString(unfinished()).equals(settings)) {
      throw new UserException(
          unfinished()
              + ": the interrupted run had other options, inputs, models or another version; run it"
              + " with the same or start anew without --resume");
    }
    return ResumePoint.restore(folder, tally);
  }

  /** Opens the files of an interrupted run behind what is complete. */
  RunOutput resume() throws IOException {
    return RunOutput.resume(folder);
  }

  /** Marks the run as complete. */
  void complete(RunReport report) throws IOException {
    Files.writeString(unfinished(), report.toJson());
    Files.move(unfinished(), folder.resolve(RunFiles.REPORT), StandardCopyOption.ATOMIC_MOVE);
  }

  private Path unfinished() {
    return folder.resolve(RunFiles.UNFINISHED);
  }
}
