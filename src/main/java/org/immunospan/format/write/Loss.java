package org.immunospan.format.write;

import org.immunospan.text.Quantity;

/** Something that a format cannot hold. */
public enum Loss {
  OVERLAPS("overlapping mention", "left out"),
  EMPTY("mention of line ends alone", "left out"),
  PARTS("mention in several parts", "written from the first part to the last"),
  IDENTIFIERS("mention with identifiers", "written without them"),
  CLASSES("mention with a class", "written without it"),
  NOTES("mention with a score, a name or the like", "written without it"),
  TEXTS("text", "left out; only the words around each mention are there"),
  LINE_BREAKS("line break", "written as a space"),
  CHARACTERS("character", "replaced by U+FFFD, because the format cannot hold it"),
  SPACES("text", "written as tokens, from which its white space cannot be told"),
  NAMES("identifier of a document", "changed to make a file name");

  private final String noun;
  private final String fate;

  Loss(String noun, String fate) {
    this.noun = noun;
    this.fate = fate;
  }

  /** Says how many there were, and what became of them. */
  String describe(long count) {
    String first = noun.contains(" ") ? noun.substring(0, noun.indexOf(' ')) : noun;
    String rest = noun.substring(first.length());
    boolean isLast = noun.equals("overlapping mention") || noun.equals("line break");
    return (isLast ? Quantity.of(count, noun) : Quantity.of(count, first) + rest) + " " + fate;
  }
}
