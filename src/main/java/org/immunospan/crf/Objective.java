package org.immunospan.crf;

/** A differentiable function to be minimised. */
interface Objective {

  /** The number of variables. */
  int size();

  /** The value at {@code x}; writes the gradient there into {@code gradient}. */
  double at(double[] x, double[] gradient);
}
