package org.immunospan.format.csv;

import java.util.function.IntUnaryOperator;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Marker;
import org.immunospan.text.Mention;

/**
 * The rows of markers.csv: one for each marker of a cell, in the order of the cells. Begin and end
 * are those of the cell in spans.csv; a marker that several cells of a coordination share has a row
 * for each. Where no level is written, there is none. Immutable; safe to share.
 */
public final class MarkersCsv {

  private static final Object[] HEADER = {
    "doc_id", "begin", "end", "marker", "level", "identifier"
  };

  private final OffsetUnit unit;

  public MarkersCsv(OffsetUnit unit) {
    this.unit = unit;
  }

  /** The header line with its line end. */
  public static String header() {
    StringBuilder header = new StringBuilder();
    CsvDialect.append(header, HEADER);
    return header.toString();
  }

  /** Appends the rows of one document. */
  public void append(AnnotatedDocument annotated, StringBuilder rows) {
    IntUnaryOperator offsets = unit.on(annotated.document().text());
    for (Mention mention : annotated.mentions()) {
      for (Marker marker : mention.markers()) {
        CsvDialect.append(
            rows,
            annotated.document().id(),
            offsets.applyAsInt(mention.span().begin()),
            offsets.applyAsInt(mention.span().end()),
            marker.name(),
            marker.level().sign(),
            marker.identifier());
      }
    }
  }
}
