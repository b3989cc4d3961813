package org.immunospan.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.immunospan.format.bioc.BioCJsonWriter;
import org.immunospan.format.bioc.BioCXmlWriter;
import org.immunospan.format.brat.BratWriter;
import org.immunospan.format.csv.CsvWriter;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.iob.ConllWriter;
import org.immunospan.format.jsonl.JsonLinesWriter;
import org.immunospan.format.pubannotation.PubAnnotationWriter;
import org.immunospan.format.pubtator.PubTatorWriter;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.format.write.Export;
import org.immunospan.format.write.MarkedDocument;
import org.immunospan.text.Document;
import org.immunospan.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written in a format and read again is what it was, as far as the format can hold it. */
class RoundTripTest {

  private static final int SEEDS = 40;

  @TempDir private Path folder;

  /**
   * A format and what it makes of a text and of a mention. Everything that a row changes is in the
   * README's table of formats and in the Javadoc of the writer.
   */
  private record Law(
      DocumentWriter writer, UnaryOperator<String> text, UnaryOperator<GoldMention> mention) {}

  private static List<Law> laws() {
    UnaryOperator<String> sameText = text -> text;
    UnaryOperator<GoldMention> same = mention -> mention;
    return List.of(
        new Law(new JsonLinesWriter(), sameText, same),
        new Law(new BioCJsonWriter(), sameText, same),
        new Law(new BioCXmlWriter(), text -> text.replace('\u0007', '\uFFFD'), same),
        new Law(new PubAnnotationWriter(), sameText, same),
        new Law(new CsvWriter(), sameText, RoundTripTest::inOnePart),
        new Law(new BratWriter(), text -> text.replace('\r', ' '), same),
        new Law(new PubTatorWriter(), RoundTripTest::onLines, RoundTripTest::plain));
  }

  static Stream<Arguments> laws_and_seeds() {
    return laws().stream()
        .flatMap(
            law ->
                IntStream.range(0, SEEDS).mapToObj(seed -> Arguments.of(law.writer.name(), seed)));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("laws_and_seeds")
  void what_is_written_is_read_again(String name, int seed) throws IOException {
    Law law = laws().stream().filter(l -> l.writer.name().equals(name)).findFirst().orElseThrow();
    List<GoldDocument> written = RandomGold.documents(seed);

    Collected read = Collected.of(write(law.writer, written));

    assertThat(read.errors).isEmpty();
    assertThat(read.golds).extracting(GoldDocument::id).isEqualTo(ids(written));
    assertThat(read.golds)
        .extracting(GoldDocument::text)
        .isEqualTo(written.stream().map(gold -> law.text.apply(gold.text())).toList());
    assertThat(read.golds).allSatisfy(gold -> assertThat(gold.problems()).isEmpty());
    assertThat(read.golds)
        .extracting(GoldDocument::mentions)
        .isEqualTo(
            written.stream()
                .map(
                    gold ->
                        new GoldDocument(
                                gold.document(),
                                gold.mentions().stream()
                                    .map(mention -> joined(mention, gold.text(), law.writer))
                                    .map(law.mention)
                                    .toList())
                            .mentions())
                .toList());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void conll_gives_back_tokens_and_the_mentions_that_tags_can_tell(int seed) throws IOException {
    List<GoldDocument> written = RandomGold.documents(seed);

    Collected read = Collected.of(write(new ConllWriter(), written));

    assertThat(read.errors).isEmpty();
    assertThat(read.golds).extracting(GoldDocument::id).isEqualTo(ids(written));
    for (int i = 0; i < written.size(); i++) {
      GoldDocument before = written.get(i);
      GoldDocument after = read.golds.get(i);
      assertThat(letters(after.text())).isEqualTo(letters(before.text()));
      List<String> expected = new ArrayList<>();
      int end = 0;
      for (GoldMention mention : before.mentions()) {
        if (mention.span().begin() >= end) {
          end = mention.span().end();
          expected.add(mention.type() + " " + letters(mention.span().of(before.text())));
        }
      }
      // A mention of two lines is two for a format of sentences; none is longer or lost.
      List<String> found =
          after.mentions().stream()
              .map(m -> m.type() + " " + letters(m.span().of(after.text())))
              .toList();
      if (!before.text().contains("\n")) {
        assertThat(found)
            .isEqualTo(expected.stream().filter(mention -> !mention.endsWith(" ")).toList());
      }
    }
  }

  static List<Integer> seeds() {
    return IntStream.range(0, SEEDS).boxed().toList();
  }

  @Test
  void notes_of_a_program_are_kept_where_there_is_room() throws IOException {
    Document document = Document.of("1", "Title", "IL-2 acts.");
    Map<String, String> notes =
        Map.of("name", "IL2", "score", "0.125", "long_form", "interleukin 2", "species", "a:b");
    GoldMention mention =
        new GoldMention(new Span(6, 10), "GENE", "", List.of("hgnc:6001"), List.of(), notes);
    GoldDocument gold = new GoldDocument(document, List.of(mention));

    for (DocumentWriter writer :
        List.of(
            new JsonLinesWriter(),
            new BioCJsonWriter(),
            new BioCXmlWriter(),
            new PubAnnotationWriter(),
            new CsvWriter(),
            new BratWriter())) {
      Collected read = Collected.of(write(writer, List.of(gold)));

      assertThat(read.golds.get(0).mentions()).as(writer.name()).containsExactly(mention);
    }
  }

  private Path write(DocumentWriter writer, List<GoldDocument> documents) throws IOException {
    return write(writer, documents, folder);
  }

  /** Writes documents, and gives the file or folder to read them from. */
  static Path write(DocumentWriter writer, List<GoldDocument> documents, Path folder)
      throws IOException {
    Path home = Files.createTempDirectory(folder, writer.name());
    try (Export export = Export.toFolder(writer, home)) {
      for (GoldDocument gold : documents) {
        export.write(MarkedDocument.of(gold));
      }
      export.complete();
    }
    Optional<String> file = writer.files().stream().map(f -> f.name()).findFirst();
    return home.resolve(file.orElse(writer.name()));
  }

  /** brat reads parts that only a line end separates as one, as it cuts at line ends itself. */
  private static GoldMention joined(GoldMention mention, String text, DocumentWriter writer) {
    List<Span> parts = mention.parts();
    boolean isOne =
        parts.size() == 2
            && text.substring(parts.get(0).end(), parts.get(1).begin()).matches("[\r\n]+");
    return isOne && !writer.name().equals("pubannotation") ? inOnePart(mention) : mention;
  }

  private static GoldMention inOnePart(GoldMention mention) {
    return new GoldMention(
        mention.span(), mention.type(), mention.subtype(), mention.identifiers(), List.of());
  }

  private static GoldMention plain(GoldMention mention) {
    return new GoldMention(mention.span(), mention.type(), "", mention.identifiers(), List.of());
  }

  /** The text of a format of lines: one line end after the title, none in title and abstract. */
  private static String onLines(String text) {
    int title = text.startsWith("Title") ? text.indexOf('\n') : -1;
    String flat = text.replace('\n', ' ').replace('\r', ' ');
    return title < 0 ? flat : flat.substring(0, title) + "\n" + flat.substring(title + 1);
  }

  private static String letters(String text) {
    return text.replaceAll("[\\s\\p{Zs}\\p{Cc}]", "");
  }

  private static List<String> ids(List<GoldDocument> documents) {
    return documents.stream().map(GoldDocument::id).toList();
  }
}
