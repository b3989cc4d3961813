package org.immunospan.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.immunospan.tables.Overview.Pair;
import org.immunospan.text.Decimals;

/**
 * The strongest pairs as a picture of dots and lines. Dots push each other away and lines pull
 * (Fruchterman and Reingold 1991); the start is a circle, so the same pairs give the same picture.
 */
public record NetworkPlot(int width, int height, List<Node> nodes, List<Edge> edges) {

  private static final int WIDTH = 1100;
  private static final int HEIGHT = 620;
  private static final int MARGIN = 92;
  private static final int ROUNDS = 400;
  private static final int LONGEST = 28;

  /** The height of a label, and the width of one of its characters. */
  private static final double LABEL_HEIGHT = 14;

  private static final double LABEL_CHARACTER = 6.6;

  /** The height of a dot with its label. */
  private static final double ROOM = 42;

  /** A concept; the label is centred at {@code labelX} and stands on {@code labelY}. */
  public record Node(
      String x,
      String y,
      String radius,
      String cssClass,
      String label,
      String labelX,
      String labelY) {}

  private record Box(double left, double top, double right, double bottom) {

    double overlap(Box other) {
      double width = Math.min(right, other.right) - Math.max(left, other.left);
      double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
      return width > 0 && height > 0 ? width * height : 0;
    }
  }

  /** A pair of concepts. */
  public record Edge(
      String x1,
      String y1,
      String x2,
      String y2,
      String width,
      String title,
      String shown,
      String sentences) {}

  static NetworkPlot of(List<Pair> pairs) {
    Map<List<String>, Integer> nodes = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      nodes.putIfAbsent(List.of(pair.typeA(), pair.nameA()), nodes.size());
      nodes.putIfAbsent(List.of(pair.typeB(), pair.nameB()), nodes.size());
    }
    int[][] lines = new int[pairs.size()][];
    double[] weights = new double[nodes.size()];
    for (int i = 0; i < lines.length; i++) {
      Pair pair = pairs.get(i);
      int a = nodes.get(List.of(pair.typeA(), pair.nameA()));
      int b = nodes.get(List.of(pair.typeB(), pair.nameB()));
      lines[i] = new int[] {a, b};
      weights[a] += pair.score();
      weights[b] += pair.score();
    }
    double[][] places = places(nodes.size(), lines);
    separate(List.copyOf(nodes.keySet()), places);
    List<Node> dots = dots(List.copyOf(nodes.keySet()), weights, places);
    double strongest = pairs.stream().mapToDouble(Pair::score).max().orElse(1);
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      double[] from = places[lines[i][0]];
      double[] to = places[lines[i][1]];
      edges.add(
          new Edge(
              Decimals.fixed(from[0], 1),
              Decimals.fixed(from[1], 1),
              Decimals.fixed(to[0], 1),
              Decimals.fixed(to[1], 1),
              Decimals.fixed(1 + 5 * pairs.get(i).score() / strongest, 1),
              TablesPage.title(pairs.get(i)),
              TablesPage.shown(pairs.get(i)),
              TablesPage.numbers(pairs.get(i).sentences())));
    }
    return new NetworkPlot(WIDTH, HEIGHT, dots, edges);
  }

  private static List<Node> dots(List<List<String>> concepts, double[] weights, double[][] places) {
    double most = Arrays.stream(weights).max().orElse(1);
    double[] radius = Arrays.stream(weights).map(w -> 5 + 9 * Math.sqrt(w / most)).toArray();
    List<Box> taken = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      taken.add(box(places[i][0], places[i][1] + radius[i], 2 * radius[i], 2 * radius[i]));
    }
    List<Node> dots = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      String label = shortened(concepts.get(i).get(1));
      Box box = label(places[i], radius[i], LABEL_CHARACTER * label.length(), taken);
      taken.add(box);
      dots.add(
          new Node(
              Decimals.fixed(places[i][0], 1),
              Decimals.fixed(places[i][1], 1),
              Decimals.fixed(radius[i], 1),
              TablesPage.typeClass(concepts.get(i).get(0)),
              label,
              Decimals.fixed((box.left() + box.right()) / 2, 1),
              Decimals.fixed(box.bottom() - 3, 1)));
    }
    return dots;
  }

  /** The place above, below or next to a dot where its label hides least. */
  private static Box label(double[] dot, double radius, double width, List<Box> taken) {
    double beside = radius + 4 + width / 2;
    double middle = dot[1] + LABEL_HEIGHT / 2;
    return Stream.of(
            box(dot[0], dot[1] - radius - 1, width, LABEL_HEIGHT),
            box(dot[0], dot[1] + radius + 1 + LABEL_HEIGHT, width, LABEL_HEIGHT),
            box(dot[0] + beside, middle, width, LABEL_HEIGHT),
            box(dot[0] - beside, middle, width, LABEL_HEIGHT))
        .min(Comparator.comparingDouble(box -> covered(box, taken)))
        .orElseThrow();
  }

  private static double covered(Box box, List<Box> taken) {
    Box frame = new Box(0, 0, WIDTH, HEIGHT);
    double outside = LABEL_HEIGHT * (box.right() - box.left()) - box.overlap(frame);
    return outside + taken.stream().mapToDouble(box::overlap).sum();
  }

  private static Box box(double middle, double bottom, double width, double height) {
    return new Box(middle - width / 2, bottom - height, middle + width / 2, bottom);
  }

  private static String shortened(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1).strip() + "…";
  }

  private static double[][] places(int nodes, int[][] lines) {
    double[][] places = new double[nodes][2];
    for (int i = 0; i < nodes; i++) {
      places[i][0] = StrictMath.cos(2 * Math.PI * i / nodes);
      places[i][1] = StrictMath.sin(2 * Math.PI * i / nodes);
    }
    double distance = 2.4 / Math.sqrt(Math.max(1, nodes));
    for (int round = 0; round < ROUNDS; round++) {
      double[][] moves = new double[nodes][2];
      for (int i = 0; i < nodes; i++) {
        for (int j = 0; j < nodes; j++) {
          push(places[i], places[j], moves[i], distance);
        }
        // A weak pull to the middle keeps parts without a line between them together.
        moves[i][0] -= 0.35 * places[i][0];
        moves[i][1] -= 0.6 * places[i][1];
      }
      for (int[] line : lines) {
        pull(places[line[0]], places[line[1]], moves[line[0]], moves[line[1]], distance);
      }
      double step = 0.08 * (1 - (double) round / ROUNDS);
      for (int i = 0; i < nodes; i++) {
        double length = Math.max(1e-9, Math.sqrt(square(moves[i][0]) + square(moves[i][1])));
        places[i][0] += moves[i][0] / length * Math.min(length, step);
        places[i][1] += moves[i][1] / length * Math.min(length, step);
      }
    }
    fit(places);
    return places;
  }

  private static double square(double value) {
    return value * value;
  }

  private static void push(double[] place, double[] other, double[] move, double distance) {
    double x = place[0] - other[0];
    double y = place[1] - other[1];
    double squared = Math.max(1e-6, square(x) + square(y));
    move[0] += x / squared * square(distance);
    move[1] += y / squared * square(distance);
  }

  private static void pull(
      double[] a, double[] b, double[] moveA, double[] moveB, double distance) {
    double x = a[0] - b[0];
    double y = a[1] - b[1];
    double length = Math.sqrt(square(x) + square(y));
    moveA[0] -= x * length / distance;
    moveA[1] -= y * length / distance;
    moveB[0] += x * length / distance;
    moveB[1] += y * length / distance;
  }

  /** Moves dots apart until each has room for its label, as far as the frame allows. */
  private static void separate(List<List<String>> concepts, double[][] places) {
    double[] widths =
        concepts.stream()
            .mapToDouble(c -> LABEL_CHARACTER * shortened(c.get(1)).length())
            .toArray();
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < places.length; i++) {
        for (int j = 0; j < i; j++) {
          double x = places[i][0] - places[j][0];
          double y = places[i][1] - places[j][1];
          double lacksWidth = (widths[i] + widths[j]) / 2 + LABEL_CHARACTER - Math.abs(x);
          double lacksHeight = ROOM - Math.abs(y);
          if (lacksWidth > 0 && lacksHeight > 0) {
            int axis = lacksWidth < lacksHeight ? 0 : 1;
            double move = Math.min(lacksWidth, lacksHeight) / 4;
            double sign = (axis == 0 ? x : y) < 0 ? -1 : 1;
            places[i][axis] += sign * move;
            places[j][axis] -= sign * move;
          }
        }
      }
      for (double[] place : places) {
        place[0] = Math.max(MARGIN, Math.min(WIDTH - MARGIN, place[0]));
        place[1] = Math.max(ROOM, Math.min(HEIGHT - ROOM, place[1]));
      }
    }
  }

  /** Stretches the picture to its frame. */
  private static void fit(double[][] places) {
    for (int axis = 0; axis < 2; axis++) {
      int of = axis;
      double least = Arrays.stream(places).mapToDouble(p -> p[of]).min().orElse(0);
      double most = Arrays.stream(places).mapToDouble(p -> p[of]).max().orElse(1);
      double size = (axis == 0 ? WIDTH : HEIGHT) - 2.0 * MARGIN;
      for (double[] place : places) {
        place[axis] =
            MARGIN
                + (most - least < 1e-9 ? size / 2 : (place[axis] - least) / (most - least) * size);
      }
    }
  }
}
