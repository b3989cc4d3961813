package org.immunospan.format;

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
 * Reads the files of {@link Inputs} one after the other: first all of them for damage and for what
 * PubMed records say of each other, then item by item. Not thread-safe.
 */
final class InputItems implements Iterator<InputItem> {

  private static final String NO_TEXT_BY_NAME =
      "plain text below a folder is read where its name ends in .txt or .text; --format text reads"
          + " every file";

  private final List<Source> sources;
  private final Optional<Format> format;
  private final InputStream stdin;
  private final boolean takesUnknownTexts;
  private final EarlierRecords earlier = new EarlierRecords();
  private final PubMedVersions versions = new PubMedVersions();
  private final PubMedVersions versionsOfDamaged = versions.ofDamagedFiles();
  private PubMedVersions rescued;
  private FirstPass firstPass = FirstPass.PLAIN;
  private Columns columns = Columns.USUAL;
  private Set<FullTextPart> fullText = Set.of();
  private OpenInput current;
  private long bytesOfFinishedFiles;
  private long documents;
  private long errors;
  private final Deque<InputItem> ready = new ArrayDeque<>();
  private Deque<CheckedSource> toRead;
  private final List<CheckedSource> all = new ArrayList<>();
  private boolean isRescue;
  private int leftOut;

  /**
   * @param takesUnknownTexts whether a document whose text is not known is an item, not an error
   */
  InputItems(
      List<Source> sources, Optional<Format> format, InputStream stdin, boolean takesUnknownTexts) {
    this.sources = sources;
    this.format = format;
    this.stdin = stdin;
    this.takesUnknownTexts = takesUnknownTexts;
  }

  void setColumns(Columns newColumns) {
    columns = newColumns;
  }

  void setFullText(Set<FullTextPart> parts) {
    fullText = Set.copyOf(parts);
  }

  void setFirstPass(FirstPass pass) {
    firstPass = pass;
  }

  /** The name of the file that is being read, or "". */
  String currentFile() {
    return current == null ? "" : current.name();
  }

  long bytesRead() {
    return bytesOfFinishedFiles + (current == null ? 0 : current.bytes());
  }

  boolean isReplaced(String pmid) {
    return earlier.isReplaced(pmid);
  }

  boolean hasMissing() {
    return versions.hasMissing();
  }

  Inputs.Summary summary() {
    return new Inputs.Summary(
        documents,
        errors,
        versions.superseded() + versionsOfDamaged.superseded(),
        versions.deleted() + versionsOfDamaged.deleted());
  }

  /** Closes the file that is being read. */
  void close() {
    if (current != null) {
      current.close();
      current = null;
    }
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
          "expected documents, found none: all files were left out (" + NO_TEXT_BY_NAME + ")");
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

  /** Skips a file whose documents are all known, and counts them as if they had been read again. */
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
