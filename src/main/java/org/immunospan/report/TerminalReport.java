package org.immunospan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.immunospan.evaluate.Difference;
import org.immunospan.evaluate.EvaluationReport;
import org.immunospan.evaluate.EvaluationReport.ErrorClassCount;
import org.immunospan.evaluate.EvaluationReport.SchemeScores;
import org.immunospan.evaluate.EvaluationSettings;
import org.immunospan.evaluate.FrequentName;
import org.immunospan.evaluate.GeneLinks;
import org.immunospan.evaluate.LinkScore;
import org.immunospan.evaluate.Reliability;
import org.immunospan.evaluate.Scheme;
import org.immunospan.evaluate.Score;
import org.immunospan.evaluate.ScoreRow;
import org.immunospan.evaluate.SeenRecall;
import org.immunospan.text.Decimals;
import org.immunospan.text.Quantity;

/** An evaluation as plain text tables, for a terminal of 100 columns. */
public final class TerminalReport {

  private final EvaluationReport report;
  private final StringBuilder out = new StringBuilder();

  private TerminalReport(EvaluationReport report) {
    this.report = report;
  }

  /**
   * The text of a report.
   *
   * @param top how many of the most frequent errors to show
   */
  public static String of(EvaluationReport report, int top) {
    TerminalReport text = new TerminalReport(report);
    text.scores();
    text.schemes();
    text.links();
    report.genes().ifPresent(text::genes);
    text.seen();
    text.differences();
    text.errors(top);
    report.reliability().ifPresent(text::reliability);
    return text.out.toString();
  }

  private void scores() {
    EvaluationSettings settings = report.settings();
    Scheme scheme = settings.scheme();
    heading(
        "%s: %s; %s%s"
            .formatted(
                scheme.label(),
                scheme.meaning(),
                Quantity.of(report.gold().documents(), "document"),
                settings.resamples() > 0
                    ? "; 95 % intervals of " + settings.resamples() + " resamples"
                    : ""));
    TextTable table = new TextTable().row("", "P", "", "R", "", "F1", "", "TP", "FP", "FN");
    List<ScoreRow> rows = new ArrayList<>(report.chosen().rows());
    rows.addAll(report.bc2());
    for (ScoreRow row : rows) {
      table.row(
          row.label(),
          Decimals.score(row.precision().value()),
          Intervals.text(row.precision().interval()),
          Decimals.score(row.recall().value()),
          Intervals.text(row.recall().interval()),
          Decimals.score(row.f1().value()),
          Intervals.text(row.f1().interval()),
          row.score().map(s -> Decimals.count(s.truePositives())).orElse(""),
          row.score().map(s -> Decimals.count(s.falsePositives())).orElse(""),
          row.score().map(s -> Decimals.count(s.falseNegatives())).orElse(""));
    }
    out.append(table.text());
    if (report.gold().leftOut() > 0) {
      out.append(
          "  not scored: %s that could not be placed, %s\n"
              .formatted(
                  Quantity.of(report.gold().leftOut(), "gold mention"),
                  "and "
                      + Quantity.of(report.gold().ignoredSpans(), "system span")
                      + " touching one"));
    }
  }

  private void schemes() {
    heading("F1 by scheme");
    TextTable table = new TextTable();
    List<String> head = new ArrayList<>(List.of(""));
    for (SchemeScores scheme : report.schemes()) {
      head.add(scheme.scheme().label());
    }
    table.row(head.toArray(String[]::new));
    List<ScoreRow> rows = report.chosen().rows();
    for (int i = 0; i < rows.size(); i++) {
      List<String> cells = new ArrayList<>(List.of(rows.get(i).label()));
      for (SchemeScores scheme : report.schemes()) {
        cells.add(Decimals.score(scheme.rows().get(i).f1().value()));
      }
      table.row(cells.toArray(String[]::new));
    }
    out.append(table.text());
  }

  private void links() {
    if (report.links().isEmpty()) {
      return;
    }
    heading(
        "identifiers: given a right span; span and identifier (P R F1); set per document (P R F1)");
    TextTable table = new TextTable();
    String last = report.hierarchical() ? "hierarchical F1" : "";
    table.row("", "right", "of", "share", "P", "R", "F1", "P", "R", "F1", last);
    for (LinkScore link : report.links()) {
      if (link.isLinked()) {
        link(table, link);
      } else {
        table.row(link.label(), "", Long.toString(link.linkable()), "not linked");
      }
    }
    out.append(table.text());
    for (LinkScore link : report.links()) {
      if (link.isLinked() && link.hierarchical().gold() > 0) {
        out.append(
            "  of the %s wrong identifiers of %s: %s too general, %s too specific, %s unrelated, %s missing\n"
                .formatted(
                    link.linkable() - link.linked(),
                    link.label(),
                    link.moreGeneral(),
                    link.moreSpecific(),
                    link.unrelated(),
                    link.unlinked()));
      }
    }
  }

  private static void link(TextTable table, LinkScore link) {
    Score end = link.endToEnd();
    Score document = link.document();
    table.row(
        link.label(),
        Long.toString(link.linked()),
        Long.toString(link.linkable()),
        Decimals.score(link.accuracy()),
        Decimals.score(end.precision()),
        Decimals.score(end.recall()),
        Decimals.score(end.f1()),
        Decimals.score(document.precision()),
        Decimals.score(document.recall()),
        Decimals.score(document.f1()),
        Decimals.score(link.hierarchical().f1()));
  }

  private void genes(GeneLinks genes) {
    heading(
        "identifiers of genes: given a right span; span and identifier (P R F1); set per document"
            + " (P R F1)");
    TextTable table = new TextTable();
    table.row("", "", "right", "of", "share", "", "P", "R", "F1", "", "P", "R", "F1", "");
    for (GeneLinks.Row row : genes.rows()) {
      LinkScore score = row.score();
      table.row(
          row.column(),
          row.species(),
          Long.toString(score.linked()),
          Long.toString(score.linkable()),
          Decimals.score(row.right().value()),
          Intervals.text(row.right().interval()),
          Decimals.score(score.endToEnd().precision()),
          Decimals.score(score.endToEnd().recall()),
          Decimals.score(row.f1().value()),
          Intervals.text(row.f1().interval()),
          Decimals.score(score.document().precision()),
          Decimals.score(score.document().recall()),
          Decimals.score(row.documentF1().value()),
          Intervals.text(row.documentF1().interval()));
    }
    out.append(table.text());
    heading("rows of genes with an hgnc identifier, from a link score on");
    TextTable curve =
        new TextTable().row("link score", "rows", "precision", "", "coverage", "recall");
    for (GeneLinks.Point point : genes.curve()) {
      curve.row(
          Decimals.fixed(point.linkScore(), 2),
          Long.toString(point.rows()),
          Decimals.score(point.precision().value()),
          Intervals.text(point.precision().interval()),
          Decimals.score(point.coverage()),
          Decimals.score(point.recall()));
    }
    out.append(curve.text());
  }

  private void seen() {
    if (report.seen().isEmpty()) {
      return;
    }
    heading("strict recall on texts seen in training and not");
    TextTable table = new TextTable().row("", "seen", "of", "unseen", "of");
    for (SeenRecall seen : report.seen()) {
      table.row(
          seen.label(),
          Decimals.score(seen.onSeen()),
          Long.toString(seen.seen()),
          Decimals.score(seen.onUnseen()),
          Long.toString(seen.unseen()));
    }
    out.append(table.text());
  }

  private void differences() {
    if (report.differences().isEmpty()) {
      return;
    }
    EvaluationSettings settings = report.settings();
    heading(
        "F1 (%s) against the other system; p of a paired randomisation test, %s rounds"
            .formatted(settings.scheme().label(), settings.shuffles()));
    TextTable table = new TextTable().row("", "F1", "other", "difference", "p");
    for (Difference d : report.differences()) {
      table.row(
          d.label(),
          Decimals.score(d.f1()),
          Decimals.score(d.otherF1()),
          (d.difference() > 0 ? "+" : "") + Decimals.score(d.difference()),
          Decimals.score(d.pValue()));
    }
    out.append(table.text());
  }

  private void errors(int top) {
    if (report.errorClasses().isEmpty()) {
      return;
    }
    heading("errors by class (strict)");
    TextTable table = new TextTable().row("", "missed", "spurious");
    for (ErrorClassCount count : report.errorClasses()) {
      table.row(
          count.errorClass().label(),
          Long.toString(count.missed()),
          Long.toString(count.spurious()));
    }
    out.append(table.text());
    frequent("most often missed", report.missed(), top);
    frequent("most often spurious", report.spurious(), top);
  }

  private void frequent(String title, List<FrequentName> names, int top) {
    if (!names.isEmpty() && top > 0) {
      out.append("  ")
          .append(title)
          .append(": ")
          .append(
              names.stream()
                  .limit(top)
                  .map(n -> n.name() + (n.count() > 1 ? " ×" + n.count() : ""))
                  .collect(Collectors.joining(", ")))
          .append('\n');
    }
  }

  private void reliability(Reliability reliability) {
    heading(
        "reliability of scores: strictly right spans among those of a score; mean distance "
            + Decimals.fixed(reliability.error(), 3));
    TextTable table = new TextTable().row("score", "spans", "mean score", "share right");
    List<Reliability.Bin> bins = reliability.bins();
    for (int i = 0; i < bins.size(); i++) {
      Reliability.Bin bin = bins.get(i);
      if (bin.spans() > 0) {
        table.row(
            Decimals.fixed(i / 10.0, 1) + " to " + Decimals.fixed((i + 1) / 10.0, 1),
            Long.toString(bin.spans()),
            Decimals.fixed(bin.meanScore(), 3),
            Decimals.fixed(bin.shareRight(), 3));
      }
    }
    out.append(table.text());
  }

  private void heading(String text) {
    out.append(out.isEmpty() ? "" : "\n").append(text).append('\n');
  }
}
