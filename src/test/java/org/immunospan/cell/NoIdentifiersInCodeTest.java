package org.immunospan.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is known about classes of cells is in tables, not in the code. */
class NoIdentifiersInCodeTest {

  private static final Path MAIN = Path.of("src/main/java/org/immunospan");

  @Test
  void no_class_of_the_cell_ontology_is_named_in_the_code() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(MAIN)) {
      files = walk.filter(file -> file.toString().endsWith(".java")).toList();
    }
    List<String> found = new ArrayList<>();
    for (Path file : files) {
      if (Files.readString(file).contains("\"CL:")) {
        found.add(file.toString());
      }
    }

    assertThat(files).hasSizeGreaterThan(200);
    assertThat(found).isEmpty();
  }
}
