package org.immunospan.therapy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.immunospan.golden.GoldenTable;
import org.immunospan.golden.Row;
import org.immunospan.resource.FileSource;
import org.immunospan.text.Concept;
import org.immunospan.text.EntityType;
import org.immunospan.text.Grounding;
import org.immunospan.text.Mention;
import org.immunospan.text.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TherapyTargetsTest {

  private static TherapyTargets targets;

  @BeforeAll
  static void load() throws IOException {
    targets = TherapyTargets.read(FileSource.shipped());
  }

  @GoldenTable("therapy/targets.tsv")
  void finds_the_genes_that_a_name_says_the_therapy_acts_on(Row row) {
    StringBuilder text = new StringBuilder();
    List<Mention> mentions = new ArrayList<>();
    int therapy = 0;
    int gene = 0;
    for (char c : row.get("text").toCharArray()) {
      switch (c) {
        case '{' -> therapy = text.length();
        case '[' -> gene = text.length();
        case ']' -> mentions.add(gene(new Span(gene, text.length()), text));
        case '}' -> mentions.add(Mention.of(new Span(therapy, text.length()), EntityType.THERAPY));
        default -> text.append(c);
      }
    }
    mentions.sort(Mention.ORDER);

    assertThat(targets.add(text.toString(), mentions))
        .filteredOn(mention -> mention.type() == EntityType.THERAPY)
        .singleElement()
        .satisfies(
            found ->
                assertThat(found.targets())
                    .isEqualTo(
                        Stream.of(row.get("target").split("\\|"))
                            .filter(name -> !name.isEmpty())
                            .map(TherapyTargetsTest::identifier)
                            .toList()));
  }

  @Test
  void gives_a_short_form_the_targets_of_its_long_form() {
    String text = "ACE inhibitor (ACEi)";
    Mention longForm = Mention.of(new Span(0, 13), EntityType.THERAPY);
    Mention shortForm =
        Mention.of(new Span(15, 19), EntityType.THERAPY).withLongForm("ACE inhibitor");

    assertThat(
            targets.add(
                text, List.of(longForm, gene(new Span(0, 3), new StringBuilder(text)), shortForm)))
        .filteredOn(mention -> mention.type() == EntityType.THERAPY)
        .allSatisfy(found -> assertThat(found.targets()).containsExactly(identifier("ACE")));
  }

  private static Mention gene(Span span, StringBuilder text) {
    String name = text.substring(span.begin(), span.end());
    return Mention.of(span, EntityType.GENE)
        .withGrounding(Grounding.of(new Concept(identifier(name), name), 1, ""));
  }

  private static String identifier(String name) {
    return "gene:" + name.replace(' ', '_');
  }
}
