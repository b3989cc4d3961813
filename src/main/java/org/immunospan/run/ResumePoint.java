package org.immunospan.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.immunospan.format.InputFile;
import org.immunospan.format.csv.CsvTable;
import org.immunospan.text.Document;
import org.immunospan.text.UserException;

/**
 * How far an interrupted run came: the documents and faults in its finished parts. Files that end
 * there without a fault are not read again. Of the others, the run that goes on meets these
 * documents first, with the same texts, and does not write them again. One thread.
 */
final class ResumePoint {

  private final DocumentChecksum done = new DocumentChecksum();
  private final DocumentChecksum met = new DocumentChecksum();
  private final SeenDocuments seen = new SeenDocuments();
  private Map<String, Parts.Ended> files = Map.of();
  private long documentsToSkip;
  private long faultsToSkip;

  private ResumePoint() {}

  /** Of a run that begins: nothing is to be skipped. */
  static ResumePoint none() {
    return new ResumePoint();
  }

  /** After the finished parts, which the tally counts. */
  static ResumePoint after(Parts parts, Tally tally) throws IOException {
    ResumePoint point = new ResumePoint();
    point.files = parts.inputFiles();
    for (Path file : parts.files(ResultFile.DOCUMENTS)) {
      try (CsvTable rows = CsvTable.open(file)) {
        for (CsvTable.Row row = rows.next(); row != null; row = rows.next()) {
          tally.addDocumentBefore();
          point.add(row);
        }
      }
    }
    for (Path file : parts.files(ResultFile.SPANS)) {
      try (CsvTable rows = CsvTable.open(file)) {
        for (CsvTable.Row row = rows.next(); row != null; row = rows.next()) {
          tally.addMention(row);
        }
      }
    }
    for (Path file : parts.files(ResultFile.ERRORS)) {
      try (CsvTable rows = CsvTable.open(file)) {
        for (CsvTable.Row row = rows.next(); row != null; row = rows.next()) {
          tally.addError();
          if (!Failures.isOfDocument(row.get("place")) && !point.isFinished(row)) {
            point.faultsToSkip++;
          }
        }
      }
    }
    point.files.values().forEach(ended -> tally.addRepeatedBefore(ended.repeated()));
    return point;
  }

  private boolean isFinished(CsvTable.Row row) {
    return files.containsKey(row.get("source_file"));
  }

  private void add(CsvTable.Row row) {
    if (isFinished(row)) {
      seen.add(row.get("doc_id"), row.get("text"));
    } else {
      documentsToSkip++;
      done.add(row.get("doc_id"), row.get("text"));
    }
  }

  /** A file that is done and not read again. */
  Optional<InputFile> finished(String file) {
    return Optional.ofNullable(files.get(file)).map(Parts.Ended::file);
  }

  /** The documents of such files. */
  SeenDocuments seen() {
    return seen;
  }

  /**
   * Whether the interrupted run has done a document.
   *
   * @throws UserException when the documents that it has done are not those met here
   */
  boolean skips(Document document) {
    if (documentsToSkip == 0) {
      return false;
    }
    met.add(document.id(), document.text());
    documentsToSkip--;
    if (documentsToSkip == 0 && met.value() != done.value()) {
      throw inputChanged();
    }
    return true;
  }

  /** Whether the interrupted run has named a fault, which is the next one that is met. */
  boolean skipsFault() {
    if (faultsToSkip == 0) {
      return false;
    }
    faultsToSkip--;
    return true;
  }

  /**
   * Call it after the last document.
   *
   * @throws UserException when the interrupted run has done documents that did not come
   */
  void checkEnd() {
    if (documentsToSkip > 0 || faultsToSkip > 0) {
      throw inputChanged();
    }
  }

  private static UserException inputChanged() {
    return new UserException(
        "--resume: the input does not begin with the documents of the interrupted run; start again"
            + " with --overwrite");
  }
}
