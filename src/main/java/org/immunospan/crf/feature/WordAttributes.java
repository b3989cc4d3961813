package org.immunospan.crf.feature;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Attributes of words that need no resource. All lower-casing follows {@link Locale#ROOT}. */
public final class WordAttributes {

  private WordAttributes() {}

  /** The form itself. */
  public static List<String> form(String form) {
    return List.of(form);
  }

  /** The lower-case form. */
  public static List<String> lower(String form) {
    return List.of(form.toLowerCase(Locale.ROOT));
  }

  /** The first two to five characters, as far as the form is longer. */
  public static List<String> prefixes(String form) {
    List<String> values = new ArrayList<>();
    for (int n = 2; n <= 5 && n < form.length(); n++) {
      values.add(form.substring(0, n));
    }
    return values;
  }

  /** The last two to five characters, as far as the form is longer. */
  public static List<String> suffixes(String form) {
    List<String> values = new ArrayList<>();
    for (int n = 2; n <= 5 && n < form.length(); n++) {
      values.add(form.substring(form.length() - n));
    }
    return values;
  }

  /** The sequences of two to four characters of the lower-case form, with ends marked by _. */
  public static List<String> characterGrams(String form) {
    String padded = "_" + form.toLowerCase(Locale.ROOT) + "_";
    Set<String> values = new LinkedHashSet<>();
    for (int n = 2; n <= 4; n++) {
      for (int i = 0; i + n <= padded.length(); i++) {
        values.add(padded.substring(i, i + n));
      }
    }
    return List.copyOf(values);
  }

  /** Each character replaced by its kind: A, a, 0, or itself. */
  public static List<String> shape(String form) {
    return List.of(shapeOf(form));
  }

  /** The shape with runs of one kind made one: {@code Aa}, {@code 0}. */
  public static List<String> shortShape(String form) {
    String shape = shapeOf(form);
    StringBuilder brief = new StringBuilder();
    for (int i = 0; i < shape.length(); i++) {
      if (i == 0 || shape.charAt(i) != shape.charAt(i - 1)) {
        brief.append(shape.charAt(i));
      }
    }
    return List.of(brief.toString());
  }

  /** {@code glued} where no white space comes before the word. */
  public static List<String> glued(Word word) {
    return word.touchesLeft() ? List.of("glued") : List.of();
  }

  /** Whether the word touches its neighbours: none, left, right or both. */
  public static List<String> touch(Word word) {
    if (word.touchesLeft()) {
      return List.of(word.touchesRight() ? "both" : "left");
    }
    return List.of(word.touchesRight() ? "right" : "none");
  }

  private static String shapeOf(String form) {
    StringBuilder shape = new StringBuilder(form.length());
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      if (Character.isUpperCase(c)) {
        shape.append('A');
      } else if (Character.isLetter(c)) {
        shape.append('a');
      } else {
        shape.append(Character.isDigit(c) ? '0' : c);
      }
    }
    return shape.toString();
  }
}
