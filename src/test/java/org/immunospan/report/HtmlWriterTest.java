package org.immunospan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.write.Export;
import org.immunospan.format.write.MarkedDocument;
import org.immunospan.text.Document;
import org.immunospan.text.Span;
import org.junit.jupiter.api.Test;

class HtmlWriterTest {

  @Test
  void marks_nest_and_say_what_they_are_and_concepts_have_links() throws IOException {
    Document document = Document.of("123", "", "CD4+ T cells <b>");
    GoldMention cell =
        new GoldMention(
            new Span(0, 12),
            "CELL",
            "immune",
            List.of("CL:0000624"),
            List.of(),
            Map.of("name", "CD4+ T \"cell\"", "score", "0.9"));
    GoldMention gene = new GoldMention(new Span(0, 3), "GENE", "", List.of("hgnc:1678"), List.of());

    String page = page(new GoldDocument(document, List.of(cell, gene)));

    assertThat(page)
        .contains("<h2><a href=\"https://pubmed.ncbi.nlm.nih.gov/123/\">123</a></h2>")
        .contains("<mark class=\"t1\" title=\"CELL, immune: CL:0000624")
        .contains(
            "<mark class=\"t0\" title=\"GENE: hgnc:1678\">CD4</mark>+ T cells</mark> &lt;b&gt;")
        .contains("<a href=\"https://bioregistry.io/CL:0000624\">CL:0000624</a>")
        .endsWith("</main>\n</body>\n</html>\n");
  }

  @Test
  void nothing_of_a_document_is_code_of_the_page() throws IOException {
    Document document = Document.of("\"><script>1</script>", "", "<script>2</script> x");
    GoldMention mention =
        new GoldMention(new Span(0, 3), "\"onclick=\"a()", "", List.of("javascript:3"), List.of());

    String page = page(new GoldDocument(document, List.of(mention)));

    assertThat(page).doesNotContain("<script>", "\"onclick=", "href=\"javascript");
  }

  private static String page(GoldDocument gold) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Export export = Export.toStream(new HtmlWriter(), out)) {
      export.write(MarkedDocument.of(gold));
      export.complete();
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
