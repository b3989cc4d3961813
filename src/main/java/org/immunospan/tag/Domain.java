package org.immunospan.tag;

import java.util.Arrays;

/**
 * Which annotators' habits a sentence follows. Corpora differ in what they call a gene and where
 * its name ends; sentences of a corpus with other habits than ours carry its domain in training, so
 * that what is peculiar to it is learned apart from what all share (Daumé 2007, "Frustratingly easy
 * domain adaptation"). Text to be tagged carries none.
 */
public final class Domain {

  private static final String PREFIX = "domain=";

  private Domain() {}

  /** The context of a token of such a sentence, besides what it has already. */
  public static String[] of(String name, String... context) {
    String[] all = Arrays.copyOf(context, context.length + 1);
    all[context.length] = PREFIX + name;
    return all;
  }

  /** The attribute: the domain of each token, or none. */
  static String[] values(String[] forms, String[][] context) {
    String[] values = new String[forms.length];
    for (int i = 0; i < Math.min(forms.length, context.length); i++) {
      if (context[i] != null) {
        for (String given : context[i]) {
          if (given.startsWith(PREFIX)) {
            values[i] = given.substring(PREFIX.length());
          }
        }
      }
    }
    return values;
  }
}
