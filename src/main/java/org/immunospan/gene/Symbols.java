package org.immunospan.gene;

/** What a symbol of a gene looks like. */
final class Symbols {

  private Symbols() {}

  /**
   * Whether a name has two capitals, or a capital and a digit, and no space: it is not a word of
   * plain English.
   */
  static boolean isSymbol(String name) {
    int capitals = 0;
    int digits = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == ' ') {
        return false;
      }
      capitals += Character.isUpperCase(c) ? 1 : 0;
      digits += Character.isDigit(c) ? 1 : 0;
    }
    return name.length() >= 2 && capitals > 0 && capitals + Math.min(digits, 1) >= 2;
  }
}
