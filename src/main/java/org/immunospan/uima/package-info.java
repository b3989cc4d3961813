/**
 * The UIMA annotators, each a doorway to a plain step, and {@link org.immunospan.uima.Pipeline},
 * the only place that composes them. The only package that knows UIMA.
 */
package org.immunospan.uima;
