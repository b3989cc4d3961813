package org.immunospan.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.immunospan.format.csv.CsvTable;
import org.immunospan.text.UserException;

/**
 * The complete result that a run adds to. Of its rows, those of records that the new files replace
 * or delete are left out; then come the new rows; rows of damaged files come after all others. That
 * is the result of one run over all files. One thread.
 */
final class EarlierResult {

  private final Path folder;
  private final String report;
  private final RunReport.Before before;

  private EarlierResult(Path folder, String report) {
    this.folder = folder;
    this.report = report;
    this.before = RunReport.Before.of(report);
  }

  /**
   * Opens the result in a folder.
   *
   * @throws UserException when there is none, or none that can be added to
   */
  static EarlierResult open(Path folder) {
    Path catalogue = folder.resolve(RunFiles.RECORDS);
    try {
      if (!Files.exists(folder.resolve(RunFiles.REPORT))) {
        throw UserException.of(folder.toString(), "the result of a complete run", "none");
      }
      if (!Files.exists(catalogue) || Files.size(catalogue) == 0) {
        throw new UserException(
            folder
                + ": cannot be added to, because its inputs came from standard input, or changed"
                + " while they were read, or an earlier version of the program wrote it; run again"
                + " over all files");
      }
      return new EarlierResult(folder, Files.readString(folder.resolve(RunFiles.REPORT)));
    } catch (IOException e) {
      throw UserException.of(folder.toString(), e);
    }
  }

  Path catalogue() {
    return folder.resolve(RunFiles.RECORDS);
  }

  /** The inputs of the run before, as the user named them. */
  List<String> inputs() {
    return before.inputs();
  }

  /** Refuses a run whose rows would not fit. */
  void check(RunReport settings) {
    String difference = settings.difference(report, Set.of("inputs"));
    if (!difference.isEmpty()) {
      throw new UserException(
          folder + ": cannot be added to, because the new rows would not fit: " + difference);
    }
  }

  /** Adds the documents that there are already, and stay. */
  void addTo(SeenDocuments seen, Catalogue catalogue, Predicate<String> isReplaced) {
    try (CsvTable rows = CsvTable.open(folder.resolve(RunFiles.DOCUMENTS))) {
      for (CsvTable.Row row = rows.next(); row != null; row = rows.next()) {
        if (!isReplaced(row, catalogue, isReplaced)) {
          seen.add(row.get("doc_id"), row.get("text"));
        }
      }
    } catch (IOException e) {
      throw UserException.of(folder.toString(), e);
    }
  }

  private static boolean isReplaced(
      CsvTable.Row row, Catalogue catalogue, Predicate<String> isReplaced) {
    return catalogue.wasPubMed(row.get("source_file")) && isReplaced.test(row.get("doc_id"));
  }

  /**
   * Joins the rows of this result and new parts.
   *
   * @param isReplaced whether the record of a PMID of this result no longer counts
   * @param tally counts the rows of this result that stay
   */
  OutputFolder.Join joining(
      Parts parts, Catalogue catalogue, Predicate<String> isReplaced, Tally tally)
      throws IOException {
    return new Joining(parts, catalogue, isReplaced, tally)::join;
  }

  /** The rows of this result and of new parts, as one run over all files would give them. */
  private final class Joining {

    private final Parts parts;
    private final Catalogue catalogue;
    private final Predicate<String> isReplaced;
    private final Tally tally;
    private final Set<String> replaced = new HashSet<>();
    private final Set<String> damaged = new HashSet<>();

    Joining(Parts parts, Catalogue catalogue, Predicate<String> isReplaced, Tally tally)
        throws IOException {
      this.parts = parts;
      this.catalogue = catalogue;
      this.isReplaced = isReplaced;
      this.tally = tally;
      sort(folder.resolve(RunFiles.DOCUMENTS), true);
      for (Path part : parts.files(ResultFile.DOCUMENTS)) {
        sort(part, false);
      }
      tally.addBefore(before, catalogue::isDamaged);
    }

    private void sort(Path documents, boolean isEarlier) throws IOException {
      try (CsvTable rows = CsvTable.open(documents)) {
        for (CsvTable.Row row = rows.next(); row != null; row = rows.next()) {
          if (isEarlier && isReplaced(row)) {
            replaced.add(row.get("doc_id"));
          } else if (catalogue.isDamaged(row.get("source_file"))) {
            damaged.add(row.get("doc_id"));
          }
        }
      }
    }

    private boolean isReplaced(CsvTable.Row row) {
      return EarlierResult.isReplaced(row, catalogue, isReplaced);
    }

    /** Writes a file of the result. */
    void join(ResultFile result, OutputStream out) throws IOException {
      out.write(result.header().getBytes(StandardCharsets.UTF_8));
      List<Boolean> groups = catalogue.hasDamaged() ? List.of(false, true) : List.of(false);
      for (boolean isDamaged : groups) {
        copy(folder.resolve(result.fileName()), row -> takes(result, row, isDamaged), out);
        for (Path part : parts.files(result)) {
          copy(part, row -> isDamaged(result, row) == isDamaged, out);
        }
      }
    }

    /** Counts the row, too. */
    private boolean takes(ResultFile result, CsvTable.Row row, boolean damagedOnes) {
      boolean takes = isDamaged(result, row) == damagedOnes && keeps(result, row);
      if (takes) {
        count(result, row);
      }
      return takes;
    }

    private boolean isDamaged(ResultFile result, CsvTable.Row row) {
      return result == ResultFile.ERRORS
          ? catalogue.isDamaged(row.get("source_file"))
          : damaged.contains(row.get("doc_id"));
    }

    private boolean keeps(ResultFile result, CsvTable.Row row) {
      return result == ResultFile.ERRORS ? !isReplaced(row) : !replaced.contains(row.get("doc_id"));
    }

    private void count(ResultFile result, CsvTable.Row row) {
      switch (result) {
        case DOCUMENTS -> tally.addDocumentBefore();
        case SPANS -> tally.addMention(row);
        case ERRORS -> tally.addError();
        case MARKERS -> {}
      }
    }
  }

  /** Copies the bytes of the rows that are wanted. */
  private static void copy(Path file, Predicate<CsvTable.Row> isWanted, OutputStream out)
      throws IOException {
    try (CsvTable rows = CsvTable.open(file);
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
      long position = 0;
      CsvTable.Row row = rows.next();
      while (row != null) {
        long begin = row.bytePosition();
        boolean wanted = isWanted.test(row);
        row = rows.next();
        long end = row == null ? Files.size(file) : row.bytePosition();
        if (wanted) {
          bytes.skipNBytes(begin - position);
          byte[] content = bytes.readNBytes((int) (end - begin));
          out.write(content);
          position = end;
        }
      }
    }
  }
}
