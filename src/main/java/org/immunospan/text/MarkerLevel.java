package org.immunospan.text;

/**
 * How much of a marker a cell carries, as flow cytometrists write it. {@link #sign} is the one
 * spelling that is written out.
 */
public enum MarkerLevel {
  POSITIVE("+"),
  STRONGLY_POSITIVE("++"),
  VERY_STRONGLY_POSITIVE("+++"),
  NEGATIVE("-"),
  HIGH("hi"),
  LOW("lo"),
  INTERMEDIATE("int"),
  DIM("dim"),
  BRIGHT("bright"),
  LOW_OR_NEGATIVE("lo/-"),
  INTERMEDIATE_OR_HIGH("int/hi"),
  INTERMEDIATE_OR_LOW("int/lo"),
  VARIABLE("+/-"),
  /** No level is written, as in {@code CD8 T cells}. */
  UNWRITTEN("");

  private final String sign;

  MarkerLevel(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }

  /**
   * The level with this sign.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static MarkerLevel ofSign(String sign) {
    for (MarkerLevel level : values()) {
      if (level.sign.equals(sign)) {
        return level;
      }
    }
    throw new IllegalArgumentException("unknown level of a marker: " + sign);
  }

  /** The level of which two with a slash between them are the ends. */
  public MarkerLevel or(MarkerLevel other) {
    if (isLow() && other.isLow()) {
      return LOW_OR_NEGATIVE;
    }
    if (this == INTERMEDIATE || other == INTERMEDIATE) {
      MarkerLevel end = this == INTERMEDIATE ? other : this;
      return end.isLow() ? INTERMEDIATE_OR_LOW : INTERMEDIATE_OR_HIGH;
    }
    return isLow() == other.isLow() ? POSITIVE : VARIABLE;
  }

  private boolean isLow() {
    return this == LOW || this == DIM || this == NEGATIVE || this == LOW_OR_NEGATIVE;
  }

  /**
   * Whether a cell said to have this level meets a condition on the same marker, which is one of
   * {@code + - hi lo}. Dim is not positive: it is said to set a population apart from it.
   */
  public boolean meets(MarkerLevel condition) {
    return switch (condition) {
      case POSITIVE ->
          this == POSITIVE
              || this == UNWRITTEN
              || this == INTERMEDIATE
              || this == INTERMEDIATE_OR_HIGH
              || isHigh();
      case HIGH -> isHigh();
      case LOW -> isLow() || this == INTERMEDIATE_OR_LOW;
      case NEGATIVE -> this == NEGATIVE || this == LOW_OR_NEGATIVE;
      default -> this == condition;
    };
  }

  private boolean isHigh() {
    return this == HIGH
        || this == BRIGHT
        || this == STRONGLY_POSITIVE
        || this == VERY_STRONGLY_POSITIVE;
  }
}
