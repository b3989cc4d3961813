package org.immunospan.tag;

/** How many brackets are open at a token. */
public final class BracketDepth {

  private static final int DEEPEST_TOLD = 2;

  private BracketDepth() {}

  /** The attribute: open brackets, the token's own included, counted up to 2; null for none. */
  public static String[] values(String[] forms, String[][] context) {
    String[] values = new String[forms.length];
    int depth = 0;
    for (int i = 0; i < forms.length; i++) {
      depth += forms[i].equals("(") || forms[i].equals("[") ? 1 : 0;
      values[i] = depth == 0 ? null : Integer.toString(Math.min(depth, DEEPEST_TOLD));
      depth -= depth > 0 && (forms[i].equals(")") || forms[i].equals("]")) ? 1 : 0;
    }
    return values;
  }
}
