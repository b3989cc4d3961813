package org.immunospan.format.gold;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The lines of a UTF-8 text, numbered from 1, without their line ends ({@code \n} or {@code \r\n})
 * and without a byte order mark. Bytes that are no UTF-8 are refused.
 */
public final class GoldLines implements Closeable {

  private final String name;
  private final BufferedReader reader;
  private int number;

  public GoldLines(String name, InputStream bytes) {
    this.name = name;
    this.reader =
        new BufferedReader(
            new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            1 << 16);
  }

  public static GoldLines of(Path file) throws IOException {
    return new GoldLines(file.toString(), open(file));
  }

  /** The bytes of a file, decompressed if it is gzip by its first two bytes. */
  public static InputStream open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    bytes.mark(2);
    boolean gzip = bytes.read() == 0x1f && bytes.read() == 0x8b;
    bytes.reset();
    return gzip ? new GZIPInputStream(bytes, 1 << 16) : bytes;
  }

  /** The next line, or null at the end. */
  public String next() throws IOException {
    String line;
    try {
      line = reader.readLine();
    } catch (CharacterCodingException e) {
      throw new MalformedCorpusException(
          name, "after line " + number + " there are bytes that are not UTF-8");
    }
    number++;
    boolean marked = number == 1 && line != null && line.startsWith("\uFEFF");
    return marked ? line.substring(1) : line;
  }

  /** File and number of the line last read, for messages. */
  public String place() {
    return name + ":" + number;
  }

  public MalformedCorpusException malformed(String message) {
    return new MalformedCorpusException(place(), message);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
