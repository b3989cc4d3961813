package org.immunospan.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.immunospan.format.source.ReadError;
import org.immunospan.text.Document;
import org.immunospan.text.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputsTest {

  @TempDir private Path folder;

  @Test
  void walks_folders_in_the_order_of_their_paths_without_hidden_files() {
    Collected.write(folder, "b/two.txt", "Second text.");
    Collected.write(folder, "a/one.txt", "First text.");
    Collected.write(folder, "c.txt", "Third text.");
    Collected.write(folder, ".hidden.txt", "Hidden text.");
    Collected.write(folder, ".git/config.txt", "Hidden text.");

    Collected collected = Collected.of(folder);

    assertThat(collected.ids()).containsExactly("one", "two", "c");
    assertThat(collected.documents)
        .extracting(Document::sourceFile)
        .containsExactly(folder + "/a/one.txt", folder + "/b/two.txt", folder + "/c.txt");
  }

  @Test
  void takes_for_text_below_a_folder_only_what_has_the_name_of_text() {
    Collected.write(folder, "README.md", "Read me.");
    Collected.write(folder, "LICENSE", "You may.");
    Collected.write(folder, "a.TXT", "First text.");
    Collected.write(folder, "b.text.gz", Collected.gzip("Second text.".getBytes(UTF_8)));
    Collected.write(folder, "data", "{\"id\":\"c\",\"text\":\"Third text.\"}");

    Collected collected = Collected.of(folder);

    assertThat(collected.texts()).containsExactly("First text.", "Second text.", "Third text.");
    assertThat(collected.filesLeftOut).containsExactly(folder + "/LICENSE", folder + "/README.md");
    assertThat(collected.errors).isEmpty();
  }

  @Test
  void takes_for_text_what_is_named_or_declared_as_text() {
    Path readme = Collected.write(folder, "README.md", "Read me.");

    assertThat(Collected.of(readme).texts()).containsExactly("Read me.");
    assertThat(
            Collected.of(Optional.of(Format.TEXT), List.of(folder.toString()), new byte[0]).texts())
        .containsExactly("Read me.");
  }

  @Test
  void refuses_a_folder_of_which_all_is_left_out() {
    Collected.write(folder, "README.md", "Read me.");

    assertThatThrownBy(() -> Collected.of(folder))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("all files were left out")
        .hasMessageContaining("--format text");
  }

  @Test
  void reads_a_hidden_file_or_folder_that_is_named() {
    Path hidden = Collected.write(folder, ".hidden/one.txt", "First text.");

    assertThat(Collected.of(hidden.getParent()).ids()).containsExactly("one");
  }

  @Test
  void reads_a_named_pipe_once() throws Exception {
    Path pipe = folder.resolve("pipe.xml");
    assumeTrue(hasNamedPipes(pipe), "needs mkfifo");
    String xml = set(record(7, 1, 2020, "First. ".repeat(20_000)) + record(8, 1, 2020, "Second."));
    Thread writer = new Thread(() -> Collected.write(folder, "pipe.xml", xml));
    writer.start();

    Collected collected = Collected.of(pipe);
    writer.join();

    assertThat(collected.ids()).containsExactly("7", "8");
    assertThat(collected.errors).isEmpty();
  }

  private static boolean hasNamedPipes(Path pipe) throws InterruptedException {
    try {
      return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void names_documents_of_standard_input_that_have_no_name() {
    assertThat(Collected.ofStdin("Just a text.").ids()).containsExactly("stdin");
    assertThat(Collected.ofStdin("{\"text\":\"x\"}").ids()).containsExactly("stdin:1");
    assertThat(Collected.ofStdin("Just a text.").documents)
        .extracting(Document::sourceFile)
        .containsExactly("-");
  }

  @Test
  void keeps_the_order_of_the_arguments() {
    Path one = Collected.write(folder, "1.txt", "First text.");
    Path two = Collected.write(folder, "2.txt", "Second text.");
    List<String> arguments = List.of(two.toString(), "-", one.toString());

    Collected collected =
        Collected.of(Optional.empty(), arguments, "Middle text.".getBytes(StandardCharsets.UTF_8));

    assertThat(collected.texts()).containsExactly("Second text.", "Middle text.", "First text.");
  }

  @Test
  void refuses_wrong_arguments() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThatThrownBy(() -> Collected.of()).isInstanceOf(UserException.class);
    assertThatThrownBy(() -> Collected.of(folder.resolve("missing.xml")))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("missing.xml: expected a file or folder, found none");
    assertThatThrownBy(() -> Collected.of(empty))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("a folder without files");
    assertThatThrownBy(
            () -> Inputs.open(List.of("-", "-"), Optional.empty(), InputStream.nullInputStream()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("expected standard input once");
    assertThatThrownBy(() -> Format.named("xml"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("--format: expected one of auto, pubmed-xml, jats");
  }

  @Test
  void a_named_format_wins_over_the_content() {
    Path path = Collected.write(folder, "a.txt", "12|t|No PubTator.\n");

    Collected collected =
        Collected.of(Optional.of(Format.TEXT), List.of(path.toString()), new byte[0]);

    assertThat(collected.texts()).containsExactly("12|t|No PubTator.");
    assertThat(Format.named("pubtator")).contains(Format.PUBTATOR);
    assertThat(Format.named("auto")).isEmpty();
  }

  @Test
  void tells_what_became_of_each_file() {
    Path good = Collected.write(folder, "a.jsonl", "{\"id\":1,\"text\":\"x\"}\nnothing\n");
    Path bad = Collected.write(folder, "b.bin", new byte[] {1, 0, 3});

    Collected collected = Collected.of(good, bad);

    assertThat(collected.files)
        .containsExactly(
            new InputFile(
                good.toString(),
                Optional.of(Format.JSONL),
                28,
                "cd905c4380010f3f78baa451bae131982090c7ffca0d9b0a530283c80db5e6a5",
                1,
                1),
            new InputFile(
                bad.toString(),
                Optional.empty(),
                3,
                "a143e7ffd81147f136f921fef88760c46c7a05f15b81995f9c5cfed2a737a3f1",
                0,
                1));
    assertThat(collected.summary).isEqualTo(new Inputs.Summary(1, 2, 0, 0));
  }

  @Test
  void a_file_without_records_is_an_error() {
    assertThat(Collected.ofFile(folder, "a.xml", "<PubmedArticleSet/>").onlyError())
        .contains("a.xml: line 1: found no record");
  }

  @Test
  void takes_the_newest_record_of_a_pmid_wherever_it_is() {
    Path newer = Collected.write(folder, "new.xml", set(record(7, 1, 2024, "Revised.")));
    Path older = Collected.write(folder, "old.xml", set(record(7, 1, 2020, "First.")));
    Path versions =
        Collected.write(
            folder,
            "v.xml",
            set(
                record(8, 2, 2019, "Version 2.")
                    + record(8, 1, 2024, "Version 1.")
                    + record(9, 1, 2024, "Same day, first.")
                    + record(9, 1, 2024, "Same day, last.")));

    Collected collected = Collected.of(newer, older, versions);

    assertThat(collected.texts()).containsExactly("Revised.", "Version 2.", "Same day, last.");
    assertThat(collected.summary).isEqualTo(new Inputs.Summary(3, 0, 3, 0));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"MD5(new.xml)= %s\n", "%s  new.xml\n", "%S"})
  void takes_a_file_whose_md5_is_right(String form) throws NoSuchAlgorithmException {
    String newer = set(record(7, 1, 2024, "Revised."));
    Collected.write(folder, "old.xml", set(record(7, 1, 2020, "First.")));
    Collected.write(folder, "new.xml", newer);
    Collected.write(folder, "new.xml.md5", form.formatted(md5(newer)));

    Collected collected = Collected.of(folder);

    assertThat(collected.texts()).containsExactly("Revised.");
    assertThat(collected.errors).isEmpty();
    assertThat(collected.filesLeftOut).isEmpty();
  }

  @Test
  void a_file_whose_md5_is_wrong_replaces_nothing() {
    String newer = set(record(7, 1, 2024, "Revised.") + record(8, 1, 2024, "Only here."));
    Path old = Collected.write(folder, "old.xml", set(record(7, 1, 2020, "First.")));
    Path changed = Collected.write(folder, "new.xml", newer);
    Path md5 = Collected.write(folder, "new.xml.md5", "MD5(new.xml)= " + "0".repeat(32));

    Collected collected = Collected.of(old, changed, md5);

    assertThat(collected.texts()).containsExactly("First.", "Only here.");
    assertThat(collected.errors)
        .singleElement()
        .asString()
        .contains(
            "new.xml: file: the MD5 sum is ", "expected 00000000000000000000000000000000 by ");
  }

  private static String md5(String text) throws NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void leaves_out_deleted_records_wherever_the_deletion_is() {
    String deletion = "<DeleteCitation><PMID Version=\"1\">7</PMID></DeleteCitation>";
    Path first =
        Collected.write(
            folder, "1.xml", set(record(7, 1, 2020, "Gone.") + record(8, 1, 2020, "Stays.")));
    Path last = Collected.write(folder, "2.xml", set(deletion));

    assertThat(Collected.of(first, last).texts()).containsExactly("Stays.");
    assertThat(Collected.of(last, first).summary).isEqualTo(new Inputs.Summary(1, 0, 0, 1));
  }

  @Test
  void of_standard_input_the_first_record_is_kept_and_the_rest_told() {
    String xml =
        set(
            record(7, 1, 2020, "First.")
                + record(7, 2, 2024, "Second.")
                + "<DeleteCitation><PMID Version=\"1\">7</PMID></DeleteCitation>");

    Collected collected = Collected.ofStdin(xml);

    assertThat(collected.texts()).containsExactly("First.");
    assertThat(collected.errors)
        .extracting(ReadError::message)
        .satisfiesExactly(
            message -> assertThat(message).contains("another record of this PMID"),
            message -> assertThat(message).contains("the deletion of a record"));
  }

  @Test
  void several_xml_documents_in_one_file_are_all_read() {
    String first = set(record(7, 1, 2020, "First."));
    String second = set(record(8, 1, 2020, "Second."));
    String prolog = "\n<?xml version=\"1.0\"?>\n<!DOCTYPE PubmedArticleSet PUBLIC \"a\" \"b\">\n";

    Collected glued = Collected.ofFile(folder, "a.xml", first + second);
    Collected declared = Collected.ofFile(folder, "b.xml", first + prolog + "\uFEFF" + second);

    assertThat(glued.texts()).containsExactly("First.", "Second.");
    assertThat(glued.errors).isEmpty();
    assertThat(declared.texts()).containsExactly("First.", "Second.");
    assertThat(declared.errors).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"replaced", "cut", "gone"})
  void a_record_whose_newer_version_never_comes_is_written(String what) throws IOException {
    String deletion = "<DeleteCitation><PMID Version=\"1\">3</PMID></DeleteCitation>";
    Path older =
        Collected.write(
            folder,
            "a.xml",
            set(
                record(1, 1, 2020, "One.")
                    + record(2, 1, 2020, "Two.")
                    + record(3, 1, 2020, "3.")));
    Path newer = Collected.write(folder, "b.xml", set(record(1, 1, 2024, "Newer one.") + deletion));
    List<String> arguments = List.of(older.toString(), newer.toString());
    List<String> texts = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    boolean changed = false;
    try (Inputs inputs = Inputs.open(arguments, Optional.empty(), InputStream.nullInputStream())) {
      for (InputItem item : inputs) {
        if (!changed) {
          switch (what) {
            case "replaced" ->
                Collected.write(folder, "b.xml", set(record(7, 1, 2024, "Another.")));
            case "cut" -> Collected.write(folder, "b.xml", "<PubmedArticleSet><PubmedArticle>");
            default -> Files.delete(newer);
          }
          changed = true;
        }
        if (item instanceof InputItem.Found found) {
          texts.add(found.document().text());
        } else if (item instanceof InputItem.Failed failed) {
          errors.add(failed.error().sourceFile());
        }
      }
    }

    assertThat(texts).contains("One.", "Two.", "3.").doesNotContain("Newer one.");
    assertThat(errors).containsOnly(newer.toString());
  }

  @Test
  void names_one_file_that_is_not_there_and_reads_the_others() {
    Path there = Collected.write(folder, "a.txt", "A text.");

    Collected collected = Collected.of(folder.resolve("none.xml"), there);

    assertThat(collected.texts()).containsExactly("A text.");
    assertThat(collected.onlyError())
        .contains("none.xml: file: expected a file or folder, found none");
  }

  @Test
  void names_a_link_that_leads_back_and_reads_the_other_files() throws IOException {
    Collected.write(folder, "a.txt", "A text.");
    try {
      Files.createSymbolicLink(folder.resolve("loop"), folder);
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "needs symbolic links");
    }

    Collected collected = Collected.of(folder);

    assertThat(collected.texts()).containsExactly("A text.");
    assertThat(collected.onlyError()).contains("loop: file: the link leads back");
  }

  @Test
  void a_record_cited_by_another_is_not_taken_for_it() {
    String cites =
        record(7, 1, 2020, "Cites 8.")
            .replace(
                "</MedlineCitation>",
                "<CommentsCorrectionsList><CommentsCorrections><PMID Version=\"1\">8</PMID>"
                    + "</CommentsCorrections></CommentsCorrectionsList></MedlineCitation><PubmedData><ReferenceList><Reference><ArticleIdList><ArticleId"
                    + " IdType=\"pubmed\">9"
                    + "</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData>");

    Collected collected =
        Collected.ofFile(
            folder,
            "a.xml",
            set(cites + record(8, 1, 2020, "Is 8.") + record(9, 1, 2020, "Is 9.")));

    assertThat(collected.ids()).containsExactly("7", "8", "9");
  }

  private static String record(int pmid, int version, int year, String title) {
    return """
    <PubmedArticle><MedlineCitation><PMID Version="%s">%s</PMID><DateRevised><Year>%s</Year>\
    <Month>02</Month><Day>03</Day></DateRevised><Article><ArticleTitle>%s</ArticleTitle>\
    </Article></MedlineCitation></PubmedArticle>
    """
        .formatted(version, pmid, year, title);
  }

  private static String set(String records) {
    return "<PubmedArticleSet>" + records + "</PubmedArticleSet>";
  }
}
