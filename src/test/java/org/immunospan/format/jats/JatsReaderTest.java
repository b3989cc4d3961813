package org.immunospan.format.jats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immunospan.format.Format;
import org.immunospan.format.InputItem;
import org.immunospan.format.Inputs;
import org.immunospan.text.Document;
import org.immunospan.text.Markup;
import org.immunospan.text.Section;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JatsReaderTest {

  private static final String ARTICLE =
      """
      <?xml version="1.0"?>
      <!DOCTYPE article PUBLIC "-//NLM//DTD JATS v1.0//EN" "http://localhost:1/JATS.dtd">
      <article xmlns:xlink="http://www.w3.org/1999/xlink">
      <front><journal-meta><journal-title-group><journal-title>J Cells</journal-title>
      </journal-title-group></journal-meta><article-meta>
      <article-id pub-id-type="pmid">12</article-id><article-id pub-id-type="pmc">34</article-id>
      <article-id pub-id-type="doi">10.1000/x.1</article-id>
      <title-group><article-title>CD4<sup>+</sup> T cells<xref ref-type="fn" rid="f">*</xref>
      in <italic>mice</italic></article-title></title-group>
      <pub-date><day>1</day><month>2</month><year>2015</year></pub-date>
      <abstract><sec><title>BACKGROUND:</title><p>T cells matter.</p></sec>
      <sec><title>Results</title><p>They do.</p></sec></abstract>
      <abstract abstract-type="teaser"><p>Read this.</p></abstract></article-meta></front>
      <body><sec><title>1. Introduction</title>
      <p>Cells<sup><xref ref-type="bibr" rid="r1">1</xref>,<xref ref-type="bibr">2</xref></sup> divide<xref ref-type="bibr"><sup>3–5</sup></xref>
      (<xref ref-type="bibr">Smith 2010</xref>), at 10<sup>6</sup>/ml.
      <fig id="F1"><label>Figure 1</label><caption><title>Tregs.</title><p>Bars are means.</p>
      </caption><graphic xlink:href="a.png"/></fig> See <xref ref-type="fig">Figure 1</xref>.</p>
      <sec><title>Mice</title><p>IL-2 was given.</p><list><list-item><p>One</p></list-item>
      <list-item><p>Two</p></list-item></list><disp-formula>x = y</disp-formula></sec></sec>
      <sec><title>Methods</title><table-wrap><label>Table 1</label><caption><p>Doses.</p></caption>
      <table><tr><td>CELL OF A TABLE</td></tr></table></table-wrap>
      <p>With <inline-formula><tex-math>\\alpha</tex-math><mml:math>a</mml:math></inline-formula>.</p>
      </sec></body>
      <back><ref-list><ref><mixed-citation>REFERENCE</mixed-citation></ref></ref-list></back>
      <sub-article><front-stub><title-group><article-title>REPLY</article-title></title-group>
      </front-stub></sub-article>
      </article>
      """;

  @TempDir private Path folder;

  @Test
  void tables_and_references_are_read_when_asked_for() throws IOException {
    String article =
        """
        <article><front><article-meta><title-group><article-title>A</article-title></title-group>
        </article-meta></front>
        <body><sec><title>Results</title><p>See
        <table-wrap><caption><p>Doses.</p></caption><alternatives><graphic/><table><thead><tr>
        <th>Drug</th><th>mg</th></tr></thead><tbody><tr><td>IL-<italic>2</italic></td><td/></tr>
        <tr><td>CD4<sup>+</sup></td><td>5<sup><xref ref-type="bibr">1</xref></sup></td></tr></tbody>
        </table></alternatives><table-wrap-foot><fn><label>a</label><p>Per day.</p></fn>
        </table-wrap-foot></table-wrap> there.</p></sec></body>
        <back><ack><p>THANKS</p></ack><ref-list><title>References</title><ref><label>1</label>
        <mixed-citation>Smith J. <italic>Tregs</italic>. 2010.</mixed-citation></ref>
        <ref><element-citation><person-group><name><surname>Doe</surname><given-names>A</given-names>
        </name></person-group><article-title>B cells</article-title></element-citation></ref>
        </ref-list></back></article>
        """;
    String usual = "A\nResults\nSee there.\nDoses.";

    assertThat(read(article, Set.of()).get(0).text()).isEqualTo(usual);
    Document tables = read(article, Set.of(FullTextPart.TABLES)).get(0);
    assertThat(tables.text()).isEqualTo(usual + "\nDrug | mg\nIL-2 |\nCD4+ | 5\nPer day.");
    assertThat(tables.sections())
        .extracting(section -> section.label() + "=" + section.span().of(tables.text()))
        .contains("table=IL-2 |", "table=Per day.");
    Document references = read(article, Set.of(FullTextPart.REFERENCES)).get(0);
    assertThat(references.text()).isEqualTo(usual + "\nSmith J. Tregs. 2010.\nDoe A B cells");
    assertThat(references.sections()).extracting(Section::label).endsWith("references");
  }

  @Test
  void gives_title_abstract_headings_paragraphs_and_captions() throws IOException {
    Document document = read(ARTICLE).get(0);

    assertThat(document.id()).isEqualTo("PMC34");
    assertThat(document.text())
        .isEqualTo(
            """
            CD4+ T cells* in mice
            T cells matter. They do.
            1. Introduction
            Cells divide (Smith 2010), at 106/ml. See Figure 1.
            Tregs. Bars are means.
            Mice
            IL-2 was given.
            One
            Two
            Methods
            Doses.
            With a.\
            """);
    assertThat(document.sections())
        .extracting(section -> section.label() + "=" + section.span().of(document.text()))
        .contains(
            "title=CD4+ T cells* in mice",
            "background:=T cells matter.",
            "results=They do.",
            "1. introduction=IL-2 was given.",
            "figure caption=Tregs. Bars are means.",
            "table caption=Doses.",
            "methods=With a.");
    assertThat(document.bibliography().year()).isEqualTo("2015");
    assertThat(document.bibliography().journal()).isEqualTo("J Cells");
    assertThat(document.bibliography().doi()).isEqualTo("10.1000/x.1");
    assertThat(document.markup().isIn(Markup.Style.SUPERSCRIPT, 3)).isTrue();
    assertThat(document.markup().isIn(Markup.Style.ITALIC, 17)).isTrue();
  }

  @Test
  void an_article_set_gives_each_article() throws IOException {
    String one = ARTICLE.substring(ARTICLE.indexOf("<article "));

    List<Document> read =
        read("<pmc-articleset>" + one + one.replace(">34<", ">PMC35<") + "</pmc-articleset>");

    assertThat(read).extracting(Document::id).containsExactly("PMC34", "PMC35");
    assertThat(read.get(1).text()).isEqualTo(read.get(0).text());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          <article><front></front></article> ~ a.nxml:1: found neither title nor text, expected some
          <article><body><p>T cells</p> ~ line 1: expected a full text in JATS
          <article><body><p>&beta; cells</p></body></article> ~ line 1: expected a full text in JATS: Undeclared general entity "beta"
          <!DOCTYPE article [<!ENTITY x SYSTEM "file:///etc/passwd">]><article><body><p>&x;</p></body></article> ~ Undeclared general entity "x"
          <pmc-articleset><Reply error="no such id"/></pmc-articleset> ~ found no record
          """)
  void what_is_broken_is_named_in_one_line(String text, String message) throws IOException {
    List<String> errors = new ArrayList<>();
    try (Inputs inputs = Inputs.open(List.of(file(text)), Optional.empty(), null)) {
      for (InputItem item : inputs) {
        if (item instanceof InputItem.Failed failed) {
          errors.add(failed.error().toString());
        }
      }
    }

    assertThat(errors).hasSize(1);
    assertThat(errors.get(0)).contains(message).doesNotContain("\n");
  }

  private List<Document> read(String text) throws IOException {
    return read(text, Set.of());
  }

  private List<Document> read(String text, Set<FullTextPart> parts) throws IOException {
    List<Document> documents = new ArrayList<>();
    try (Inputs inputs =
        Inputs.open(List.of(file(text)), Optional.empty(), null).withFullText(parts)) {
      for (InputItem item : inputs) {
        assertThat(item).isNotInstanceOf(InputItem.Failed.class);
        if (item instanceof InputItem.Found found) {
          documents.add(found.document());
        } else if (item instanceof InputItem.FileDone done) {
          assertThat(done.file().format()).contains(Format.JATS);
        }
      }
    }
    return documents;
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("a.nxml"), text).toString();
  }
}
