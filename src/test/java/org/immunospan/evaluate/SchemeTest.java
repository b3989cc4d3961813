package org.immunospan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.text.Decimals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Examples computed by hand. */
class SchemeTest {

  /**
   * The columns of a scheme are precision / recall as fractions of all rows together; {@code -} is
   * undefined.
   */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/golden/evaluate/schemes.tsv", delimiter = '\t', numLinesToSkip = 1)
  void scores_as_computed_by_hand(
      String why,
      String gold,
      String system,
      String strict,
      String exact,
      String partial,
      String type,
      String overlap) {
    Evaluation evaluation = Samples.evaluate(gold, system);

    List<String> found = new ArrayList<>();
    for (Scheme scheme : Scheme.values()) {
      found.add(fractions(evaluation.rows(scheme).get(3)));
    }
    assertThat(found).containsExactly(strict, exact, partial, type, overlap);
  }

  private static String fractions(ScoreRow row) {
    Score score = row.score().orElseThrow();
    return fraction(score.truePositives(), score.system())
        + " "
        + fraction(score.gold() - score.falseNegatives(), score.gold());
  }

  private static String fraction(double right, long of) {
    return of == 0 ? "-" : Decimals.count(right) + "/" + of;
  }

  @Test
  void counts_verdicts_on_both_sides_as_semeval_does() {
    Evaluation evaluation =
        Samples.evaluate(
            "GENE:0-5 GENE:10-15 GENE:20-25 GENE:30-35 GENE:40-45",
            "GENE:0-5 CELL:10-15 GENE:20-27 CELL:29-33 GENE:50-55");

    assertThat(goldVerdicts(evaluation, Scheme.STRICT)).containsExactly(1L, 3L, 0L, 1L, 0L);
    assertThat(goldVerdicts(evaluation, Scheme.EXACT)).containsExactly(2L, 2L, 0L, 1L, 0L);
    assertThat(goldVerdicts(evaluation, Scheme.PARTIAL)).containsExactly(2L, 0L, 2L, 1L, 0L);
    assertThat(goldVerdicts(evaluation, Scheme.TYPE)).containsExactly(2L, 2L, 0L, 1L, 0L);
    assertThat(evaluation.verdicts(Scheme.STRICT, 0, false, Verdict.SPURIOUS)).isEqualTo(1);
    assertThat(evaluation.verdicts(Scheme.STRICT, 1, false, Verdict.INCORRECT)).isEqualTo(2);
  }

  private static List<Long> goldVerdicts(Evaluation evaluation, Scheme scheme) {
    List<Long> counts = new ArrayList<>();
    for (Verdict verdict : Verdict.values()) {
      counts.add(evaluation.verdicts(scheme, 0, true, verdict));
    }
    return counts;
  }

  @Test
  void gives_rows_per_type_together_and_their_mean() {
    Evaluation evaluation =
        Samples.evaluate("GENE:0-5 GENE:10-15 CELL:20-25", "GENE:0-5 CELL:20-25");

    List<ScoreRow> rows = evaluation.rows(Scheme.STRICT);

    assertThat(rows)
        .extracting(ScoreRow::label)
        .containsExactly("GENE", "CELL", "THERAPY", "all", "mean of types");
    assertThat(rows.get(0).f1().value()).isEqualTo(2.0 / 3);
    assertThat(rows.get(1).f1().value()).isEqualTo(1);
    assertThat(rows.get(2).f1().value()).isNaN();
    assertThat(rows.get(3).f1().value()).isEqualTo(0.8);
    assertThat(rows.get(4).f1().value()).isEqualTo((2.0 / 3 + 1) / 2);
    assertThat(evaluation.gateF1()).isEqualTo(2.0 / 3);
  }

  @Test
  void ignores_gold_of_another_class_and_what_overlaps_it_alone() {
    List<TypeFilter> filters = List.of(TypeFilter.parse("CELL/immune"));
    Comparison comparison =
        Comparison.of(
            Samples.gold(
                    java.util.Map.of(
                        "1", Samples.marks("CELL/immune:0-5 CELL/other:10-15 CELL/other:4-8")))
                .documents()
                .get("1"),
            Samples.marks("CELL/other:0-5 CELL/immune:11-15 CELL:4-6 CELL:30-33").stream()
                .map(Samples.Mark::system)
                .toList(),
            filters);

    assertThat(comparison.gold()).extracting(Item::begin).containsExactly(0);
    assertThat(comparison.system()).extracting(Item::begin).containsExactly(0, 4, 30);
  }

  @Test
  void undefined_scores_are_not_numbers_and_print_as_nothing() {
    Score nothing = Score.of(0, 0, 0);

    assertThat(nothing.precision()).isNaN();
    assertThat(nothing.recall()).isNaN();
    assertThat(nothing.f1()).isNaN();
    assertThat(Decimals.score(nothing.f1())).isEmpty();
    assertThat(Score.of(0, 0, 3).f1()).isZero();
    assertThat(Score.of(0, 0, 3).precision()).isNaN();
  }

  @Test
  void rounds_the_exact_binary_value() {
    assertThat(Decimals.score(0.00005)).isEqualTo("0.0001");
    assertThat(Decimals.score(0.12345)).isEqualTo("0.1235");
    assertThat(Decimals.score(0.03125)).isEqualTo("0.0312");
    assertThat(Decimals.count(2.5)).isEqualTo("2.5");
    assertThat(Decimals.count(2)).isEqualTo("2");
  }
}
