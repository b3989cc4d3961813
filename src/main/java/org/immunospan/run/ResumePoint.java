package org.immunospan.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.immunospan.format.InputFile;
import org.immunospan.format.csv.CsvTable;
import org.immunospan.text.Document;
import org.immunospan.text.UserException;

/**
 * How far an interrupted run came: the documents and faults in its finished parts. The run that
 * goes on meets them first, with the same texts, and does not write them again. One thread.
 */
final class ResumePoint {

  private final DocumentChecksum done = new DocumentChecksum();
  private final DocumentChecksum met = new DocumentChecksum();
  private Map<String, String> files = Map.of();
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
          point.documentsToSkip++;
          point.done.add(row.get("doc_id"), row.get("text"));
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
          point.faultsToSkip += Failures.isOfDocument(row.get("place")) ? 0 : 1;
        }
      }
    }
    return point;
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
   * Compares a file with that which the interrupted run has done.
   *
   * @throws UserException when it has other bytes
   */
  void check(InputFile file) {
    String before = files.getOrDefault(file.sourceFile(), file.sha256());
    if (!before.equals(file.sha256())) {
      throw new UserException(
          file.sourceFile()
              + ": changed since the interrupted run has read it; start again with --overwrite");
    }
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
