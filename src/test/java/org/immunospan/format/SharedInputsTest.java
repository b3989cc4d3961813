package org.immunospan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.immunospan.text.Bibliography;
import org.immunospan.text.Document;
import org.immunospan.text.Section;
import org.junit.jupiter.api.Test;

/** Files as found in the wild, in the shared folder next to the checkout. */
class SharedInputsTest {

  private static final Path SHARED = Path.of("../shared");

  @Test
  void every_native_file_gives_documents_or_an_error_with_a_place() {
    Path folder = shared("data/native-inputs");

    Collected collected = Collected.of(folder);

    // A plain count over the XML trees finds 1093 records, of which 741 are to be kept; the others
    // come from text, MEDLINE, PubTator, BioC, JATS and brat files.
    assertThat(collected.summary).isEqualTo(new Inputs.Summary(858, 11, 344, 8));
    assertThat(collected.files).hasSize(277);
    assertThat(collected.errors)
        .allSatisfy(error -> assertThat(error.place()).matches("line [0-9].*"));
    assertThat(collected.documents).allSatisfy(SharedInputsTest::isSound);
  }

  @Test
  void every_native_file_alone_gives_documents_or_an_error() {
    Path folder = shared("data/native-inputs");

    for (InputFile file : Collected.of(folder).files) {
      Collected alone = Collected.of(Path.of(file.sourceFile()));

      assertThat(alone.documents.size() + alone.errors.size()).as(file.sourceFile()).isPositive();
    }
  }

  @Test
  void the_saved_page_gives_title_and_abstract_only() {
    Collected collected = Collected.of(shared("inputs/pubmed-page-als-review.txt"));

    assertThat(collected.errors).isEmpty();
    assertThat(collected.documents).hasSize(1);
    Document page = collected.documents.get(0);
    assertThat(page.text())
        .startsWith(
            "Immune dysregulation in amyotrophic lateral sclerosis: mechanisms and emerging"
                + " therapies\n"
                + "Neuroinflammation is a common")
        .endsWith("extending survival in patients with ALS.")
        .hasSize(1336);
    assertThat(page.sections()).extracting(Section::label).containsExactly("title", "abstract");
    assertThat(page.bibliography())
        .isEqualTo(
            new Bibliography(
                "2019",
                "Lancet Neurol",
                "10.1016/S1474-4422(18)30394-6",
                "",
                List.of("Review"),
                List.of()));
  }

  private static void isSound(Document document) {
    assertThat(document.id()).isNotBlank();
    assertThat(document.text()).isNotBlank().doesNotContain("\uFFFD");
    assertThat(document.sections()).isNotEmpty();
  }

  private static Path shared(String name) {
    Path path = SHARED.resolve(name);
    assumeTrue(Files.exists(path), () -> "needs " + path + " next to the checkout");
    return path;
  }
}
