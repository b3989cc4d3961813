package org.immunospan.format.gold;

/**
 * A mark in a corpus that does not fit its text.
 *
 * @param place file and line
 * @param leftOut whether the mention is missing from the documents; otherwise it is kept as its
 *     offsets say
 * @param isMalformed whether the mark is not written as the format asks
 */
public record GoldProblem(
    String place, String documentId, String message, boolean leftOut, boolean isMalformed) {

  public GoldProblem(String place, String documentId, String message, boolean leftOut) {
    this(place, documentId, message, leftOut, false);
  }

  @Override
  public String toString() {
    return "%s: document %s: %s%s"
        .formatted(place, documentId, message, leftOut ? "; left out" : "; kept");
  }
}
