package org.immunospan.crf.feature;

import java.util.Arrays;
import org.immunospan.text.Tokens;

/**
 * Whether a token follows the one before without white space, as in {@code IL - 2}. The tokens
 * alone do not show, so that it is handed over as additional context of the token.
 */
public final class Adjacency {

  private static final String GLUED = "glued";
  private static final String[] IS_GLUED = {GLUED};
  private static final String[] IS_NOT = {};

  private Adjacency() {}

  /** The context for {@code NameFinderME.find(tokens, context)}: one row for each token. */
  public static String[][] context(Tokens tokens) {
    String[][] context = new String[tokens.size()][];
    for (int i = 0; i < context.length; i++) {
      context[i] = i > 0 && tokens.end(i - 1) == tokens.begin(i) ? IS_GLUED : IS_NOT;
    }
    return context;
  }

  /** Whether no white space comes before each token. */
  public static boolean[] glued(Tokens tokens) {
    boolean[] glued = new boolean[tokens.size()];
    for (int i = 1; i < glued.length; i++) {
      glued[i] = tokens.end(i - 1) == tokens.begin(i);
    }
    return glued;
  }

  /**
   * Whether no white space comes before each token.
   *
   * @param context as {@link #context} gives it; of length 0 when nothing is known
   */
  public static boolean[] glued(int tokens, String[][] context) {
    boolean[] glued = new boolean[tokens];
    for (int i = 0; i < Math.min(tokens, context.length); i++) {
      // The rows made here are known by identity, which is most of them and much faster.
      glued[i] =
          context[i] == IS_GLUED
              || (context[i] != null
                  && context[i] != IS_NOT
                  && Arrays.asList(context[i]).contains(GLUED));
    }
    return glued;
  }
}
