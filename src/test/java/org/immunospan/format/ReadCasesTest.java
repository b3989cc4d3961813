package org.immunospan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.gold.MalformedCorpusException;
import org.immunospan.format.source.ReadError;
import org.immunospan.text.Span;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The inputs of {@code ../shared/cases} that once went wrong in reading. Skipped without them. */
class ReadCasesTest {

  private static final Path CASES = Path.of("../shared/cases");

  @BeforeEach
  void needsTheFolder() {
    assumeTrue(Files.isDirectory(CASES), "needs " + CASES);
  }

  private static Collected read(String... names) {
    return Collected.of(Arrays.stream(names).map(CASES::resolve).toArray(Path[]::new));
  }

  private static List<GoldMention> gold(String name) throws IOException {
    return GoldCorpus.read(CASES.resolve(name)).documents().stream()
        .flatMap(document -> document.mentions().stream())
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "11-nul-byte/in.pubtator, 9200 9202, 9201",
    "19-one-bad-record-loses-the-rest/bad.xml, 91 93, 92",
    "19-one-bad-record-loses-the-rest/bad.jsonl, 1 3 4, ''",
    "20-files-put-together/all.xml, 91 92 93,",
    "28-jsonl-with-pmid/in.jsonl, 31000001 31000002,",
  })
  void reads_all_but_the_bad_record(String name, String ids, String errorIds) {
    Collected collected = read(name);

    assertThat(String.join(" ", collected.ids())).isEqualTo(ids);
    assertThat(collected.errors)
        .extracting(ReadError::docId)
        .isEqualTo(errorIds == null ? List.of() : List.of(errorIds));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "12-biored-relation-lines/gold.PubTator, 2, Gene",
    "13-normalised-gold-text/gold.PubTator, 3, Gene",
    "14-bioc-byte-offsets/gold.xml, 3, Gene",
    "15-brat-crlf/gold, 3, GENE",
    "17-iob-tag-schemes/iobes.tsv, 2, GENE",
    "17-iob-tag-schemes/bilou.tsv, 2, GENE",
    "17-iob-tag-schemes/untyped.tsv, 2, untyped",
    "22-byte-order-mark/gold/spans.csv, 1, GENE"
  })
  void places_all_gold(String name, int mentions, String type) throws IOException {
    assertThat(gold(name)).hasSize(mentions).extracting(GoldMention::type).containsOnly(type);
  }

  @Test
  void counts_a_line_end_of_brat_as_one_character() throws IOException {
    assertThat(gold("15-brat-crlf/gold"))
        .extracting(GoldMention::span)
        .containsExactly(new Span(9, 13), new Span(23, 27), new Span(34, 39));
  }

  @Test
  void reads_the_identifiers_of_nlm_gene() throws IOException {
    assertThat(gold("30-nlm-gene-identifiers/gold.xml"))
        .extracting(GoldMention::identifiers)
        .containsExactly(List.of("NCBIGene:3558"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"c_badcrc_delete.xml.gz", "d_cut_delete.xml", "f_flipdelete.xml.gz"})
  void a_damaged_file_neither_replaces_nor_deletes(String damaged) {
    Collected alone = read("relia-damaged-wins/a_good.xml");
    Collected both = read("relia-damaged-wins/a_good.xml", "relia-damaged-wins/" + damaged);

    assertThat(both.texts()).containsAll(alone.texts());
    assertThat(both.errors).extracting(ReadError::sourceFile).anyMatch(f -> f.endsWith(damaged));
  }

  @Test
  void a_sound_file_deletes() {
    Collected both = read("relia-damaged-wins/a_good.xml", "relia-damaged-wins/e_good_delete.xml");

    assertThat(both.summary.deleted()).isPositive();
  }

  @Test
  void a_record_that_is_too_long_costs_no_other() {
    Collected alone = read("relia-long-text-loses-others/a_good.xml");
    Collected both =
        read(
            "relia-long-text-loses-others/a_good.xml",
            "relia-long-text-loses-others/b_long.xml.gz");

    assertThat(both.ids()).containsAll(alone.ids());
    assertThat(both.errors).hasSize(1);
  }

  @Test
  void comments_before_the_root_do_no_harm() {
    assertThat(read("relia-comments-overflow/c2000.xml").documents).isNotEmpty();
  }

  @Test
  void no_damaged_file_of_a_folder_is_left_out_in_silence() throws IOException {
    Path folder = CASES.resolve("relia-folder-left-out");
    Collected collected = Collected.of(folder);

    assertThat(collected.filesLeftOut).isEmpty();
    List<String> named = collected.errors.stream().map(ReadError::sourceFile).toList();
    for (String damaged : List.of("b.jsonl", "c.nbib", "f13.xml.gz", "f34.xml.gz")) {
      assertThat(named).anyMatch(name -> name.endsWith(damaged));
    }
    assertThat(named).anyMatch(name -> name.endsWith("first-byte.xml"));
    assertThat(collected.texts()).noneMatch(text -> text.contains("<Pub"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"crc-gold.jsonl.gz", "cut-gold.jsonl.gz", "flip-brat.zip"})
  void damaged_gold_is_refused(String name) {
    assertThatThrownBy(() -> GoldCorpus.read(CASES.resolve("relia-evaluate").resolve(name)))
        .isInstanceOf(MalformedCorpusException.class);
  }
}
