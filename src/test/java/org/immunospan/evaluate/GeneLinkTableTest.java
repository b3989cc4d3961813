package org.immunospan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.golden.GoldenTable;
import org.immunospan.golden.Row;
import org.immunospan.text.Document;
import org.immunospan.text.GeneDetails;
import org.immunospan.text.Span;
import org.junit.jupiter.api.Test;

class GeneLinkTableTest {

  /** Gene 1 is human, 2 its mouse orthologue, 3 another human gene; 9 is not known. */
  private static final GeneIds IDS =
      new GeneIds(
          Map.of(
              "NCBIGene:1", new GeneIds.Meaning("hgnc:5", GeneIds.HUMAN),
              "NCBIGene:2", new GeneIds.Meaning("hgnc:5", GeneIds.MOUSE),
              "NCBIGene:3", new GeneIds.Meaning("hgnc:6", GeneIds.HUMAN)));

  @GoldenTable("evaluate/gene-identifiers.tsv")
  void counts_identifiers_by_column_and_species(Row row) {
    Optional<LinkScore> score =
        links(row.get("gold"), row.get("system")).rows().stream()
            .filter(of -> of.column().equals(row.get("column")))
            .filter(of -> of.species().equals(row.get("species")))
            .map(GeneLinks.Row::score)
            .findFirst();

    assertThat(score.map(LinkScore::linked).orElse(0L)).isEqualTo(number(row, "right"));
    assertThat(score.map(LinkScore::linkable).orElse(0L)).isEqualTo(number(row, "of"));
    assertThat(score.map(s -> s.endToEnd().gold()).orElse(0L)).isEqualTo(number(row, "gold-ids"));
    if (score.isPresent()) {
      assertThat(score.get().endToEnd().system()).isEqualTo(number(row, "rows"));
    }
  }

  @Test
  void a_higher_link_score_keeps_fewer_rows() {
    GeneLinks links =
        links(
            "0-2=NCBIGene:1 4-6=NCBIGene:3 8-10=NCBIGene:3",
            "0-2=hgnc:5;NCBIGene:1;9606;0.97 4-6=hgnc:5;NCBIGene:1;9606;0.77 8-10=;;;"
                + " 12-14=;;;");

    assertThat(links.curve()).hasSize(2);
    GeneLinks.Point all = links.curve().get(0);
    assertThat(all.rows()).isEqualTo(2);
    assertThat(all.precision().value()).isEqualTo(0.5);
    assertThat(all.coverage()).isEqualTo(0.5);
    assertThat(all.recall()).isCloseTo(1.0 / 3, within(1e-9));
    GeneLinks.Point sure = links.curve().get(1);
    assertThat(sure.linkScore()).isEqualTo(0.95);
    assertThat(sure.rows()).isEqualTo(1);
    assertThat(sure.precision().value()).isEqualTo(1);
  }

  private static long number(Row row, String column) {
    return Long.parseLong(row.get(column));
  }

  private static GeneLinks links(String gold, String system) {
    List<GoldMention> mentions = new ArrayList<>();
    for (String mark : marks(gold)) {
      List<String> ids =
          Arrays.stream(after(mark).split("\\|")).filter(id -> !id.isEmpty()).toList();
      mentions.add(new GoldMention(span(mark), "GENE", "", ids, List.of()));
    }
    List<SystemSpan> spans = new ArrayList<>();
    for (String mark : marks(system)) {
      String[] columns = after(mark).split(";", -1);
      GeneDetails gene =
          new GeneDetails(
              list(columns[0]),
              list(columns[1]),
              columns[2].isEmpty() ? "" : "NCBITaxon:" + columns[2],
              columns[3].isEmpty() ? Double.NaN : Double.parseDouble(columns[3]));
      spans.add(new SystemSpan(span(mark), "GENE", "", "", Double.NaN, gene));
    }
    GeneLinkTable table = new GeneLinkTable(IDS, false);
    table.add(new GoldDocument(Document.of("1", "", "x".repeat(20)), mentions), spans);
    return table.links(0, 1);
  }

  private static List<String> marks(String text) {
    return Arrays.stream(text.split(" ")).filter(mark -> !mark.isEmpty()).toList();
  }

  private static String after(String mark) {
    return mark.substring(mark.indexOf('=') + 1);
  }

  private static List<String> list(String value) {
    return value.isEmpty() ? List.of() : List.of(value);
  }

  private static Span span(String mark) {
    int hyphen = mark.indexOf('-');
    return new Span(
        Integer.parseInt(mark.substring(0, hyphen)),
        Integer.parseInt(mark.substring(hyphen + 1, mark.indexOf('='))));
  }
}
