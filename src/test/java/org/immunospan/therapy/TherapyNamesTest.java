package org.immunospan.therapy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.immunospan.golden.GoldenTable;
import org.immunospan.golden.Marked;
import org.immunospan.golden.Row;
import org.immunospan.resource.FileSource;
import org.immunospan.resource.ResourceFile;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.tag.Tagger;
import org.immunospan.text.Document;

/** The shipped model, lexicon and grammar of therapies together. */
class TherapyNamesTest {

  private static final SentenceSplitter SPLITTER = splitter();
  private static final Tagger TAGGER = tagger();

  @GoldenTable("therapy/names.tsv")
  void finds_therapies_with_their_class(Row row) {
    Marked expected = Marked.parse(row.get("sentence"));

    List<Marked.Mark> found =
        TAGGER.tag(SPLITTER.segment(Document.of("1", "", expected.text()))).stream()
            .map(mention -> new Marked.Mark(mention.span(), mention.subtype()))
            .toList();

    assertThat(new Marked(expected.text(), found)).isEqualTo(expected);
  }

  @GoldenTable("therapy/short-names.tsv")
  void an_abbreviation_has_an_identifier_only_where_its_meaning_is_clear(Row row) {
    String text = row.get("text");

    List<String> found =
        TAGGER.tag(SPLITTER.segment(Document.of("1", "", text))).stream()
            .filter(mention -> mention.span().of(text).equals(row.get("name")))
            .map(
                mention ->
                    mention.concepts().isEmpty() ? "" : mention.concepts().get(0).identifier())
            .distinct()
            .toList();

    assertThat(found).containsExactly(row.get("identifier"));
  }

  private static SentenceSplitter splitter() {
    try (InputStream in = ResourceFile.shipped("sentences.bin").open()) {
      return SentenceSplitter.load(in).get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Tagger tagger() {
    try (InputStream in = ResourceFile.shipped("therapy.bin").open()) {
      TherapyEvidence evidence =
          TherapyEvidence.read(FileSource.shipped(), new BiomedicalTokenizer());
      return TherapyTagger.with(evidence).load(in, "therapy").get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
