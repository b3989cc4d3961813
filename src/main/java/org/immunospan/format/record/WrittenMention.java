package org.immunospan.format.record;

import java.util.List;
import java.util.Map;

/**
 * A gold mention as a file writes it, before it is placed on the text.
 *
 * @param place file and line, for reports
 * @param anchor where in the text its offsets begin to count, in UTF-16 code units: 0, or the start
 *     of a passage
 * @param offsets begin and end of each part, in the unit of the file
 * @param text what the file says is there
 * @param type as the corpus calls it
 * @param subtype the class within the type, or ""
 * @param identifiers CURIEs where the corpus allows
 * @param notes as in a gold mention
 */
@SuppressWarnings("ArrayRecordComponent") // many are made, none is compared
public record WrittenMention(
    String place,
    int anchor,
    int[] offsets,
    String text,
    String type,
    String subtype,
    List<String> identifiers,
    Map<String, String> notes) {

  /** A mention whose offsets count from the start of the text. */
  public WrittenMention(
      String place, int begin, int end, String text, String type, List<String> identifiers) {
    this(place, 0, new int[] {begin, end}, text, type, "", identifiers, Map.of());
  }

  /** The same mention with its class and notes. */
  public WrittenMention with(String newSubtype, Map<String, String> newNotes) {
    return new WrittenMention(
        place, anchor, offsets, text, type, newSubtype, identifiers, newNotes);
  }
}
