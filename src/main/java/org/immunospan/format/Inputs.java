package org.immunospan.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.immunospan.format.csv.Columns;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.jats.FullTextPart;
import org.immunospan.format.pubmed.EarlierRecords;
import org.immunospan.format.pubmed.PubMedCatalogue;
import org.immunospan.format.pubmed.PubMedKey;
import org.immunospan.format.pubmed.PubMedVersions;
import org.immunospan.format.source.Source;
import org.immunospan.text.UserException;

/**
 * The input of a run: files, folders, zip files and standard input, as the user named them. Folders
 * are walked with all their subfolders, links are followed, hidden files and folders ignored, and
 * sorted by path. Compression and encoding are found by content, and so is the format unless one is
 * named. Since anything may be plain text, such as a README, plain text below a folder is read only
 * where its name ends in {@code .txt} or {@code .text}; other such files are left out by name.
 *
 * <p>Iterate once over the items. What cannot be read is an item of its own, and the reading goes
 * on after it. A first pass over PubMed XML and compressed files finds damage: damaged files come
 * after all others, and never replace or delete what a sound file says. Of several records of one
 * PMID in PubMed XML the newest comes out, and none that was deleted, wherever they are among the
 * files. Documents of other formats come out as they are, whether their identifiers repeat or not.
 * Not thread-safe.
 */
public final class Inputs implements Iterable<InputItem>, AutoCloseable {

  private static final String NO_TEXT_BY_NAME =
      "plain text below a folder is read where its name ends in .txt or .text; --format text reads"
          + " every file";

  /**
   * What came of it all; known after the last item.
   *
   * @param documents that were found
   * @param errors that were met
   * @param superseded PubMed records left out because a newer one of the same PMID was there
   * @param deleted PubMed records left out because they were deleted
   */
  public record Summary(long documents, long errors, long superseded, long deleted) {}

  private final List<Source> sources;
  private final Optional<Format> format;
  private final InputStream stdin;
  private final boolean takesUnknownTexts;
  private final EarlierRecords earlier = new EarlierRecords();
  private final PubMedVersions versions = new PubMedVersions();
  private final PubMedVersions versionsOfDamaged = versions.ofDamagedFiles();
  private Columns columns = Columns.USUAL;
  private Set<FullTextPart> fullText = Set.of();
  private OpenInput current;
  private long bytesOfFinishedFiles;
  private long documents;
  private long errors;

  private Inputs(
      List<Source> sources, Optional<Format> format, InputStream stdin, boolean takesUnknownTexts) {
    this.sources = sources;
    this.format = format;
    this.stdin = stdin;
    this.takesUnknownTexts = takesUnknownTexts;
  }

  /**
   * Finds the files; opens none of them.
   *
   * @param arguments files, folders, or {@value Source#STDIN}
   * @param format of all files; empty for "by content"
   * @param stdin read only when {@value Source#STDIN} is among the arguments
   * @throws UserException when there is no file at all
   */
  public static Inputs open(List<String> arguments, Optional<Format> format, InputStream stdin) {
    return new Inputs(Source.of(arguments), format, stdin, false);
  }

  /** Reads tables by these columns. Call it before the first item. */
  public Inputs withColumns(Columns newColumns) {
    columns = newColumns;
    return this;
  }

  /** Has these parts of full texts read, too; call it before the first item. */
  public Inputs withFullText(Set<FullTextPart> parts) {
    fullText = Set.copyOf(parts);
    return this;
  }

  /** Files of gold, of which some give spans without the texts around them. */
  static Inputs ofGold(List<String> arguments) {
    return new Inputs(Source.of(arguments), Optional.empty(), InputStream.nullInputStream(), true);
  }

  /** The size of all files as stored; -1 if it is not known, as for standard input. */
  public long totalBytes() {
    long total = 0;
    for (Source source : sources) {
      long size = source.size();
      if (size < 0) {
        return -1;
      }
      total += size;
    }
    return total;
  }

  /** The name of the file that is being read, or "". */
  public String currentFile() {
    return current == null ? "" : current.name();
  }

  /** How much of the files has come out so far; for the thread that iterates. */
  public long bytesRead() {
    return bytesOfFinishedFiles + (current == null ? 0 : current.bytes());
  }

  /**
   * Whether a record in the result of the earlier run was deleted or has a newer version; known
   * when the iterator has been asked for the first item, and for certain after the last one.
   */
  public boolean isReplaced(String pmid) {
    return earlier.isReplaced(pmid);
  }

  /** Whether another run can go on from what the first pass found out. */
  public boolean isCatalogued() {
    return !versions.hasMissing()
        && sources.stream().noneMatch(source -> source.isReadOnce() && source.fault().isEmpty());
  }

  /** The counts so far. */
  public Summary summary() {
    return new Summary(
        documents,
        errors,
        versions.superseded() + versionsOfDamaged.superseded(),
        versions.deleted() + versionsOfDamaged.deleted());
  }

  /**
   * The items; ask for them once. The first pass over the files is made when the first item is
   * asked for.
   *
   * @throws UserException from {@code hasNext} at the end, when all files were left out
   */
  @Override
  public Iterator<InputItem> iterator() {
    return iterator(FirstPass.PLAIN);
  }

  /** As {@link #iterator()}; records of an earlier run take part in the choice among records. */
  public Iterator<InputItem> iterator(FirstPass firstPass) {
    return new Items(firstPass);
  }

  @Override
  public void close() {
    if (current != null) {
      current.close();
      current = null;
    }
    for (Source source : sources) {
      try {
        source.close();
      } catch (IOException e) {
        // It is read; nothing is lost by not closing it.
      }
    }
  }

  private final class Items implements Iterator<InputItem> {

    private final FirstPass firstPass;
    private final Deque<InputItem> ready = new ArrayDeque<>();
    private Deque<CheckedSource> toRead;
    private final List<CheckedSource> all = new ArrayList<>();
    private boolean isRescue;
    private int leftOut;

    Items(FirstPass firstPass) {
      this.firstPass = firstPass;
    }

    @Override
    public boolean hasNext() {
      if (toRead == null) {
        check();
      }
      while (ready.isEmpty() && (current != null || startNext())) {
        if (current != null) {
          advance();
        }
      }
      if (ready.isEmpty() && leftOut > 0 && leftOut == sources.size()) {
        throw new UserException(
            "Found no documents: all files were left out (" + NO_TEXT_BY_NAME + ").");
      }
      return !ready.isEmpty();
    }

    @Override
    public InputItem next() {
      if (!hasNext()) {
        throw new NoSuchElementException("the input is read to its end");
      }
      return ready.poll();
    }

    /** The first pass; damaged files are read after all others. */
    private void check() {
      Deque<CheckedSource> damaged = new ArrayDeque<>();
      toRead = new ArrayDeque<>();
      firstPass.earlier(file -> announce(file));
      for (Source source : sources) {
        CheckedSource whole = CheckedSource.of(source, format, stdin);
        announce(whole.entry());
        firstPass.add(whole.entry());
        CheckedSource checked = whole.withoutRecords();
        all.add(checked);
        (checked.isDamaged() ? damaged : toRead).add(checked);
      }
      firstPass.end();
      firstPass.earlier(file -> earlier.choose(file, versions(file.isDamaged())));
      toRead.addAll(damaged);
    }

    private void announce(PubMedCatalogue.Entry file) {
      file.records().forEach(versions(file.isDamaged())::add);
      file.deletions().forEach(versions(file.isDamaged())::delete);
    }

    private PubMedVersions versions(boolean isDamaged) {
      return isDamaged ? versionsOfDamaged : versions;
    }

    private boolean startNext() {
      CheckedSource next = toRead.poll();
      if (next == null && !isRescue) {
        isRescue = true;
        rescue();
        next = toRead.poll();
      }
      if (next == null) {
        earlier.keepMissing(versions, rescued == null ? versions : rescued);
        return false;
      }
      Optional<InputFile> finished =
          isRescue ? Optional.empty() : firstPass.finished(next.source().name());
      if (finished.isPresent()) {
        pass(next, finished.get());
        return true;
      }
      current = new OpenInput(next, format, stdin, columns, fullText, chooser(next));
      return true;
    }

    /**
     * Skips a file whose documents are all known, and counts them as if they had been read again.
     */
    private void pass(CheckedSource next, InputFile finished) {
      if (!next.hash(stdin).equals(finished.sha256())) {
        throw new UserException(
            finished.sourceFile()
                + ": changed since the interrupted run has read it; start again with --overwrite");
      }
      for (PubMedKey key : firstPass.records(finished.sourceFile())) {
        if (versions.keeps(key)) {
          versions.give(key);
        }
      }
      documents += finished.documents();
      bytesOfFinishedFiles += finished.bytes();
      ready.add(new InputItem.FileDone(finished));
    }

    private PubMedVersions chooser(CheckedSource next) {
      if (isRescue) {
        return rescued;
      }
      return versions(next.isDamaged());
    }

    private PubMedVersions rescued;

    /** Reads PubMed files again for records whose newer version was announced but is missing. */
    private void rescue() {
      if (!versions.hasMissing()) {
        return;
      }
      rescued = versions.ofMissing();
      for (CheckedSource source : all) {
        if (source.isPubMed() && !source.isDamaged()) {
          CheckedSource again = CheckedSource.of(source.source(), format, stdin);
          if (!again.isDamaged()) {
            again.entry().records().forEach(rescued::add);
            again.entry().deletions().forEach(rescued::delete);
            toRead.add(again.withoutRecords());
          }
        }
      }
    }

    private void advance() {
      Optional<InputItem> item = current.next();
      item.ifPresent(this::take);
      if (item.isEmpty()) {
        finish();
      }
    }

    private void take(InputItem item) {
      if (item instanceof InputItem.Found found) {
        documents++;
        ready.add(checked(found.gold()));
      } else if (!isRescue) {
        errors += item instanceof InputItem.Failed ? 1 : 0;
        leftOut += item instanceof InputItem.LeftOut ? 1 : 0;
        ready.add(item);
      }
    }

    private InputItem checked(GoldDocument gold) {
      if (takesUnknownTexts || gold.isTextKnown() || !gold.isMarked()) {
        return new InputItem.Found(gold);
      }
      documents--;
      errors++;
      return current.withoutText(gold);
    }

    private void finish() {
      if (!isRescue) {
        current.done().ifPresent(ready::add);
        bytesOfFinishedFiles += current.bytes();
        versions.doubt(current.deletionsInDoubt());
      }
      current.close();
      current = null;
    }
  }
}
