package org.immunospan.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.immunospan.format.InputFile;
import org.immunospan.format.csv.ErrorsCsv;
import org.immunospan.format.source.ReadError;

/**
 * Writes the parts of a folder. A part ends with a file of the input once it holds some documents,
 * and within a file when it holds very many; so the same input always gives the same parts. One
 * thread.
 */
final class PartsOutput implements RunOutput {

  /**
   * How many documents and faults a part holds.
   *
   * @param least with which it ends at the end of a file
   * @param most with which it ends anywhere
   */
  record Size(int least, int most) {

    /**
     * Enough to make waiting for the disk cheap, few enough that a killed run loses a few minutes
     * at most. Files of PubMed have 30,000 records, and so a part each.
     */
    static final Size USUAL = new Size(1_000, 30_000);
  }

  private final Parts parts;
  private final Size size;
  private final List<Parts.Ended> ended = new ArrayList<>();
  private Parts.Part part;
  private long records;
  private long repeated;

  PartsOutput(Parts parts, Size size) {
    this.parts = parts;
    this.size = size;
  }

  @Override
  public void write(Item item) throws IOException {
    if (item instanceof Item.Rows rows) {
      begin();
      part.write(ResultFile.SPANS, rows.spans());
      part.write(ResultFile.MARKERS, rows.markers());
      part.write(ResultFile.DOCUMENTS, rows.documents());
    } else if (item instanceof Item.Failed failed) {
      begin();
      part.write(ResultFile.ERRORS, row(failed.error()));
      part.write(ResultFile.DOCUMENTS, failed.documents());
    } else if (item instanceof Item.Fault fault) {
      begin();
      part.write(ResultFile.ERRORS, row(fault.error()));
    } else if (item instanceof Item.Repeated) {
      repeated++;
    } else if (item instanceof Item.Finished finished) {
      end(finished.file());
    }
    if (records >= (item instanceof Item.Finished ? size.least() : size.most())) {
      finish();
    }
  }

  /**
   * Files with faults are read again by a run that is resumed, and meet the same faults. One
   * without a format was not read here, but is done by the interrupted run.
   */
  private void end(InputFile file) {
    if (file.errors() == 0
        && file.format().isPresent()
        && !file.sha256().isEmpty()
        && file.sourceFile().indexOf('\n') < 0) {
      ended.add(new Parts.Ended(file, repeated));
    }
    repeated = 0;
  }

  private void begin() throws IOException {
    if (part == null) {
      part = parts.next();
    }
    records++;
  }

  private static String row(ReadError error) {
    StringBuilder row = new StringBuilder();
    ErrorsCsv.append(error.sourceFile(), error.place(), error.docId(), error.message(), row);
    return row.toString();
  }

  @Override
  public void flush() {
    // Nobody reads a part before it is finished.
  }

  @Override
  public void finish() throws IOException {
    if (part != null) {
      for (Parts.Ended file : ended) {
        part.endInput(file);
      }
      ended.clear();
      part.finish();
      close();
    }
  }

  /** Removes the part that is not finished. */
  @Override
  public void close() throws IOException {
    if (part != null) {
      part.close();
      part = null;
      records = 0;
    }
  }
}
