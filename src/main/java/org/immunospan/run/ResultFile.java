package org.immunospan.run;

import org.immunospan.format.csv.DocumentsCsv;
import org.immunospan.format.csv.ErrorsCsv;
import org.immunospan.format.csv.MarkersCsv;
import org.immunospan.format.csv.SpansCsv;

/** The CSV files of a run. Documents come last: where their rows are, those of all others are. */
enum ResultFile {
  SPANS(RunFiles.SPANS, SpansCsv.header()),
  MARKERS(RunFiles.MARKERS, MarkersCsv.header()),
  ERRORS(RunFiles.ERRORS, ErrorsCsv.header()),
  DOCUMENTS(RunFiles.DOCUMENTS, DocumentsCsv.header());

  private final String fileName;
  private final String header;

  ResultFile(String fileName, String header) {
    this.fileName = fileName;
    this.header = header;
  }

  /** For example {@code spans.csv}. */
  String fileName() {
    return fileName;
  }

  /** The name of the folder that holds its parts, for example {@code spans}. */
  String partsFolder() {
    return fileName.substring(0, fileName.length() - ".csv".length());
  }

  /** The first line, with its line end. */
  String header() {
    return header;
  }
}
