package org.immunospan.uima;

/** Marks names of drugs, procedures and other therapies. */
public final class TherapyAnnotator extends MentionAnnotator {}
