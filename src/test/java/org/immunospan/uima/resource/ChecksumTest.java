package org.immunospan.uima.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.immunospan.uima.ResourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumTest {

  /** Of the three letters, from FIPS 180-2. */
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  @Test
  void sums_a_known_file() throws IOException {
    Path file = Files.writeString(folder.resolve("abc"), "abc");

    assertThat(Checksum.of(url(file))).isEqualTo(OF_ABC);
  }

  @Test
  void sums_a_shipped_file_as_the_platform_does() throws IOException, GeneralSecurityException {
    URL shipped = ResourceFile.shipped("gene.bin").url();
    try (InputStream in = shipped.openStream()) {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());

      assertThat(Checksum.of(shipped)).isEqualTo(HexFormat.of().formatHex(sum));
    }
  }

  @Test
  void sums_a_file_of_the_users_anew_each_time() throws IOException {
    Path file = Files.writeString(folder.resolve("own"), "ab");
    String before = Checksum.of(url(file));
    Files.writeString(file, "abc");

    assertThat(Checksum.of(url(file))).isEqualTo(OF_ABC).isNotEqualTo(before);
  }

  @Test
  void a_missing_file_is_an_io_exception() {
    assertThatIOException().isThrownBy(() -> Checksum.of(url(folder.resolve("none"))));
  }

  @Test
  void a_shipped_file_that_could_not_be_read_is_tried_again() throws IOException {
    Path file = folder.resolve("damaged");
    assertThatIOException().isThrownBy(() -> Checksum.ofShipped(url(file)));
    Files.writeString(file, "abc");

    assertThat(Checksum.ofShipped(url(file))).isEqualTo(OF_ABC);
  }

  private static URL url(Path file) throws IOException {
    return file.toUri().toURL();
  }
}
