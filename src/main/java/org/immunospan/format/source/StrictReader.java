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
import java.util.HexFormat;

/**
 * Decodes bytes and never puts a replacement character where they are not text: then it throws a
 * {@link ReadFault} that names the byte, after all characters before it were given out.
 */
public final class StrictReader extends Reader {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16);

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
        return count;
      }
      if (result.isError()) {
        throw malformed(result.length());
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
    return new ReadFault(
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
