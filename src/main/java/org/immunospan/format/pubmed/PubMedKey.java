package org.immunospan.format.pubmed;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * What decides between several records of one PMID: the greater version, then the later revision,
 * then the later place in the input.
 *
 * @param pmid as written; empty when the record has none
 * @param version of the PMID, from 1
 * @param revised days since 1900-01-01, 0 when unknown
 */
public record PubMedKey(String pmid, int version, int revised) {

  private static final long EPOCH = LocalDate.of(1900, 1, 1).toEpochDay();

  /** The greatest day that {@link #revised} can be, in the year 2079. */
  static final int LAST_DAY = 0xfffd;

  static PubMedKey of(String pmid, String version, int year, int month, int day) {
    return new PubMedKey(pmid, number(version, 1), days(year, month, day));
  }

  private static int days(int year, int month, int day) {
    try {
      long days = LocalDate.of(year, month, day).toEpochDay() - EPOCH;
      return (int) Math.max(0, Math.min(LAST_DAY, days));
    } catch (DateTimeException e) {
      return 0;
    }
  }

  static int number(String digits, int otherwise) {
    return digits != null && digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : otherwise;
  }

  /** The PMID as a number, or -1 when it is not one. */
  int number() {
    return number(pmid, -1);
  }
}
