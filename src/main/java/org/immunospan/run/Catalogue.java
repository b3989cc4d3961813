package org.immunospan.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.immunospan.format.FirstPass;
import org.immunospan.format.InputFile;
import org.immunospan.format.pubmed.PubMedCatalogue;
import org.immunospan.format.pubmed.PubMedKey;
import org.immunospan.text.UserException;

/**
 * Keeps what the first pass over the inputs finds out, for a run that adds more files to the
 * result, and gives what the run before kept. One thread.
 */
final class Catalogue implements FirstPass, AutoCloseable {

  private final Path file;
  private final Optional<Path> before;
  private final WholeFile whole;
  private final PubMedCatalogue.Writer writer;
  private final ResumePoint done;
  private final LongConsumer filesSoFar;
  private PubMedCatalogue.Reader again;
  private long files;

  /** The SHA-256 of files as the interrupted run found them; none if it did not come so far. */
  private final Map<String, String> interrupted = new HashMap<>();

  private final Set<String> damagedFiles = new HashSet<>();
  private final Set<String> pubMedFilesBefore = new HashSet<>();

  private Catalogue(
      Path file, Optional<Path> before, WholeFile whole, ResumePoint done, LongConsumer filesSoFar)
      throws IOException {
    this.file = file;
    this.before = before;
    this.whole = whole;
    this.done = done;
    this.filesSoFar = filesSoFar;
    this.writer = new PubMedCatalogue.Writer(whole);
  }

  /**
   * Begins a catalogue with all that is in the one before.
   *
   * @param before the catalogue of the result that the run adds to
   * @param done which files an interrupted run has done
   * @param filesSoFar gets the number of files so far, after each file
   */
  static Catalogue create(
      Path file, Optional<Path> before, ResumePoint done, LongConsumer filesSoFar)
      throws IOException {
    WholeFile whole = WholeFile.create(file);
    try {
      Catalogue catalogue = new Catalogue(file, before, whole, done, filesSoFar);
      if (Files.exists(file)) {
        read(file, entry -> catalogue.interrupted.put(entry.file(), entry.sha256()));
      }
      catalogue.earlier(catalogue::addEarlier);
      return catalogue;
    } catch (IOException | RuntimeException e) {
      whole.close();
      throw e;
    }
  }

  private void addEarlier(PubMedCatalogue.Entry entry) {
    if (entry.isPubMed()) {
      pubMedFilesBefore.add(entry.file());
    }
    add(entry);
  }

  @Override
  public void earlier(Consumer<PubMedCatalogue.Entry> files) {
    if (before.isEmpty()) {
      return;
    }
    read(before.get(), files);
  }

  private static PubMedCatalogue.Reader open(Path catalogue) throws IOException {
    return new PubMedCatalogue.Reader(Files.newInputStream(catalogue));
  }

  private static void read(Path catalogue, Consumer<PubMedCatalogue.Entry> files) {
    try (PubMedCatalogue.Reader reader = open(catalogue)) {
      for (PubMedCatalogue.Entry entry = reader.next(); entry != null; entry = reader.next()) {
        files.accept(entry);
      }
    } catch (IOException e) {
      throw UserException.of(catalogue.toString(), e);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws UserException when the interrupted run found another file: what it wrote of other files
   *     may rest on it
   */
  @Override
  public void add(PubMedCatalogue.Entry entry) {
    if (!interrupted.isEmpty() && !entry.sha256().equals(interrupted.get(entry.file()))) {
      throw new UserException(
          entry.file()
              + (interrupted.containsKey(entry.file())
                  ? ": is another file than"
                  : ": was not there")
              + " when the interrupted run began; start again with --overwrite");
    }
    if (entry.isDamaged()) {
      damagedFiles.add(entry.file());
    }
    files++;
    filesSoFar.accept(files);
    try {
      writer.add(entry);
    } catch (IOException e) {
      throw RunOutput.fault(file.toString(), e);
    }
  }

  boolean isDamaged(String sourceFile) {
    return damagedFiles.contains(sourceFile);
  }

  boolean hasDamaged() {
    return !damagedFiles.isEmpty();
  }

  /** Whether a file of the run before was PubMed XML. */
  boolean wasPubMed(String sourceFile) {
    return pubMedFilesBefore.contains(sourceFile);
  }

  @Override
  public void end() {
    try {
      writer.finish();
      whole.force();
      whole.publish();
    } catch (IOException e) {
      throw RunOutput.fault(file.toString(), e);
    }
  }

  @Override
  public Optional<InputFile> finished(String name) {
    return done.finished(name);
  }

  @Override
  public List<PubMedKey> records(String name) {
    try {
      if (again == null) {
        again = open(file);
      }
      PubMedCatalogue.Entry entry = again.next();
      while (entry != null && !entry.file().equals(name)) {
        entry = again.next();
      }
      return entry == null ? List.of() : entry.records();
    } catch (IOException e) {
      throw UserException.of(file.toString(), e);
    }
  }

  /** Makes the catalogue empty: no run can add to this result. */
  void empty() throws IOException {
    WholeFile.write(file, "");
  }

  /** Moves the finished catalogue. */
  void moveTo(Path place) throws IOException {
    Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void close() throws IOException {
    if (again != null) {
      again.close();
    }
    whole.close();
  }
}
