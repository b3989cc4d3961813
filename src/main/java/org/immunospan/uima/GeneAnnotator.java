package org.immunospan.uima;

/** Marks names of genes and gene products. */
public final class GeneAnnotator extends MentionAnnotator {}
