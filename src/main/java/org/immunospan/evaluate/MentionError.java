package org.immunospan.evaluate;

import org.immunospan.format.gold.GoldDocument;

/**
 * A gold mention that the system missed, or a system mention that is not in the gold.
 *
 * @param missed true for a miss, false for a spurious mention
 * @param typeIndex index of the scored type
 * @param begin in UTF-16 code units of the text, as are all offsets here
 * @param otherTypeIndex index of the type of the mention it is confused with, or -1
 */
public record MentionError(
    GoldDocument document,
    boolean missed,
    ErrorClass errorClass,
    int typeIndex,
    int begin,
    int end,
    int otherTypeIndex,
    int otherBegin,
    int otherEnd) {

  public String text() {
    return document.text().substring(begin, end);
  }

  /** The text it is confused with, or "". */
  public String otherText() {
    return otherTypeIndex < 0 ? "" : document.text().substring(otherBegin, otherEnd);
  }

  MentionError withClass(ErrorClass newClass) {
    return new MentionError(
        document, missed, newClass, typeIndex, begin, end, otherTypeIndex, otherBegin, otherEnd);
  }
}
