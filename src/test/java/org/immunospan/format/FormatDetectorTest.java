package org.immunospan.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.ReadFault;
import org.immunospan.format.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatDetectorTest {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          PUBMED_XML  ~ <PubmedArticleSet></PubmedArticleSet>
          PUBMED_XML  ~ <?xml version="1.0"?>\\n<!DOCTYPE PubmedArticleSet PUBLIC "a" "b.dtd">\\n<PubmedArticleSet>
          PUBMED_XML  ~ <!-- made by hand --> <MedlineCitationSet>
          PUBMED_XML  ~ <PubmedBookArticle><BookDocument>
          PUBMED_XML  ~ <!DOCTYPE x [<!ENTITY a "b">]><PubmedArticleSet>
          PUBMED_XML  ~ <MedlineCitation Owner="NLM">
          JATS        ~ <article article-type="research-article">
          JATS        ~ <!DOCTYPE pmc-articleset SYSTEM "x.dtd"><pmc-articleset>
          BIOC_JSON   ~ {"source":"x","documents":[{"passages" : []}]}
          BIOC_JSON   ~ [\\n{"documents":[{"passages":[]}]}]
          PUBANNOTATION ~ [{"text":"x","denotations":[]}]
          EUROPE_PMC  ~ {"version":"6.9","resultList":{"result":[]}}
          RIS         ~ TY  - JOUR\\nTI  - x
          ENDNOTE     ~ <?xml version="1.0"?><xml><records><record>
          JSONL       ~ {"id":"1","text":"of \\\\"passages\\\\": many"}
          MEDLINE     ~ PMID- 1\\nTI  - Cells.
          MEDLINE     ~ \\n\\nPMID- 1
          MEDLINE     ~ OWN - NLM\\nPMID- 1
          PUBTATOR    ~ 12|t|Title
          PUBTATOR    ~ \\nPMC12|a|Abstract
          PUBTATOR    ~ 12|title|Title
          JSONL       ~ {"id":"1","text":"x"}
          JSONL       ~ {"id":"1","text":"x"}\\n{"id":"2"
          JSONL       ~ {not json}
          PUBMED_PAGE ~ Skip to main page content\\nTitle\\nAbstract\\nText\\nPubMed Disclaimer
          PUBMED_PAGE ~ J Cells\\n. 2020;1:2.\\nTitle\\nPMID: 123\\nAbstract\\nText
          TEXT        ~ SOD1 mutations activate microglia.
          TEXT        ~ Abstract\\nWe show, in mice, that this, too, works.
          TEXT        ~ T cells
          TEXT        ~ 小胶质细胞在肌萎缩侧索硬化中被激活。
          TEXT        ~ [Translated title]. A text in brackets.
          TEXT        ~ {curly} braces begin this sentence, which is\\nno JSON at all.
          """)
  void finds_the_format_by_content(Format format, String text) throws IOException {
    assertThat(detect(bytes(text))).isEqualTo(format);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          the answer to a search     ~ <eSearchResult><Count>1</Count>
          a page in HTML             ~ <!DOCTYPE html><html><body>
          a page in HTML             ~ <HTML>
          root <rss>                 ~ <rss version="2.0">
          text that begins with "<   ~ <3 this
          JSON spread over           ~ {\\n  "id": "1"\\n}
          a JSON array               ~ [{"id":"1"}]
          a JSON array               ~ [\\n{"id":"1"}]
          brat annotations           ~ T1\\tProtein 0 4\\tSOD1
          brat annotations           ~ #1\\tAnnotatorNotes T1\\tgood
          brat annotations           ~ *\\tEquiv T1 T2
          Abstract (text)            ~ 1. Lancet Neurol. 2019 Feb;18(2):211-220. doi: 10.1/x.\\n\\nTitle\\n\\nPMID: 1
          tab-separated columns      ~ SOD1\\tgene\\nis\\tverb\\n
          comma-separated columns    ~ name,heading,words\\n1,a,b\\n2,c,d
          not prose                  ~ 1 2 3 4 5 6 7 8 9 = 45
          a PDF                      ~ %PDF-1.7
          a zip archive              ~ PK\\3\\4xx
          a binary file              ~ ab\\0cd
          """)
  void refuses_what_is_none_with_what_it_looks_like(String looksLike, String text) {
    assertThatThrownBy(() -> detect(bytes(text)))
        .isInstanceOf(ReadFault.class)
        .hasMessageContaining(looksLike)
        .hasMessageContaining("expected");
  }

  @Test
  void refuses_an_empty_file() {
    assertThatThrownBy(() -> detect(new byte[0])).hasMessageContaining("empty file");
    assertThatThrownBy(() -> detect(Collected.gzip(new byte[0]))).hasMessageContaining("empty");
  }

  /** The bytes of a text with escapes as in Java, which a table cell cannot hold itself. */
  private static byte[] bytes(String cell) {
    return cell.translateEscapes().getBytes(StandardCharsets.UTF_8);
  }

  private static Format detect(byte[] bytes) throws IOException {
    return FormatDetector.detect(
        Content.open(Source.of(List.of("-")).get(0), new ByteArrayInputStream(bytes)));
  }
}
