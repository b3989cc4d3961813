package org.immunospan.run;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * The documents of a run so far: the identifier of each with a checksum of its text. Four bytes for
 * each PMID, in pages of 64 neighbours, so that all of PubMed takes under 200 MB and a small input
 * next to nothing; other identifiers are in a map. One thread.
 */
final class SeenDocuments {

  /** What an identifier and a text are to the documents before. */
  enum Meeting {
    /** The identifier is new. */
    FIRST,
    /** The identifier came before with this text. */
    SAME,
    /** The identifier came before with another text. */
    CONFLICT
  }

  private static final int MOST_DIGITS = 8;
  private static final int PAGE_BITS = 6;
  private static final int PAGE = 1 << PAGE_BITS;

  /** For each PMID 0 when unseen, else the checksum of its text. */
  private int[][] numbers = new int[0][];

  private final Map<String, Integer> others = new HashMap<>();

  /** Adds a document whose identifier is new. */
  Meeting add(String id, String text) {
    int checksum = checksum(text);
    int before = isPlainNumber(id) ? put(Integer.parseInt(id), checksum) : put(id, checksum);
    return before == 0 ? Meeting.FIRST : before == checksum ? Meeting.SAME : Meeting.CONFLICT;
  }

  private int put(int number, int checksum) {
    int[] page = page(number >> PAGE_BITS);
    int before = page[number & (PAGE - 1)];
    if (before == 0) {
      page[number & (PAGE - 1)] = checksum;
    }
    return before;
  }

  private int put(String id, int checksum) {
    Integer before = others.putIfAbsent(id, checksum);
    return before == null ? 0 : before;
  }

  private int[] page(int page) {
    if (page >= numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(page + 1, numbers.length * 2));
    }
    if (numbers[page] == null) {
      numbers[page] = new int[PAGE];
    }
    return numbers[page];
  }

  /** Never 0, which means none. */
  private static int checksum(String text) {
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    int value = (int) crc.getValue();
    return value == 0 ? 1 : value;
  }

  private static boolean isPlainNumber(String id) {
    return !id.isEmpty()
        && id.length() <= MOST_DIGITS
        && id.charAt(0) != '0'
        && id.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
