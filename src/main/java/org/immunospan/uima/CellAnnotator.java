package org.immunospan.uima;

/** Marks names of cell types and populations. */
public final class CellAnnotator extends MentionAnnotator {}
