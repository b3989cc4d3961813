package org.immunospan.crf;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * All that {@link Lbfgs} must know to go on: the point, the last steps, the last values. Steps are
 * kept in single precision, which halves the memory and costs no convergence. Written to a file and
 * read back, it continues as if it had not been interrupted, to the last bit.
 */
final class State {

  private static final int MAGIC = 0x43524631;

  /** Steps remembered. */
  private static final int MEMORY = 7;

  final double[] x;
  int iteration;

  /** Step k, oldest first, is at {@code (oldest + k) % MEMORY}. */
  private final float[][] s;

  private final float[][] y;
  private final double[] curvature = new double[MEMORY];
  private final double[] values = new double[Lbfgs.PERIOD + 1];
  private int steps;
  private double scale;

  /** Begins at 0. */
  State(int size) {
    x = new double[size];
    s = new float[MEMORY][];
    y = new float[MEMORY][];
  }

  int remembered() {
    return Math.min(steps, MEMORY);
  }

  float[] s(int k) {
    return s[slot(k)];
  }

  float[] y(int k) {
    return y[slot(k)];
  }

  /** s · y of step k. */
  double curvature(int k) {
    return curvature[slot(k)];
  }

  /** s · y / y · y of the last step, the scale of the first guess of the inverse Hessian. */
  double scale() {
    return scale;
  }

  private int slot(int k) {
    return (steps - remembered() + k) % MEMORY;
  }

  /** The value of the objective so many steps ago. */
  double value(int ago) {
    return iteration <= ago && ago > 0
        ? Double.POSITIVE_INFINITY
        : values[Math.floorMod(iteration - ago, values.length)];
  }

  void record(double value) {
    iteration++;
    values[iteration % values.length] = value;
  }

  /** Keeps a step and its change of gradient, unless the curvature along it is not positive. */
  void remember(
      double[] x, double[] nextX, double[] gradient, double[] nextGradient, Parallel parallel) {
    int slot = steps % MEMORY;
    if (s[slot] == null) {
      s[slot] = new float[x.length];
      y[slot] = new float[x.length];
    }
    float[] step = s[slot];
    float[] change = y[slot];
    parallel.ranges(
        x.length,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            step[i] = (float) (nextX[i] - x[i]);
            change[i] = (float) (nextGradient[i] - gradient[i]);
          }
        });
    double sy = parallel.sum(x.length, (from, to) -> dot(step, change, from, to));
    double yy = parallel.sum(x.length, (from, to) -> dot(change, change, from, to));
    if (sy > 0) {
      curvature[slot] = sy;
      scale = sy / yy;
      steps++;
    }
  }

  private static double dot(float[] a, float[] b, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /** Replaces the file at once, so that an interruption leaves the old one. */
  void write(Path file) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
      out.writeInt(MAGIC);
      out.writeInt(x.length);
      out.writeInt(iteration);
      out.writeInt(steps);
      out.writeDouble(scale);
      writeAll(out, x);
      writeAll(out, values);
      writeAll(out, curvature);
      for (int slot = 0; slot < remembered(); slot++) {
        for (int i = 0; i < x.length; i++) {
          out.writeFloat(s[slot][i]);
          out.writeFloat(y[slot][i]);
        }
      }
    }
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if the file is none of ours, or is about another number of weights
   */
  static State read(Path file, int size) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      int magic = in.readInt();
      int found = in.readInt();
      if (magic != MAGIC || found != size) {
        throw new IOException(
            "%s: found %s, expected a checkpoint of %s weights; delete it to begin anew"
                .formatted(
                    file, magic == MAGIC ? "one of " + found + " weights" : "another file", size));
      }
      State state = new State(size);
      state.iteration = in.readInt();
      state.steps = in.readInt();
      state.scale = in.readDouble();
      readAll(in, state.x);
      readAll(in, state.values);
      readAll(in, state.curvature);
      for (int slot = 0; slot < state.remembered(); slot++) {
        state.s[slot] = new float[size];
        state.y[slot] = new float[size];
        for (int i = 0; i < size; i++) {
          state.s[slot][i] = in.readFloat();
          state.y[slot][i] = in.readFloat();
        }
      }
      return state;
    }
  }

  private static void writeAll(DataOutputStream out, double[] array) throws IOException {
    for (double value : array) {
      out.writeDouble(value);
    }
  }

  private static void readAll(DataInputStream in, double[] array) throws IOException {
    for (int i = 0; i < array.length; i++) {
      array[i] = in.readDouble();
    }
  }
}
