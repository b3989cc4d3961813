package org.immunospan.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.immunospan.segment.OneSentence;
import org.immunospan.text.Concept;
import org.immunospan.text.EntityType;
import org.immunospan.text.Grounding;
import org.immunospan.text.Mention;
import org.immunospan.text.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbbreviationPropagationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tumor necrosis factor (TNF) rose; anti-TNF fell. | Tumor necrosis factor"
            + " | Tumor necrosis factor, TNF=Tumor necrosis factor, TNF=Tumor necrosis factor",
        "Serum tumor necrosis factor (TNF) rose. | Serum tumor necrosis factor"
            + " | Serum tumor necrosis factor, TNF=tumor necrosis factor",
        "Multiple sclerosis (MS) and MSX. | MSX | MSX",
        "Plasma exchange (PE) or PE2. | exchange | exchange",
        "Interleukin 2 alone, IL-2. | Interleukin 2 | Interleukin 2",
      })
  void carries_a_mention_from_the_long_to_the_short_form(
      String text, String marked, String expected) {
    Mention mention =
        Mention.of(
                new Span(text.indexOf(marked), text.indexOf(marked) + marked.length()),
                EntityType.GENE)
            .withGrounding(Grounding.of(new Concept("hgnc:1", "A"), Double.NaN, ""));

    List<Mention> carried =
        new AbbreviationPropagation().carry(OneSentence.of(text), List.of(mention));

    assertThat(carried)
        .extracting(
            found ->
                found.span().of(text) + (found.longForm().isEmpty() ? "" : "=" + found.longForm()))
        .isEqualTo(Arrays.asList(expected.split(", ", -1)));
    assertThat(carried).allSatisfy(found -> assertThat(found.concepts()).hasSize(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Inhibition of Smoothened (Smo) | Inhibition of Smoothened | Inhibition of Smoothened",
        "After low-power laser (LPL) or LPL | low-power laser | low-power laser, LPL, LPL",
      })
  void a_therapy_that_is_more_than_the_long_form_is_not_abbreviated(
      String text, String marked, String expected) {
    int begin = text.indexOf(marked);
    Mention mention = Mention.of(new Span(begin, begin + marked.length()), EntityType.THERAPY);

    List<Mention> carried =
        new AbbreviationPropagation().carry(OneSentence.of(text), List.of(mention));

    assertThat(carried)
        .extracting(found -> found.span().of(text))
        .containsExactly(expected.split(", ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "resiniferatoxin | drugbank:1 | a | '' | '' | drugbank:1",
        "resiniferatoxin | drugbank:2 | a | drugbank:3 | a | drugbank:2",
        "resiniferatoxin | drugbank:2 | a | drugbank:3 | mine | drugbank:3",
        "resiniferatoxin | '' | '' | drugbank:3 | a | drugbank:3",
      })
  void a_short_form_has_the_concept_and_class_of_its_long_form(
      String longForm,
      String longIdentifier,
      String longSource,
      String shortIdentifier,
      String shortSource,
      String expected) {
    String text = longForm + " (RTX) rose";
    int at = text.indexOf("RTX");
    Mention named = therapy(new Span(0, longForm.length()), "drug", longIdentifier, longSource);
    Mention found = therapy(new Span(at, at + 3), "biologic", shortIdentifier, shortSource);

    Mention carried =
        new AbbreviationPropagation().carry(OneSentence.of(text), List.of(named, found)).get(1);

    assertThat(carried.concepts()).extracting(Concept::identifier).containsExactly(expected);
    assertThat(carried.subtype()).isEqualTo(expected.equals(longIdentifier) ? "drug" : "biologic");
    assertThat(carried.longForm()).isEqualTo(longForm);
  }

  private static Mention therapy(Span span, String subtype, String identifier, String source) {
    Grounding grounding =
        identifier.isEmpty()
            ? Grounding.unlinked()
            : Grounding.of(new Concept(identifier, "A"), 1, source);
    return new Mention(span, EntityType.THERAPY, subtype, grounding, 1, "");
  }
}
