package org.immunospan.format.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file {@code NAME.md5} next to a file, as PubMed delivers it: {@code MD5(NAME)= } and the sum,
 * or the sum first, as md5sum writes it. One thread.
 */
public final class Md5File {

  /** What the name of such a file ends in. */
  static final String SUFFIX = ".md5";

  private static final Pattern SUM = Pattern.compile("\\b[0-9a-fA-F]{32}\\b");
  private static final int LONGEST = 1 << 16;

  private final String name;
  private final String expected;
  private final MessageDigest digest;

  private Md5File(String name, String expected, MessageDigest digest) {
    this.name = name;
    this.expected = expected;
    this.digest = digest;
  }

  /** Reads the one that belongs to a file, if there is one. */
  public static Optional<Md5File> of(Source source) throws IOException {
    Optional<Source> sibling = source.sibling(Source.ownName(source.name()) + SUFFIX);
    if (sibling.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = sibling.get().open(InputStream.nullInputStream())) {
      Matcher sum = SUM.matcher(new String(in.readNBytes(LONGEST), StandardCharsets.ISO_8859_1));
      String expected = sum.find() ? sum.group().toLowerCase(Locale.ROOT) : "";
      return Optional.of(
          new Md5File(sibling.get().name(), expected, MessageDigest.getInstance("MD5")));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }

  /** Sums up what is read of the file. */
  public InputStream summing(InputStream in) {
    return new DigestInputStream(in, digest);
  }

  /** What is wrong when the file has been read to its end; call it once. */
  public Optional<String> fault() {
    String found = HexFormat.of().formatHex(digest.digest());
    if (expected.isEmpty()) {
      return Optional.of("found no MD5 sum in " + name);
    }
    return found.equals(expected)
        ? Optional.empty()
        : Optional.of("the MD5 sum is " + found + ", expected " + expected + " by " + name);
  }
}
