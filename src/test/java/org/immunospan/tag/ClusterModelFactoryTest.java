package org.immunospan.tag;

import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterModelFactoryTest {

  private static final Path MODEL = Path.of("models/gene.bin");

  @BeforeAll
  static void permit() {
    ClusterModelFactory.permit();
  }

  @ParameterizedTest
  @CsvSource({
    "manifest.properties, '', expected",
    "manifest.properties, 'factory=java.lang.String', expected",
    "nameFinder.model, '', too early",
    "nameFinder.model, 'noise and more noise', found magic",
    "words.clusters, '', too early",
    "words.clusters, 'noise and more noise', Not in GZIP format"
  })
  void explains_a_model_with_a_damaged_part(String part, String content, String explanation)
      throws IOException {
    byte[] damaged = with(part, content);

    assertThatIOException()
        .isThrownBy(() -> ClusterModelFactory.read(new ByteArrayInputStream(damaged)))
        .withMessageContaining("OpenNLP name-finder model")
        .withMessageContaining(explanation)
        .withMessageNotContaining("found: null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not a model"})
  void explains_what_is_no_model(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);

    assertThatIOException()
        .isThrownBy(() -> ClusterModelFactory.read(new ByteArrayInputStream(bytes)))
        .withMessage("expected an OpenNLP name-finder model, found something else");
  }

  @Test
  void explains_a_fault_without_a_message() {
    assertThatIOException()
        .isThrownBy(() -> ClusterModelFactory.read(failing(new IllegalArgumentException())))
        .withMessage("expected an OpenNLP name-finder model, found something else");
  }

  @Test
  void lets_faults_of_the_program_pass() {
    RuntimeException fault = new IllegalStateException("own");
    RuntimeException missing = new NullPointerException("own");

    assertThatThrownBy(() -> ClusterModelFactory.read(failing(fault))).isSameAs(fault);
    assertThatThrownBy(() -> ClusterModelFactory.read(failing(missing))).isSameAs(missing);
  }

  private static InputStream failing(RuntimeException fault) {
    return new InputStream() {
      @Override
      public int read() {
        throw fault;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) {
        throw fault;
      }
    };
  }

  /** The shipped model with another content of one part. */
  private static byte[] with(String part, String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(MODEL));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(1);
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(
            entry.getName().equals(part)
                ? content.getBytes(StandardCharsets.UTF_8)
                : in.readAllBytes());
      }
    }
    return bytes.toByteArray();
  }
}
