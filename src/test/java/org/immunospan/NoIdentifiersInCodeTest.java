package org.immunospan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is known about classes of cells is in tables, not in the code, and prefixes of identifiers
 * are spelled in one place.
 */
class NoIdentifiersInCodeTest {

  private static final Path MAIN = Path.of("src/main/java/org/immunospan");

  private static final Pattern PREFIX =
      Pattern.compile(
          "\"(?:hgnc|hgnc\\.genegroup|NCBIGene|RGD|NCBITaxon|drugbank|mesh|maxo|vo):\"");

  @Test
  void no_class_of_the_cell_ontology_is_named_in_the_code() throws IOException {
    assertThat(filesWith(text -> text.contains("\"CL:"))).isEmpty();
  }

  @Test
  void prefixes_of_identifiers_are_spelled_in_one_class() throws IOException {
    assertThat(filesWith(text -> PREFIX.matcher(text).find()))
        .containsExactly(MAIN.resolve("text/Curie.java"));
  }

  private static List<Path> filesWith(Predicate<String> condition) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(MAIN)) {
      files = walk.filter(file -> file.toString().endsWith(".java")).toList();
    }
    assertThat(files).hasSizeGreaterThan(200);
    List<Path> found = new ArrayList<>();
    for (Path file : files) {
      if (condition.test(Files.readString(file))) {
        found.add(file);
      }
    }
    return found;
  }
}
