package org.immunospan.format.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompresses gzip (RFC 1952): one member or several, each with its checksum and length verified.
 * Zero bytes after the last member are padding.
 *
 * <p>{@link java.util.zip.GZIPInputStream} is not used because it silently drops whatever follows a
 * member and is not a well-formed member, and takes a pipe that is not ready for its end. All data
 * before a fault are given out before the fault is thrown.
 */
public final class GzipInput extends BlockInput {

  private static final int HEADER_CRC = 1 << 1;
  private static final int EXTRA = 1 << 2;
  private static final int NAME = 1 << 3;
  private static final int COMMENT = 1 << 4;
  private static final int RESERVED = 0b1110_0000;

  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] buffer = new byte[1 << 16];
  private int bufferBegin;
  private int bufferEnd;

  /** Bytes of the compressed file before the buffer. */
  private long consumed;

  private boolean inMember;
  private boolean done;

  public GzipInput(InputStream in) {
    super(in);
  }

  /** Whether a gzip member begins here; nothing is consumed. */
  public static boolean isGzip(BufferedInputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!done) {
      if (!inMember && !beginMember()) {
        done = true;
        break;
      }
      int count = inflate(target, offset, length);
      if (count > 0) {
        crc.update(target, offset, count);
        return count;
      }
      if (inflater.finished()) {
        endMember();
      } else if (inflater.needsDictionary()) {
        throw fault("found compression with a preset dictionary, expected plain gzip");
      } else {
        refill("compressed data");
      }
    }
    return -1;
  }

  private int inflate(byte[] target, int offset, int length) throws ReadFault {
    try {
      int before = inflater.getRemaining();
      int count = inflater.inflate(target, offset, length);
      bufferBegin += before - inflater.getRemaining();
      return count;
    } catch (DataFormatException e) {
      throw fault("damaged gzip data: " + e.getMessage());
    }
  }

  /** Reads a member's header; false at the end of the file. */
  private boolean beginMember() throws IOException {
    boolean first = consumed == 0 && bufferBegin == 0;
    int magic = next();
    while (!first && magic == 0) {
      magic = next();
    }
    if (magic < 0) {
      return false;
    }
    if (magic != 0x1f || require() != 0x8b) {
      throw fault("found other data after the compressed data, expected a gzip member or the end");
    }
    if (require() != 8) {
      throw fault("found an unknown compression method, expected gzip with deflate");
    }
    int flags = require();
    if ((flags & RESERVED) != 0) {
      throw fault("found reserved flags in the gzip header");
    }
    skip(6);
    if ((flags & EXTRA) != 0) {
      int low = require();
      skip(low | require() << 8);
    }
    if ((flags & NAME) != 0) {
      skipZeroTerminated();
    }
    if ((flags & COMMENT) != 0) {
      skipZeroTerminated();
    }
    if ((flags & HEADER_CRC) != 0) {
      skip(2);
    }
    inflater.reset();
    inflater.setInput(buffer, bufferBegin, bufferEnd - bufferBegin);
    crc.reset();
    inMember = true;
    return true;
  }

  private void endMember() throws IOException {
    inMember = false;
    long length = inflater.getBytesWritten() & 0xffff_ffffL;
    if (int32() != crc.getValue()) {
      throw fault("the gzip checksum is wrong: the file is damaged");
    }
    if (int32() != length) {
      throw fault("the gzip length is wrong: the file is damaged");
    }
  }

  private void refill(String expected) throws IOException {
    if (!fill()) {
      throw fault("the gzip file is cut: found its end, expected " + expected);
    }
    inflater.setInput(buffer, bufferBegin, bufferEnd - bufferBegin);
  }

  private boolean fill() throws IOException {
    consumed += bufferEnd;
    bufferBegin = 0;
    bufferEnd = 0;
    int count = in.read(buffer);
    if (count <= 0) {
      return false;
    }
    bufferEnd = count;
    return true;
  }

  private int next() throws IOException {
    if (bufferBegin == bufferEnd && !fill()) {
      return -1;
    }
    return buffer[bufferBegin++] & 0xff;
  }

  private int require() throws IOException {
    int next = next();
    if (next < 0) {
      throw fault("the gzip file is cut: found its end inside a header or trailer");
    }
    return next;
  }

  private long int32() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      value |= (long) require() << shift;
    }
    return value;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      require();
    }
  }

  private void skipZeroTerminated() throws IOException {
    int next = require();
    while (next != 0) {
      next = require();
    }
  }

  private ReadFault fault(String message) {
    done = true;
    return new ReadFault(
        "byte " + (consumed + bufferBegin) + " of the compressed file", "", message);
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
