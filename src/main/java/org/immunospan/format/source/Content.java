package org.immunospan.format.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An opened file: decompressed, its encoding known, its beginning at hand. The encoding is what the
 * byte order mark or the XML declaration says, else UTF-8. Read once; not safe for threads.
 */
public final class Content implements Closeable {

  /** Bytes looked at to find format and encoding. */
  private static final int HEAD = 1 << 16;

  private static final Pattern XML_ENCODING =
      Pattern.compile("^\\s*<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"']");

  private final Source source;
  private final boolean compressed;
  private final byte[] headBytes;
  private final InputStream rest;
  private final ByteOrderMark mark;

  private Content(
      Source source, boolean compressed, byte[] headBytes, InputStream rest, ByteOrderMark mark) {
    this.source = source;
    this.compressed = compressed;
    this.headBytes = headBytes;
    this.rest = rest;
    this.mark = mark;
  }

  /** Opens what comes from a stream, gzip or not. */
  public static Content open(Source source, InputStream raw) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(raw);
    boolean compressed = GzipInput.isGzip(buffered);
    InputStream in = compressed ? new GzipInput(buffered) : buffered;
    byte[] head = new byte[HEAD];
    int length = 0;
    InputStream rest = in;
    try {
      int count = in.read(head, 0, HEAD);
      while (count > 0) {
        length += count;
        count = length < HEAD ? in.read(head, length, HEAD - length) : 0;
      }
    } catch (IOException e) {
      // What came before the fault is still good.
      rest = new Broken(e);
    }
    byte[] headBytes = Arrays.copyOf(head, length);
    return new Content(
        source,
        compressed || !source.entry().isEmpty(),
        headBytes,
        rest,
        ByteOrderMark.of(headBytes));
  }

  /** The file as the user named it. */
  public String sourceFile() {
    return source.name();
  }

  /** The file's own name without folders and {@code .gz}; {@code stdin} for standard input. */
  public String fileName() {
    if (source.path().isEmpty()) {
      return "stdin";
    }
    String name = Source.ownName(source.name());
    return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
  }

  /** An identifier for a record that has none of its own: file name and number. */
  public String fallbackId(long number) {
    return fileName() + ":" + number;
  }

  /** Whether the file cannot be opened a second time. */
  public boolean readOnce() {
    return source.isReadOnce();
  }

  /** Whether the file is compressed, so that its checksum reveals damage. */
  public boolean isCompressed() {
    return compressed;
  }

  /** Whether there is a file of this name, or of this name and {@code .gz}, in the same folder. */
  public boolean hasSibling(String fileName) {
    return source.sibling(fileName).isPresent() || source.sibling(fileName + ".gz").isPresent();
  }

  /** Opens the file of this name, or of this name and {@code .gz}, in the same folder. */
  public Optional<Content> sibling(String fileName) throws IOException {
    Optional<Source> sibling = source.sibling(fileName).or(() -> source.sibling(fileName + ".gz"));
    if (sibling.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(open(sibling.get(), sibling.get().open(InputStream.nullInputStream())));
  }

  /** Decompresses the whole file and forgets it, so that damage comes to light. */
  public void readToEnd() throws IOException {
    if (rest instanceof Broken broken) {
      throw broken.fault;
    }
    rest.transferTo(OutputStream.nullOutputStream());
  }

  /** The fault that cut the beginning short, which explains more than its content; or null. */
  public ReadFault headFault() {
    return rest instanceof Broken broken ? ReadFault.within(broken.fault) : null;
  }

  public boolean isEmpty() {
    return headBytes.length == mark.length && !(rest instanceof Broken);
  }

  /** The bytes at the beginning, after decompression. */
  public byte[] headBytes() {
    return headBytes.clone();
  }

  /** The characters at the beginning, decoded without complaint, for looking at only. */
  public String head() {
    int length = headBytes.length - mark.length;
    return new String(headBytes, mark.length, length, mark.charset);
  }

  /**
   * All characters, strictly decoded.
   *
   * @throws ReadFault for an encoding that is unknown or cannot be true
   */
  public StrictReader reader() throws ReadFault {
    InputStream in =
        new SequenceInputStream(
            new ByteArrayInputStream(headBytes, mark.length, headBytes.length - mark.length), rest);
    return new StrictReader(in, charset(), mark.length);
  }

  /**
   * All lines, strictly decoded.
   *
   * @throws ReadFault for an encoding that is unknown or cannot be true
   */
  public Lines lines() throws ReadFault {
    return new Lines(reader());
  }

  private Charset charset() throws ReadFault {
    if (mark != ByteOrderMark.NONE) {
      return mark.charset;
    }
    Matcher declaration =
        XML_ENCODING.matcher(
            new String(headBytes, 0, Math.min(200, headBytes.length), StandardCharsets.ISO_8859_1));
    if (!declaration.find()) {
      return StandardCharsets.UTF_8;
    }
    String name = declaration.group(1);
    try {
      Charset charset = Charset.forName(name);
      if (charset.encode("<").remaining() != 1) {
        throw new ReadFault(
            "line 1", "", "declared encoding " + name + ", found none of its byte order marks");
      }
      return charset;
    } catch (UnsupportedCharsetException | IllegalCharsetNameException e) {
      throw new ReadFault(
          "line 1", "", "found the unknown encoding '" + name + "', expected for instance UTF-8");
    }
  }

  @Override
  public void close() throws IOException {
    rest.close();
  }

  private enum ByteOrderMark {
    NONE(0, StandardCharsets.UTF_8),
    UTF_8(3, StandardCharsets.UTF_8),
    UTF_16BE(2, StandardCharsets.UTF_16BE),
    UTF_16LE(2, StandardCharsets.UTF_16LE);

    private final int length;
    private final Charset charset;

    ByteOrderMark(int length, Charset charset) {
      this.length = length;
      this.charset = charset;
    }

    static ByteOrderMark of(byte[] bytes) {
      for (ByteOrderMark mark : values()) {
        if (mark != NONE && starts(bytes, "\uFEFF".getBytes(mark.charset))) {
          return mark;
        }
      }
      return NONE;
    }

    private static boolean starts(byte[] bytes, byte[] prefix) {
      return bytes.length >= prefix.length
          && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }
  }

  /** Throws the fault that ended the reading of the head, once the head was read. */
  private static final class Broken extends InputStream {

    private final IOException fault;

    Broken(IOException fault) {
      this.fault = fault;
    }

    @Override
    public int read() throws IOException {
      throw fault;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      throw fault;
    }
  }
}
