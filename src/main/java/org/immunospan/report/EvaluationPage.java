package org.immunospan.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.immunospan.evaluate.ComparedDocument;
import org.immunospan.evaluate.Estimate;
import org.immunospan.evaluate.EvaluationReport;
import org.immunospan.evaluate.EvaluationReport.ErrorClassCount;
import org.immunospan.evaluate.GeneLinks;
import org.immunospan.evaluate.ScoreRow;
import org.immunospan.report.pages.JteevaluationGenerated;
import org.immunospan.text.Decimals;
import org.immunospan.text.Quantity;

/**
 * The result as one HTML page that needs nothing else: scores with intervals as a picture,
 * confusion of types, classes of errors, and documents with gold and system marked next to each
 * other. Light or dark as the reader's system is. The template is {@code evaluation.jte}.
 *
 * @param report what the page shows
 */
public record EvaluationPage(EvaluationReport report) {

  /** The number of documents that a page can hold. */
  public static final int DOCUMENTS = 300;

  /** The number of frequent errors that a page shows. */
  public static final int NAMES = 15;

  /** The number of colours for types in the style sheet. */
  static final int COLOURS = 6;

  /** Writes the page; the caller closes the writer. */
  public static void write(EvaluationReport report, Writer writer) {
    JteevaluationGenerated.render(
        new OwaspHtmlTemplateOutput(new WriterOutput(writer)), null, new EvaluationPage(report));
  }

  public String styles() {
    return StaticFiles.read("page.css");
  }

  public String script() {
    return StaticFiles.read("evaluation.js");
  }

  public String summary() {
    EvaluationReport.GoldSummary gold = report.gold();
    StringBuilder text = new StringBuilder();
    text.append(Quantity.of(gold.documents(), "document")).append(" and ");
    text.append(Quantity.of(gold.mentions(), "gold mention"));
    text.append(", read as ").append(gold.format()).append('.');
    if (gold.notAtTheirText() > 0) {
      text.append(" Not where their text is: ")
          .append(Quantity.of(gold.notAtTheirText(), "gold mention"))
          .append('.');
    }
    if (gold.ignoredSpans() > 0) {
      text.append(" Not scored, since they touch gold that could not be placed: ")
          .append(Quantity.of(gold.ignoredSpans(), "system span"))
          .append('.');
    }
    if (!gold.typesLeftOut().isEmpty()) {
      text.append(" Types left out: ")
          .append(String.join(", ", gold.typesLeftOut().keySet()))
          .append('.');
    }
    return text.toString();
  }

  /** Rows of the chosen scheme, and the official score of BC2GM gold. */
  public List<ScoreRow> scores() {
    List<ScoreRow> rows = new ArrayList<>(report.chosen().rows());
    report.bc2().stream().limit(1).forEach(rows::add);
    return rows;
  }

  public ForestPlot forestPlot() {
    return ForestPlot.of(scores());
  }

  public String score(double value) {
    return Decimals.score(value);
  }

  public String interval(Estimate estimate) {
    return Intervals.text(estimate.interval());
  }

  /** Right, spurious and missed mentions; empty for a mean of types. */
  public List<String> counts(ScoreRow row) {
    return row.score()
        .map(
            s ->
                List.of(
                    Decimals.count(s.truePositives()),
                    Decimals.count(s.falsePositives()),
                    Decimals.count(s.falseNegatives())))
        .orElse(List.of("", "", ""));
  }

  public String signed(double value) {
    return (value > 0 ? "+" : "") + Decimals.score(value);
  }

  /** A cell of the confusion of types: its count and how strongly it is coloured, in percent. */
  public record HeatCell(String count, String colour, String share) {}

  public List<HeatCell> heat(int row) {
    List<Long> counts = report.confusion().counts().get(row);
    long sum = counts.stream().mapToLong(Long::longValue).sum();
    List<HeatCell> cells = new ArrayList<>();
    for (int column = 0; column < counts.size(); column++) {
      boolean nothing = row == report.types().size() && column == report.types().size();
      long count = counts.get(column);
      double share = sum == 0 || count == 0 ? 0 : 8 + 62.0 * count / sum;
      cells.add(
          new HeatCell(
              nothing ? "" : Long.toString(count),
              row == column ? "accent" : "wrong",
              Decimals.fixed(share, 0)));
    }
    return cells;
  }

  /** Precision over coverage of the identifiers of genes, in a box of 100 by 100. */
  public String geneCurve(GeneLinks genes) {
    return genes.curve().stream()
        .map(
            point ->
                Decimals.fixed(100 * point.coverage(), 1)
                    + ","
                    + Decimals.fixed(100 - 100 * point.precision().value(), 1))
        .collect(Collectors.joining(" "));
  }

  /** The width of a bar in percent. */
  public String bar(long value) {
    long most =
        report.errorClasses().stream()
            .mapToLong((ErrorClassCount c) -> Math.max(c.missed(), c.spurious()))
            .max()
            .orElse(1);
    return Decimals.fixed(80.0 * value / most, 1);
  }

  /** The class of a mark of a type, by its index. */
  public static String typeClass(int typeIndex) {
    return "t" + typeIndex % COLOURS;
  }

  public List<MarkedText.Piece> marked(ComparedDocument document, boolean gold) {
    List<MarkedText.Mark> marks = new ArrayList<>();
    for (ComparedDocument.Side side : gold ? document.gold() : document.system()) {
      String outcome =
          side.outcome() == ComparedDocument.Outcome.RIGHT
              ? ""
              : " " + side.outcome().name().toLowerCase(Locale.ROOT);
      String identifier = side.identifier().isEmpty() ? "" : " " + side.identifier();
      marks.add(
          new MarkedText.Mark(
              side.begin(),
              side.end(),
              typeClass(side.typeIndex()) + outcome,
              report.types().get(side.typeIndex()) + identifier));
    }
    return MarkedText.of(document.text(), marks);
  }
}
