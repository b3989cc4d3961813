package org.immunospan.format.source;

import java.io.IOException;

/**
 * The lines of a text, counted. A line ends at {@code \n} or {@code \r\n}, neither of which belongs
 * to it; other separators of Unicode are text. A byte order mark at the start of a line is left
 * out, since files that were put together have some.
 */
public final class Lines {

  /** Characters that one document may have; more is not an abstract but a mistake. */
  public static final int LONGEST = 1 << 25;

  private final StrictReader reader;
  private final char[] buffer = new char[1 << 14];
  private int begin;
  private int end;
  private long number;

  public Lines(StrictReader reader) {
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

  /**
   * The next line, or null at the end.
   *
   * @throws ReadFault of extent {@code RECORD} for a line that is not text or too long; call again
   *     for the line after it
   */
  public String next() throws IOException {
    number++;
    StringBuilder carried = null;
    boolean tooLong = false;
    while (true) {
      for (int i = begin; i < end; i++) {
        if (buffer[i] == '\n') {
          String line = take(carried, i);
          begin = i + 1;
          return checked(line, tooLong);
        }
      }
      if (carried == null) {
        carried = new StringBuilder(end - begin);
      }
      tooLong |= carried.length() + end - begin > LONGEST;
      if (tooLong) {
        carried.setLength(0);
      } else {
        carried.append(buffer, begin, end - begin);
      }
      begin = 0;
      end = 0;
      if (!fill()) {
        if (carried.isEmpty() && !tooLong) {
          number--;
          return null;
        }
        return checked(carried.toString(), tooLong);
      }
    }
  }

  private String checked(String line, boolean tooLong) throws ReadFault {
    if (tooLong) {
      throw ReadFault.ofRecord(
          place(), "", "found a line of more than " + LONGEST + " characters, expected a text");
    }
    if (line.indexOf(StrictReader.DAMAGE) >= 0) {
      ReadFault first = null;
      for (int i = 0; i < line.length(); i++) {
        if (line.charAt(i) == StrictReader.DAMAGE) {
          ReadFault fault = reader.takeFault();
          first = first == null ? fault : first;
        }
      }
      throw first.at(place());
    }
    int nul = line.indexOf('\0');
    if (nul >= 0) {
      throw ReadFault.ofRecord(
          place() + ", column " + (nul + 1), "", "found a NUL character, expected text");
    }
    int from = !line.isEmpty() && line.charAt(0) == '\uFEFF' ? 1 : 0;
    int to = line.endsWith("\r") ? line.length() - 1 : line.length();
    return line.substring(Math.min(from, to), to);
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
