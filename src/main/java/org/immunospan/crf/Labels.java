package org.immunospan.crf;

import java.util.List;

/**
 * The labels of a model and which may follow each other. For names of OpenNLP's BILOU codec ({@code
 * gene-start}, {@code gene-cont}, {@code gene-last}, {@code gene-unit}, {@code other}) a name that
 * has begun must go on with its own type until it ends; for its BIO codec, without {@code -last}
 * and {@code -unit}, only a continuation needs a name of its type before it; other labels may
 * follow each other freely. Immutable.
 */
public final class Labels {

  private final List<String> names;
  private final boolean[] mayBegin;
  private final boolean[] mayEnd;
  private final boolean[][] mayFollow;

  /**
   * @param names distinct; their order is their number
   */
  public Labels(List<String> names) {
    if (names.isEmpty() || names.size() > Byte.MAX_VALUE) {
      throw new IllegalArgumentException(
          "found %s labels, expected 1 to %s".formatted(names.size(), Byte.MAX_VALUE));
    }
    this.names = List.copyOf(names);
    boolean closed = names.stream().anyMatch(n -> n.endsWith("-last") || n.endsWith("-unit"));
    mayBegin = new boolean[names.size()];
    mayEnd = new boolean[names.size()];
    mayFollow = new boolean[names.size()][names.size()];
    for (int b = 0; b < names.size(); b++) {
      mayBegin[b] = !goesOn(names.get(b));
      mayEnd[b] = !(closed && isOpen(names.get(b)));
      for (int a = 0; a < names.size(); a++) {
        mayFollow[a][b] =
            goesOn(names.get(b))
                ? isOpen(names.get(a)) && type(names.get(a)).equals(type(names.get(b)))
                : !(closed && isOpen(names.get(a)));
      }
    }
  }

  /** Whether the name that the label belongs to may or must go on at the next token. */
  private static boolean isOpen(String label) {
    return label.endsWith("-start") || label.endsWith("-cont");
  }

  private static boolean goesOn(String label) {
    return label.endsWith("-cont") || label.endsWith("-last");
  }

  private static String type(String label) {
    return label.substring(0, label.lastIndexOf('-'));
  }

  public int size() {
    return names.size();
  }

  public String name(int label) {
    return names.get(label);
  }

  public List<String> names() {
    return names;
  }

  /** Whether a sequence may begin with the label. */
  public boolean mayBegin(int label) {
    return mayBegin[label];
  }

  /** Whether a sequence may end with the label. */
  public boolean mayEnd(int label) {
    return mayEnd[label];
  }

  /** Whether {@code right} may stand directly after {@code left}. */
  public boolean mayFollow(int left, int right) {
    return mayFollow[left][right];
  }
}
