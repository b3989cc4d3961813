package org.immunospan.evaluate;

import java.util.List;
import java.util.Locale;

/** Precision, recall and F1 of every row as dots on their intervals, drawn as SVG. */
final class ForestPlot {

  private static final int LABEL = 140;
  private static final int PANEL = 300;
  private static final int GAP = 20;
  private static final int ROW = 34;
  private static final int HEAD = 34;
  private static final int FOOT = 26;
  private static final int VALUE = 52;

  private ForestPlot() {}

  static String of(List<ScoreRow> rows) {
    double low = floor(rows);
    int width = LABEL + 3 * PANEL + 2 * GAP;
    int bottom = HEAD + rows.size() * ROW;
    StringBuilder svg = new StringBuilder();
    add(
        svg,
        "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Scores with 95 %% intervals\">%n",
        width,
        bottom + FOOT);
    for (int i = 0; i < rows.size(); i++) {
      int y = HEAD + i * ROW;
      add(
          svg,
          "<line class=\"rule\" x1=\"0\" x2=\"%d\" y1=\"%d\" y2=\"%d\"/>"
              + "<text x=\"0\" y=\"%d\">%s</text>%n",
          width,
          y,
          y,
          y + ROW / 2 + 5,
          Html.escape(rows.get(i).label()));
    }
    String[] titles = {"Precision", "Recall", "F1"};
    for (int panel = 0; panel < 3; panel++) {
      int x = LABEL + panel * (PANEL + GAP);
      add(svg, "<text class=\"head\" x=\"%d\" y=\"18\">%s</text>%n", x, titles[panel]);
      axis(svg, x, low, bottom);
      for (int i = 0; i < rows.size(); i++) {
        ScoreRow row = rows.get(i);
        Estimate estimate = panel == 0 ? row.precision() : panel == 1 ? row.recall() : row.f1();
        dot(svg, estimate, x, HEAD + i * ROW + ROW / 2, low, colour(row, i));
      }
    }
    return svg.append("</svg>\n").toString();
  }

  private static String colour(ScoreRow row, int index) {
    boolean type = row.score().isPresent() && !row.label().equals(ScoreRow.ALL);
    return type ? "var(--c" + index % HtmlReport.COLOURS + ")" : "var(--ink)";
  }

  /** Where the axis begins: a tenth below the smallest figure. */
  private static double floor(List<ScoreRow> rows) {
    double least = 1;
    for (ScoreRow row : rows) {
      for (Estimate e : List.of(row.precision(), row.recall(), row.f1())) {
        double end = Double.isNaN(e.interval().low()) ? e.value() : e.interval().low();
        least = Double.isNaN(end) ? least : Math.min(least, end);
      }
    }
    return Math.max(0, Math.min(0.8, Math.floor(least * 10 - 0.2) / 10));
  }

  private static void axis(StringBuilder svg, int x, double low, int bottom) {
    int steps = (int) Math.round((1 - low) * 10);
    int every = steps > 6 ? 2 : 1;
    for (int step = steps; step >= 0; step -= every) {
      double value = low + step / 10.0;
      double at = at(value, x, low);
      add(
          svg,
          "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>"
              + "<text class=\"soft\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.1f</text>%n",
          at,
          at,
          HEAD - 6,
          bottom,
          at,
          bottom + 18,
          value);
    }
  }

  private static void dot(
      StringBuilder svg, Estimate estimate, int x, int y, double low, String colour) {
    if (Double.isNaN(estimate.value())) {
      return;
    }
    Interval interval = estimate.interval();
    if (!Double.isNaN(interval.low())) {
      add(
          svg,
          "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"5\""
              + " stroke-opacity=\".35\" stroke-linecap=\"round\"/>",
          at(interval.low(), x, low),
          at(interval.high(), x, low),
          y,
          y,
          colour);
    }
    add(
        svg,
        "<circle cx=\"%.1f\" cy=\"%d\" r=\"5\" fill=\"%s\"><title>%s %s</title></circle>"
            + "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n",
        at(estimate.value(), x, low),
        y,
        colour,
        Decimals.score(estimate.value()),
        Decimals.interval(interval),
        x + PANEL,
        y + 5,
        Decimals.fixed(estimate.value(), 3));
  }

  private static double at(double value, int x, double low) {
    return x + 8 + (value - low) / (1 - low) * (PANEL - VALUE - 16);
  }

  private static void add(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
  }
}
