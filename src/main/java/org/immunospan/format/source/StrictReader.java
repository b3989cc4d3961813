package org.immunospan.format.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/**
 * Decodes bytes to characters. Bytes that are not text become one {@link #DAMAGE} character, and
 * {@link #takeFault} then says which byte it was. So a caller can give up one record and go on with
 * the next. A fault of the stream itself is thrown after all characters before it.
 */
public final class StrictReader extends Reader {

  /** Marks bytes that are not text. It is not a character of Unicode, so no sound text holds it. */
  public static final char DAMAGE = '\uFFFF';

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Faults that are remembered; a file with more is not text. */
  private static final int MOST_FAULTS = 10_000;

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
  private final Deque<ReadFault> faults = new ArrayDeque<>();

  /** Bytes of the text before the buffer. */
  private long consumed;

  private boolean atEnd;
  private IOException pending;

  /**
   * @param skipped bytes of the text before the stream's, such as a byte order mark
   */
  public StrictReader(InputStream in, Charset charset, long skipped) {
    this.in = in;
    this.consumed = skipped;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    bytes.limit(0);
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length < 2) {
      throw new IllegalArgumentException("a pair of surrogates needs two places, got " + length);
    }
    CharBuffer chars = CharBuffer.wrap(target, offset, length);
    while (true) {
      CoderResult result = decoder.decode(bytes, chars, atEnd);
      int count = chars.position() - offset;
      if (count > 0) {
        noteDamage(target, offset, count);
        return count;
      }
      if (result.isError()) {
        note(malformed(result.length()));
        bytes.position(bytes.position() + result.length());
        target[offset] = DAMAGE;
        return 1;
      }
      if (pending != null) {
        throw pending;
      }
      if (atEnd) {
        return -1;
      }
      fill();
    }
  }

  /** The fault that the first {@link #DAMAGE} character marks and that was not asked for yet. */
  public ReadFault takeFault() {
    ReadFault fault = faults.poll();
    return fault == null
        ? ReadFault.ofRecord("byte 1", "", "found bytes that are not text")
        : fault;
  }

  /** A sound file may spell out the character that marks damage; it is damage all the same. */
  private void noteDamage(char[] target, int offset, int count) throws ReadFault {
    for (int i = offset; i < offset + count; i++) {
      if (target[i] == DAMAGE) {
        note(
            ReadFault.ofRecord(
                "byte " + (consumed + bytes.position()),
                "",
                "found U+FFFF at this byte or before it, which is not a character"));
      }
    }
  }

  private void note(ReadFault fault) throws ReadFault {
    if (faults.size() >= MOST_FAULTS) {
      throw new ReadFault("file", "", "found too many bytes that are not text");
    }
    faults.add(fault);
  }

  private void fill() throws IOException {
    consumed += bytes.position();
    bytes.compact();
    try {
      int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
      if (count < 0) {
        atEnd = true;
      } else {
        bytes.position(bytes.position() + count);
      }
    } catch (IOException e) {
      pending = e;
    }
    bytes.flip();
  }

  private ReadFault malformed(int length) {
    StringBuilder found = new StringBuilder();
    for (int i = 0; i < length; i++) {
      found.append(" 0x").append(HEX.toHexDigits(bytes.get(bytes.position() + i)));
    }
    return ReadFault.ofRecord(
        "byte " + (consumed + bytes.position() + 1),
        "",
        "found the byte%s%s, expected text in %s"
            .formatted(length == 1 ? "" : "s", found, decoder.charset().name()));
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
