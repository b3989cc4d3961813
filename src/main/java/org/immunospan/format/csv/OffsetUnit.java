package org.immunospan.format.csv;

import java.util.function.IntUnaryOperator;
import org.immunospan.text.CodePoints;

/** What an offset in a CSV file counts. */
public enum OffsetUnit {
  /** Unicode code points: Python, R. */
  CODEPOINTS,
  /** UTF-16 code units: Java, JavaScript. */
  UTF16;

  /** Translates offsets of this program, which are UTF-16 code units on a text. */
  IntUnaryOperator on(String text) {
    return this == UTF16 ? IntUnaryOperator.identity() : CodePoints.of(text)::fromUtf16;
  }
}
