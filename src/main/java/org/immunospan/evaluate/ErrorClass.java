package org.immunospan.evaluate;

import java.util.Locale;

/** Why a mention may have been missed or found in error: the first of these that fits. */
public enum ErrorClass {
  BOUNDARY_LEFT("right type, ends right, begins elsewhere"),
  BOUNDARY_RIGHT("right type, begins right, ends elsewhere"),
  BOUNDARY_BOTH("right type, begins and ends elsewhere"),
  TYPE("the other side has another type there"),
  NESTED("overlaps a mention of its type that is paired with another"),
  COORDINATION("one of several names joined by a comma, slash, and, or"),
  ABBREVIATION("a short form that is in brackets in the document"),
  MARKED_ELSEWHERE("the other side marks the same text elsewhere in the corpus"),
  LEXICON_GAP("missed, and the system marks this text nowhere"),
  NOT_A_MENTION("spurious, and the gold marks this text nowhere");

  private final String meaning;

  ErrorClass(String meaning) {
    this.meaning = meaning;
  }

  public String meaning() {
    return meaning;
  }

  /** The name for people, as in errors.csv. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
