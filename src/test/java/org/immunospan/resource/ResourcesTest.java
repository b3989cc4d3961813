package org.immunospan.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourcesTest {

  /** Of the three letters, from FIPS 180-2. */
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;

  private final Resources resources = new Resources();

  @Test
  void sums_what_was_read_and_not_what_the_file_holds_later() throws IOException {
    Path file = Files.writeString(folder.resolve("abc"), "abc");
    byte[] read = resources.open(ResourceFile.of(file)).readAllBytes();
    Files.writeString(file, "changed");

    assertThat(read).asString().isEqualTo("abc");
    assertThat(resources.read()).containsExactly(new Resources.ReadFile(file.toString(), OF_ABC));
  }

  @Test
  void lists_shipped_files_before_those_of_the_user() throws IOException {
    Path file = Files.writeString(folder.resolve("abc"), "abc");
    resources.open(ResourceFile.of(file)).close();
    resources.open("cells.tsv").close();
    resources.open("cell-markers.tsv").close();

    assertThat(resources.read())
        .extracting(Resources.ReadFile::file)
        .containsExactly("cell-markers.tsv", "cells.tsv", file.toString());
  }

  @Test
  void a_missing_file_is_an_io_exception_and_leaves_no_trace() {
    assertThatIOException().isThrownBy(() -> resources.open("no-such-model.bin"));
    assertThatIOException()
        .isThrownBy(() -> resources.open(ResourceFile.of(folder.resolve("none"))));
    assertThat(resources.read()).isEmpty();
  }
}
