package org.immunospan.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SentenceEndsReaderTest {

  @TempDir Path folder;

  @BeforeEach
  void writeSources() throws IOException {
    Files.writeString(
        folder.resolve("a.jsonl"), "{\"id\":\"1\",\"title\":\"𝛼.\",\"abstract\":\"B.\"}\n");
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("b.PubTator.gz")))) {
      out.write("2|t|A title\n2|a|Text.\n2\t0\t1\tA\tX\n".getBytes(StandardCharsets.UTF_8));
    }
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("c.zip")))) {
      zip.putNextEntry(new ZipEntry("3.txt"));
      zip.write("One. Two.\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void joins_ends_with_texts_and_counts_code_points() throws IOException {
    Path ends =
        ends(
            "train\ta.jsonl\t1\t5\t2 5",
            "train\tb.PubTator.gz\t2\t13\t7 13",
            "heldout\tc.zip\t3\t10\t4 9");

    assertThat(new SentenceEndsReader(folder).read(ends))
        .extracting(d -> d.part() + ' ' + d.text() + ' ' + d.ends())
        .containsExactly(
            "train 𝛼.\nB. {3, 6}", "train A title\nText. {7, 13}", "heldout One. Two.\n {4, 9}");
  }

  @Test
  void refuses_a_text_that_is_not_the_one_that_was_marked() throws IOException {
    Path ends = ends("train\tc.zip\t3\t11\t4 9");

    assertThatThrownBy(() -> new SentenceEndsReader(folder).read(ends))
        .isInstanceOf(IOException.class)
        .hasMessage(
            ends + ":3: expected a text of 11 characters, found 9 in " + folder.resolve("c.zip"));
  }

  @Test
  void names_a_document_that_is_not_there() throws IOException {
    Path ends = ends("train\tc.zip\t4\t11\t4 9");

    assertThatThrownBy(() -> new SentenceEndsReader(folder).read(ends))
        .isInstanceOf(IOException.class)
        .hasMessage(ends + ":3: found no document 4 in " + folder.resolve("c.zip"));
  }

  @Test
  void refuses_ends_that_are_no_numbers_inside_the_text() throws IOException {
    for (String wrong : new String[] {"4 x", "4 11", ""}) {
      Path ends = ends("train\tc.zip\t3\t10\t" + wrong);

      assertThatThrownBy(() -> new SentenceEndsReader(folder).read(ends))
          .isInstanceOf(IOException.class)
          .hasMessage(ends + ":3: expected numbers from 0 to 10, found \"" + wrong + "\"");
    }
  }

  private Path ends(String... lines) throws IOException {
    return Files.writeString(
        folder.resolve("ends.tsv"),
        "# comment\npart\tsource\tdocument\tlength\tends\n" + String.join("\n", lines) + "\n");
  }
}
