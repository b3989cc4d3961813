package org.immunospan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole output of {@code annotate} on {@code corpora/demo}, byte for byte. Accept changes with
 * {@code mvn test -Dtest=ProductGoldenTest -Dgolden.accept=true} and review every changed row.
 */
class ProductGoldenTest {

  private static final Path FOLDER = Path.of("src/test/resources/golden/product");

  @TempDir private static Path result;

  @BeforeAll
  static void annotate() {
    String input = "corpora/demo/abstracts.xml";
    int exitCode =
        Main.run("annotate", input, "--cells", "all", "--out", result.resolve("out").toString());
    assertThat(exitCode).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"spans.csv", "markers.csv", "documents.csv"})
  void writes_the_same_bytes(String file) throws IOException {
    String actual = Files.readString(result.resolve("out").resolve(file));
    Path expected = FOLDER.resolve(file);

    if (Boolean.getBoolean("golden.accept")) {
      Files.writeString(expected, actual);
    }
    assertThat(actual)
        .as("accept with: mvn test -Dtest=ProductGoldenTest -Dgolden.accept=true")
        .isEqualTo(Files.readString(expected));
  }
}
