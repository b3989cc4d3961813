package org.immunospan.evaluate;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A set of names of each type, without regard to case and to the kind of white space. */
final class Names {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Set<String> names = new HashSet<>();

  void add(String type, String text) {
    names.add(key(type, text));
  }

  boolean contains(String type, String text) {
    return names.contains(key(type, text));
  }

  private static String key(String type, String text) {
    return type + '\t' + SPACE.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}
