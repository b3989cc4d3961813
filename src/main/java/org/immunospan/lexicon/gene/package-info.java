/**
 * The lexicon of genes: which human and mouse genes there are and how they are named. {@link
 * org.immunospan.lexicon.gene.GeneLexicon} is made by {@code lexicon build gene} and read by the
 * gene linker.
 */
package org.immunospan.lexicon.gene;
