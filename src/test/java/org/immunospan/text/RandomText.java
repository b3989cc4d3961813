package org.immunospan.text;

import java.util.Random;

/** Seeded random text for laws: words, numbers, punctuation, Greek, marks, surrogate pairs. */
public final class RandomText {

  private static final String[] PIECES = {
    "IL-2",
    "T cell",
    "cells",
    "CD4+",
    "CD8",
    "TNF-α",
    "β",
    "𝛼",
    "e\u0301",
    "interferon",
    "p53",
    "(",
    ")",
    "-",
    "/",
    ",",
    ".",
    ". ",
    " ",
    " ",
    "  ",
    "\n",
    "\t",
    "\u00a0",
    "1.5",
    "vs.",
    "Fig. 2",
    "Treg",
    "naïve",
    "Ångström",
    "日本",
    "😀",
    "\u200b",
    "\u0301",
    "²",
    "NF-κB",
    "e.g.",
    "≥",
    "A",
    "b"
  };

  private RandomText() {}

  /** A text of up to about 60 pieces; empty for some seeds. */
  public static String of(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
      if (random.nextInt(3) > 0) {
        text.append(' ');
      }
    }
    return text.toString();
  }
}
