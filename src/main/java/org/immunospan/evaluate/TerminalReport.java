package org.immunospan.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.immunospan.text.Quantity;

/** The result as plain text tables, for a terminal of 100 columns. */
public final class TerminalReport {

  private final Evaluation evaluation;
  private final int top;
  private final StringBuilder out = new StringBuilder();

  private TerminalReport(Evaluation evaluation, int top) {
    this.evaluation = evaluation;
    this.top = top;
  }

  /**
   * Writes the report.
   *
   * @param differences to another system; empty for none
   * @param seen whether a training corpus was given
   * @param top how many of the most frequent errors to show
   */
  public static String of(
      Evaluation evaluation, List<Difference> differences, boolean seen, int top) {
    TerminalReport report = new TerminalReport(evaluation, top);
    report.scores();
    report.schemes();
    report.links();
    if (seen) {
      report.seen();
    }
    report.differences(differences);
    report.errors();
    return report.out.toString();
  }

  private void scores() {
    Settings settings = evaluation.settings();
    Scheme scheme = settings.scheme();
    heading(
        "%s: %s; %s%s"
            .formatted(
                scheme.label(),
                scheme.meaning(),
                Quantity.of(evaluation.gold().documents().size(), "document"),
                settings.resamples() > 0
                    ? "; 95 % intervals of " + settings.resamples() + " resamples"
                    : ""));
    TextTable table = new TextTable().row("", "P", "", "R", "", "F1", "", "TP", "FP", "FN");
    List<ScoreRow> rows = new ArrayList<>(evaluation.rows(scheme));
    evaluation.bc2Official().ifPresent(rows::add);
    evaluation.bc2Strict().ifPresent(rows::add);
    for (ScoreRow row : rows) {
      table.row(
          row.label(),
          Decimals.score(row.precision().value()),
          Decimals.interval(row.precision().interval()),
          Decimals.score(row.recall().value()),
          Decimals.interval(row.recall().interval()),
          Decimals.score(row.f1().value()),
          Decimals.interval(row.f1().interval()),
          row.score().map(s -> Decimals.count(s.truePositives())).orElse(""),
          row.score().map(s -> Decimals.count(s.falsePositives())).orElse(""),
          row.score().map(s -> Decimals.count(s.falseNegatives())).orElse(""));
    }
    out.append(table.text());
  }

  private void schemes() {
    heading("F1 by scheme");
    TextTable table = new TextTable();
    List<String> head = new ArrayList<>(List.of(""));
    List<List<ScoreRow>> all = new ArrayList<>();
    for (Scheme scheme : Scheme.values()) {
      head.add(scheme.label());
      all.add(evaluation.rows(scheme));
    }
    table.row(head.toArray(String[]::new));
    for (int i = 0; i < all.get(0).size(); i++) {
      List<String> cells = new ArrayList<>(List.of(all.get(0).get(i).label()));
      for (List<ScoreRow> rows : all) {
        cells.add(Decimals.score(rows.get(i).f1().value()));
      }
      table.row(cells.toArray(String[]::new));
    }
    out.append(table.text());
  }

  private void links() {
    boolean lineage = evaluation.settings().hierarchy() != Hierarchy.NONE;
    TextTable table =
        new TextTable()
            .row(
                "",
                "right",
                "of",
                "share",
                "P",
                "R",
                "F1",
                "P",
                "R",
                "F1",
                lineage ? "lineage F1" : "");
    boolean any = false;
    for (int row = 0; row < evaluation.settings().filters().size(); row++) {
      LinkScore link = evaluation.links(row);
      if (!link.isDefined()) {
        continue;
      }
      any = true;
      if (!link.isLinked()) {
        table.row(evaluation.label(row), "", Long.toString(link.linkable()), LinkScore.NOT_LINKED);
        continue;
      }
      Score end = link.endToEnd();
      Score document = link.document();
      table.row(
          evaluation.label(row),
          Long.toString(link.linked()),
          Long.toString(link.linkable()),
          Decimals.score(link.accuracy()),
          Decimals.score(end.precision()),
          Decimals.score(end.recall()),
          Decimals.score(end.f1()),
          Decimals.score(document.precision()),
          Decimals.score(document.recall()),
          Decimals.score(document.f1()),
          Decimals.score(link.lineage().f1()));
    }
    if (any) {
      heading(
          "identifiers: given a right span; span and identifier (P R F1); set per document (P R F1)");
      out.append(table.text());
      for (int row = 0; row < evaluation.settings().filters().size(); row++) {
        LinkScore link = evaluation.links(row);
        if (link.isLinked() && link.lineage().gold() > 0) {
          out.append(
              "  of the %s wrong identifiers of %s: %s too general, %s too specific, %s unrelated, %s missing\n"
                  .formatted(
                      link.linkable() - link.linked(),
                      evaluation.label(row),
                      link.moreGeneral(),
                      link.moreSpecific(),
                      link.unrelated(),
                      link.unlinked()));
        }
      }
    }
  }

  private void seen() {
    heading("strict recall on texts seen in training and not");
    TextTable table = new TextTable().row("", "seen", "of", "unseen", "of");
    for (int row = 0; row < evaluation.settings().filters().size(); row++) {
      SeenRecall seen = evaluation.seen(row);
      table.row(
          seen.label(),
          Decimals.score(seen.onSeen()),
          Long.toString(seen.seen()),
          Decimals.score(seen.onUnseen()),
          Long.toString(seen.unseen()));
    }
    out.append(table.text());
  }

  private void differences(List<Difference> differences) {
    if (differences.isEmpty()) {
      return;
    }
    Settings settings = evaluation.settings();
    heading(
        "F1 (%s) against the other system; p of a paired randomisation test, %s rounds"
            .formatted(settings.scheme().label(), settings.shuffles()));
    TextTable table = new TextTable().row("", "F1", "other", "difference", "p");
    for (Difference d : differences) {
      table.row(
          d.label(),
          Decimals.score(d.f1()),
          Decimals.score(d.otherF1()),
          (d.difference() > 0 ? "+" : "") + Decimals.score(d.difference()),
          Decimals.score(d.pValue()));
    }
    out.append(table.text());
  }

  private void errors() {
    List<MentionError> errors = evaluation.errors();
    if (errors.isEmpty()) {
      return;
    }
    Map<ErrorClass, Long> missed = evaluation.errorClasses(true);
    Map<ErrorClass, Long> spurious = evaluation.errorClasses(false);
    heading("errors by class (strict)");
    TextTable table = new TextTable().row("", "missed", "spurious");
    for (ErrorClass errorClass : ErrorClass.values()) {
      long m = missed.getOrDefault(errorClass, 0L);
      long s = spurious.getOrDefault(errorClass, 0L);
      if (m + s > 0) {
        table.row(errorClass.label(), Long.toString(m), Long.toString(s));
      }
    }
    out.append(table.text());
    frequent("most often missed", errors, true);
    frequent("most often spurious", errors, false);
  }

  private void frequent(String title, List<MentionError> errors, boolean missed) {
    List<Map.Entry<String, Long>> entries = ErrorRanking.of(evaluation, errors, missed, top);
    if (!entries.isEmpty()) {
      out.append("  ")
          .append(title)
          .append(": ")
          .append(
              entries.stream()
                  .map(e -> e.getKey() + (e.getValue() > 1 ? " ×" + e.getValue() : ""))
                  .collect(Collectors.joining(", ")))
          .append('\n');
    }
  }

  private void heading(String text) {
    out.append(out.isEmpty() ? "" : "\n").append(text).append('\n');
  }
}
