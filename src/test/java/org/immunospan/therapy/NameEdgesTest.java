package org.immunospan.therapy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.immunospan.crf.TokenSpan;
import org.immunospan.golden.GoldenTable;
import org.immunospan.golden.Marked;
import org.immunospan.golden.Row;
import org.immunospan.resource.FileSource;
import org.immunospan.resource.ResourceFile;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.text.Document;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;
import org.junit.jupiter.api.BeforeAll;

class NameEdgesTest {

  private static SentenceSplitter splitter;
  private static TherapyEvidence evidence;
  private static NameEdges edges;

  @BeforeAll
  static void load() throws IOException {
    try (InputStream in = ResourceFile.shipped("sentences.bin").open()) {
      splitter = SentenceSplitter.load(in).get();
    }
    evidence = TherapyEvidence.read(FileSource.shipped(), new BiomedicalTokenizer());
    edges = new NameEdges(evidence.grammar());
  }

  @GoldenTable("therapy/edges.tsv")
  void brings_the_ends_of_found_names_to_the_guidelines(Row row) {
    Marked found = Marked.parse(row.get("found"));
    Document document = Document.of("1", "", found.text());
    List<TherapyEvidence.Line> lines = evidence.read(splitter.segment(document));
    assertThat(lines).hasSize(1);
    Tokens tokens = lines.get(0).tokens();

    List<Marked.Mark> mended =
        edges
            .mend(
                found.marks().stream().map(mark -> tokens(mark.span(), tokens)).toList(),
                lines.get(0))
            .stream()
            .map(name -> new Marked.Mark(tokens.span(name.begin(), name.end() - 1), ""))
            .toList();

    assertThat(new Marked(found.text(), mended)).isEqualTo(Marked.parse(row.get("expected")));
  }

  private static TokenSpan tokens(Span span, Tokens tokens) {
    return new TokenSpan(
        tokens.firstFrom(span.begin()), tokens.firstFrom(span.end()), DocumentVote.THERAPY, 0.5);
  }
}
