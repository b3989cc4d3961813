package org.immunospan.report;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.evaluate.Estimate;
import org.immunospan.evaluate.Interval;
import org.immunospan.evaluate.ScoreRow;
import org.immunospan.text.Decimals;

/**
 * Precision, recall and F1 of every row as dots on their intervals: the positions of a picture. All
 * lengths are in units of the picture.
 */
public record ForestPlot(int width, int height, List<Label> labels, List<Panel> panels) {

  private static final int LABEL = 140;
  private static final int PANEL = 300;
  private static final int GAP = 20;
  private static final int ROW = 34;
  private static final int HEAD = 34;
  private static final int FOOT = 26;
  private static final int VALUE = 52;

  /** The name of a row and where its upper line is. */
  public record Label(String text, int y) {}

  /** One figure of all rows. */
  public record Panel(
      String title, int x, int right, int top, int bottom, List<Tick> ticks, List<Dot> dots) {}

  /** A line of the grid. */
  public record Tick(String x, String label) {}

  /**
   * One figure of one row.
   *
   * @param low left end of the interval; empty without an interval
   * @param colour a CSS colour
   */
  public record Dot(
      String x, int y, String low, String high, String colour, String title, String label) {}

  static ForestPlot of(List<ScoreRow> rows) {
    double low = floor(rows);
    int bottom = HEAD + rows.size() * ROW;
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      labels.add(new Label(rows.get(i).label(), HEAD + i * ROW));
    }
    String[] titles = {"Precision", "Recall", "F1"};
    List<Panel> panels = new ArrayList<>();
    for (int panel = 0; panel < titles.length; panel++) {
      int x = LABEL + panel * (PANEL + GAP);
      List<Dot> dots = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        ScoreRow row = rows.get(i);
        Estimate estimate = panel == 0 ? row.precision() : panel == 1 ? row.recall() : row.f1();
        if (!Double.isNaN(estimate.value())) {
          dots.add(dot(estimate, x, HEAD + i * ROW + ROW / 2, low, colour(row, i)));
        }
      }
      panels.add(new Panel(titles[panel], x, x + PANEL, HEAD - 6, bottom, ticks(x, low), dots));
    }
    return new ForestPlot(LABEL + 3 * PANEL + 2 * GAP, bottom + FOOT, labels, panels);
  }

  private static String colour(ScoreRow row, int index) {
    boolean type = row.score().isPresent() && !row.label().equals(ScoreRow.ALL);
    return type ? "var(--c" + index % EvaluationPage.COLOURS + ")" : "var(--ink)";
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

  private static List<Tick> ticks(int x, double low) {
    List<Tick> ticks = new ArrayList<>();
    int steps = (int) Math.round((1 - low) * 10);
    int every = steps > 6 ? 2 : 1;
    for (int step = steps; step >= 0; step -= every) {
      double value = low + step / 10.0;
      ticks.add(new Tick(at(value, x, low), Decimals.fixed(value, 1)));
    }
    return ticks;
  }

  private static Dot dot(Estimate estimate, int x, int y, double low, String colour) {
    Interval interval = estimate.interval();
    boolean hasInterval = !Double.isNaN(interval.low());
    return new Dot(
        at(estimate.value(), x, low),
        y,
        hasInterval ? at(interval.low(), x, low) : "",
        hasInterval ? at(interval.high(), x, low) : "",
        colour,
        (Decimals.score(estimate.value()) + " " + Intervals.text(interval)).strip(),
        Decimals.fixed(estimate.value(), 3));
  }

  private static String at(double value, int x, double low) {
    return Decimals.fixed(x + 8 + (value - low) / (1 - low) * (PANEL - VALUE - 16), 1);
  }
}
