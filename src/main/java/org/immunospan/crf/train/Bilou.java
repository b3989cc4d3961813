package org.immunospan.crf.train;

/** Outcomes of OpenNLP's BIO codec as outcomes of its BILOU codec. */
final class Bilou {

  private static final String START = "-start";
  private static final String CONTINUE = "-cont";

  private Bilou() {}

  /** What ends a name becomes {@code -last} or {@code -unit}; BILOU outcomes stay as they are. */
  static String[] ofBio(String[] outcomes) {
    String[] bilou = outcomes.clone();
    for (int t = 0; t < outcomes.length; t++) {
      String next = t + 1 < outcomes.length ? outcomes[t + 1] : "";
      boolean ends = !next.endsWith(CONTINUE) && !next.endsWith("-last");
      if (ends && outcomes[t].endsWith(START)) {
        bilou[t] = outcomes[t].substring(0, outcomes[t].length() - START.length()) + "-unit";
      } else if (ends && outcomes[t].endsWith(CONTINUE)) {
        bilou[t] = outcomes[t].substring(0, outcomes[t].length() - CONTINUE.length()) + "-last";
      }
    }
    return bilou;
  }
}
