package org.immunospan.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged files give what comes before the damage, one error with a place, and nothing else. */
class DamageTest {

  @TempDir private Path folder;

  private static String article(int pmid, String title) {
    return "<PubmedArticle><MedlineCitation><PMID Version=\"1\">"
        + pmid
        + "</PMID><Article><ArticleTitle>"
        + title
        + "</ArticleTitle></Article></MedlineCitation></PubmedArticle>\n";
  }

  private static String set(String... articles) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<PubmedArticleSet>\n"
        + String.join("", articles)
        + "</PubmedArticleSet>\n";
  }

  private static final String TWO = set(article(1, "Microglia ß 𝛼."), article(2, "T cells."));

  private static final String JSON_LINES =
      """
      {"id":"1","title":"Microglia ß 𝛼.","abstract":"They act."}
      {"id":"2","text":"T cells."}
      """;

  @ParameterizedTest
  @MethodSource("wholeFiles")
  void a_gzip_file_cut_anywhere_gives_its_beginning_and_one_error(String text) {
    byte[] packed = Collected.gzip(text.getBytes(StandardCharsets.UTF_8));
    List<String> all = Collected.ofStdin(packed).texts();
    for (int length = 2; length < packed.length; length++) {
      Collected cut = Collected.ofFile(folder, "a.gz", Arrays.copyOf(packed, length));

      assertThat(cut.errors).as("cut at %d", length).hasSize(1);
      assertThat(cut.errors.get(0).message()).contains("cut");
      assertThat(cut.errors.get(0).place()).contains("of the compressed file");
      assertThat(all.subList(0, cut.documents.size())).isEqualTo(cut.texts());
    }
  }

  @ParameterizedTest
  @MethodSource("wholeFiles")
  void a_gzip_file_with_any_byte_changed_gives_no_other_text_in_silence(String text) {
    byte[] packed = Collected.gzip(text.getBytes(StandardCharsets.UTF_8));
    List<String> all = Collected.ofStdin(packed).texts();
    // The ten bytes of the header hold no data; time and system there may be anything.
    for (int i = 10; i < packed.length; i++) {
      byte[] changed = packed.clone();
      changed[i] ^= 0x10;
      Collected damaged = Collected.ofFile(folder, "a.gz", changed);

      if (!damaged.texts().equals(all)) {
        assertThat(damaged.errors).as("changed at %d", i).isNotEmpty();
      }
    }
  }

  static Stream<String> wholeFiles() {
    return Stream.of(TWO, JSON_LINES, "Microglia act in the brain of mice. ".repeat(20));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("goldens")
  void any_file_with_bytes_changed_gives_documents_or_errors_and_never_fails(Path golden)
      throws IOException {
    byte[] good = Files.readAllBytes(golden);
    for (long seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      byte[] changed = good.clone();
      for (int i = random.nextInt(5); i >= 0; i--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      Collected damaged = Collected.ofFile(folder, golden.getFileName().toString(), changed);

      assertThat(damaged.documents.size() + damaged.errors.size() + damaged.summary.deleted())
          .as("seed %d", seed)
          .isPositive();
      assertThat(damaged.texts()).noneMatch(String::isBlank);
    }
  }

  static Stream<Path> goldens() {
    return ReadGoldenTest.files();
  }

  @Test
  void a_wrong_checksum_is_told_after_the_documents() {
    byte[] packed = Collected.gzip(TWO.getBytes(StandardCharsets.UTF_8));
    packed[packed.length - 8] ^= 1;

    Collected damaged = Collected.ofFile(folder, "a.xml.gz", packed);

    assertThat(damaged.ids()).containsExactly("1", "2");
    assertThat(damaged.onlyError()).contains("checksum is wrong");
  }

  @Test
  void several_gzip_members_are_one_file_and_zero_bytes_after_them_are_padding()
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String line : JSON_LINES.split("(?<=\n)", -1)) {
      out.write(Collected.gzip(line.getBytes(StandardCharsets.UTF_8)));
    }
    out.write(new byte[100]);

    Collected whole = Collected.ofFile(folder, "a.jsonl.gz", out.toByteArray());

    assertThat(whole.ids()).containsExactly("1", "2");
    assertThat(whole.errors).isEmpty();
  }

  @Test
  void other_data_after_gzip_are_an_error() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(Collected.gzip(JSON_LINES.getBytes(StandardCharsets.UTF_8)));
    out.write("{\"id\":\"3\",\"text\":\"lost\"}".getBytes(StandardCharsets.UTF_8));

    Collected mixed = Collected.ofFile(folder, "a.jsonl.gz", out.toByteArray());

    assertThat(mixed.ids()).containsExactly("1", "2");
    assertThat(mixed.onlyError()).contains("other data after the compressed data");
  }

  @Test
  void xml_cut_anywhere_gives_its_whole_records_and_one_error() {
    byte[] bytes = TWO.getBytes(StandardCharsets.UTF_8);
    int end = TWO.indexOf("</PubmedArticleSet>");
    for (int length = 1; length < bytes.length - 1; length++) {
      Collected cut =
          Collected.of(
              Optional.of(Format.PUBMED_XML),
              List.of(Collected.write(folder, "a.xml", Arrays.copyOf(bytes, length)).toString()),
              new byte[0]);

      assertThat(cut.errors).as("cut at %d of %d", length, end).hasSize(1);
      assertThat(cut.errors.get(0).place()).matches("(line|byte) .*");
      assertThat(List.of("1", "2").subList(0, cut.documents.size())).isEqualTo(cut.ids());
    }
  }

  @Test
  void cut_xml_names_line_column_and_record() {
    String cut = TWO.substring(0, TWO.indexOf("T cells"));

    Collected damaged = Collected.ofFile(folder, "a.xml", cut);

    assertThat(damaged.ids()).containsExactly("1");
    assertThat(damaged.onlyError())
        .contains("a.xml: line 4, column ")
        .contains("document 2: the XML is not well-formed: ")
        .contains("Unexpected EOF");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          undeclared entity        | T &beta; cells          | beta
          bare ampersand           | T & B cells             | missing name
          tags that do not match   | <i>T cells</b>          | </i>
          a character outside XML  | T\u0001cells            | Illegal character
          a lone surrogate         | T&#xD800; cells         | 0xd800
          """)
  void a_broken_record_of_xml_is_one_error_and_those_around_it_are_read(
      String what, String title, String reason) {
    Collected damaged =
        Collected.ofFile(
            folder, "a.xml", set(article(1, "Good."), article(2, title), article(3, "Behind.")));

    assertThat(damaged.onlyError())
        .contains("line 4, column")
        .contains("document 2")
        .contains(reason);
    assertThat(damaged.ids()).containsExactly("1", "3");
  }

  @ParameterizedTest
  @CsvSource({"T &beta; cells", "T & B cells", "<i>T cells</b>", "T&#xD800; cells", "T &#1; cells"})
  void records_after_a_fault_do_not_hide_older_ones_of_other_files(String title) {
    String dated =
        "<DateRevised><Year>2024</Year><Month>1</Month><Day>1</Day></DateRevised><Article>";
    String newer = article(3, "Newer, never read.").replace("<Article>", dated);
    Path first =
        Collected.write(folder, "1.xml", set(article(1, "Good."), article(2, title), newer));
    Path second = Collected.write(folder, "2.xml", set(article(3, "Older.")));

    assertThat(Collected.of(first, second).texts()).containsExactly("Older.", "Good.");
  }

  @Test
  void an_entity_bomb_is_refused() {
    StringBuilder bomb =
        new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE PubmedArticleSet [\n");
    bomb.append("<!ENTITY a0 \"lol\">\n");
    for (int i = 1; i < 10; i++) {
      bomb.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">\n");
    }
    bomb.append("]>\n<PubmedArticleSet>\n" + article(1, "Good.") + article(2, "&a9;"));

    Collected damaged = Collected.ofFile(folder, "a.xml", bomb + "</PubmedArticleSet>");

    assertThat(damaged.ids()).containsExactly("1");
    assertThat(damaged.onlyError()).contains("line 16").contains("a9");
  }

  @Test
  void an_external_entity_is_refused_and_not_read() {
    Path secret = Collected.write(folder, "secret.txt", "password");
    String xml =
        "<!DOCTYPE PubmedArticleSet [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]>\n<PubmedArticleSet>"
            + article(1, "Good.")
            + article(2, "&x;")
            + "</PubmedArticleSet>";

    Collected damaged = Collected.ofFile(folder, "a.xml", xml);

    assertThat(damaged.ids()).containsExactly("1");
    assertThat(damaged.onlyError())
        .contains("entity \"x\"; no DTD is loaded")
        .doesNotContain("password");
  }

  @Test
  void an_external_dtd_is_not_loaded() {
    String xml =
        "<!DOCTYPE PubmedArticleSet SYSTEM \""
            + folder.resolve("missing.dtd").toUri()
            + "\">\n<PubmedArticleSet>"
            + article(1, "Good.")
            + "</PubmedArticleSet>";

    assertThat(Collected.ofFile(folder, "a.xml", xml).texts()).containsExactly("Good.");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
  void a_byte_order_mark_decides_the_encoding(String encoding) {
    Charset charset = Charset.forName(encoding);
    byte[] text = ("\uFEFF" + JSON_LINES).getBytes(charset);
    byte[] xml = ("\uFEFF" + TWO.replace("UTF-8", encoding)).getBytes(charset);

    assertThat(Collected.ofStdin(text).texts()).isEqualTo(Collected.ofStdin(JSON_LINES).texts());
    assertThat(Collected.ofStdin(xml).texts()).containsExactly("Microglia ß 𝛼.", "T cells.");
  }

  @Test
  void xml_in_another_declared_encoding_is_read() {
    String xml = set(article(1, "Sjögren’s T cells.")).replace("UTF-8", "windows-1252");

    Collected read = Collected.ofStdin(xml.getBytes(Charset.forName("windows-1252")));

    assertThat(read.texts()).containsExactly("Sjögren’s T cells.");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "windows-1252, UTF-8, found the byte 0xF6 0x67",
    "UTF-8, US-ASCII, found the byte 0xC3",
    "UTF-8, UTF-16, declared encoding UTF-16",
    "UTF-8, klingon, unknown encoding 'klingon'",
    "UTF-8, '', unknown encoding ''"
  })
  void xml_in_a_wrong_encoding_is_refused(String written, String declared, String reason) {
    String xml = set(article(1, "Good."), article(2, "Sjögren cells.")).replace("UTF-8", declared);

    Collected damaged = Collected.ofFile(folder, "a.xml", xml.getBytes(Charset.forName(written)));

    assertThat(damaged.onlyError()).contains(reason.replace(" 0x67", ""));
    assertThat(damaged.texts()).noneMatch(text -> text.contains("\uFFFD"));
  }

  @Test
  void text_in_a_wrong_encoding_is_refused_with_line_and_byte() {
    byte[] latin =
        (JSON_LINES + "{\"id\":\"3\",\"text\":\"\u00e9\"}").getBytes(StandardCharsets.UTF_8);
    byte[] damagedBytes = Arrays.copyOf(latin, latin.length);
    int at = new String(latin, StandardCharsets.ISO_8859_1).indexOf("\u00c3\u00a9");
    damagedBytes[at] = (byte) 0xe9;
    damagedBytes[at + 1] = ' ';

    Collected damaged = Collected.ofFile(folder, "a.jsonl", damagedBytes);

    assertThat(damaged.ids()).containsExactly("1", "2");
    assertThat(damaged.onlyError()).contains("line 3, byte " + (at + 1) + ": found the byte 0xE9");
  }

  @Test
  void a_character_across_a_buffer_is_decoded_and_one_cut_at_the_end_is_refused() {
    String text = "x".repeat(65_533) + " 𝛼 cells act in mice.";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(Collected.ofFile(folder, "a.txt", bytes).texts()).containsExactly(text);
    assertThat(
            Collected.ofFile(folder, "b.txt", "Cells in mice ß".getBytes(StandardCharsets.UTF_8))
                .errors)
        .isEmpty();
    byte[] cut = "Cells in mice 𝛼".getBytes(StandardCharsets.UTF_8);
    assertThat(Collected.ofFile(folder, "c.txt", Arrays.copyOf(cut, cut.length - 1)).onlyError())
        .contains("c.txt: byte 15: document c: found the bytes 0xF0 0x9D 0x9B");
  }

  @Test
  void the_batch_goes_on_after_a_damaged_file() {
    Path first = Collected.write(folder, "1.jsonl", JSON_LINES);
    Path second = Collected.write(folder, "2.xml", "<PubmedArticleSet>");
    Path third = Collected.write(folder, "3.xml", TWO);

    Collected batch = Collected.of(first, second, third);

    assertThat(batch.ids()).containsExactly("1", "2", "1", "2");
    assertThat(batch.onlyError()).contains("2.xml");
    assertThat(batch.summary).isEqualTo(new Inputs.Summary(4, 1, 0, 0));
  }
}
