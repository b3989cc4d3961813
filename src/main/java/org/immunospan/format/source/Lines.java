package org.immunospan.format.source;

import java.io.IOException;
import java.io.Reader;

/**
 * The lines of a text, counted. A line ends at {@code \n} or {@code \r\n}, neither of which belongs
 * to it; other separators of Unicode are text. Faults of the reader are told with the line.
 */
public final class Lines {

  /** Characters that one document may have; more is no abstract but a mistake. */
  public static final int LONGEST = 1 << 25;

  private final Reader reader;
  private final char[] buffer = new char[1 << 14];
  private int begin;
  private int end;
  private long number;

  public Lines(Reader reader) {
    this.reader = reader;
  }

  /** The number of the line that came last, from 1. */
  public long number() {
    return number;
  }

  /** The place of the line that came last. */
  public String place() {
    return "line " + Math.max(1, number);
  }

  /** The next line, or null at the end. */
  public String next() throws IOException {
    number++;
    StringBuilder carried = null;
    while (true) {
      for (int i = begin; i < end; i++) {
        if (buffer[i] == '\n') {
          String line = take(carried, i);
          begin = i + 1;
          return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        }
      }
      if (carried == null) {
        carried = new StringBuilder(end - begin);
      }
      carried.append(buffer, begin, end - begin);
      begin = 0;
      end = 0;
      if (carried.length() > LONGEST) {
        throw new ReadFault(
            place(), "", "found a line of more than " + LONGEST + " characters, expected a text");
      }
      if (!fill()) {
        if (carried.isEmpty()) {
          number--;
          return null;
        }
        return carried.toString();
      }
    }
  }

  private String take(StringBuilder carried, int lineEnd) {
    if (carried == null) {
      return new String(buffer, begin, lineEnd - begin);
    }
    return carried.append(buffer, begin, lineEnd - begin).toString();
  }

  private boolean fill() throws IOException {
    try {
      int count = reader.read(buffer, 0, buffer.length);
      end = Math.max(0, count);
      return count > 0;
    } catch (ReadFault fault) {
      throw fault.at(place());
    }
  }
}
