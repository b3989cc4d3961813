package org.immunospan.lexicon.build;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names by which papers call a class whose ontology name is more explicit: {@code CD8-positive,
 * alpha-beta memory T cell} is their {@code CD8+ memory T cell}, {@code memory CD8 T cell} or
 * {@code memory CD8+ T lymphocyte}.
 */
final class CellNameVariants {

  private static final Pattern MARKER_FIRST =
      Pattern.compile("(CD\\d+-positive) ([a-z][a-z -]*) (T cell)");
  private static final Pattern MARKER_LAST =
      Pattern.compile("([a-z][a-z -]*) (CD\\d+-positive) (T cell)");

  private CellNameVariants() {}

  /** The variants of a name, without itself; most names have none. */
  static List<String> of(String name) {
    List<String> variants = new ArrayList<>();
    String plain = name.replace(", alpha-beta ", " ").replace("thymus-derived ", "");
    addNew(variants, name, plain);
    Matcher first = MARKER_FIRST.matcher(plain);
    if (first.matches()) {
      addNew(variants, name, first.group(2) + " " + first.group(1) + " " + first.group(3));
    }
    Matcher last = MARKER_LAST.matcher(plain);
    if (last.matches()) {
      addNew(variants, name, last.group(2) + " " + last.group(1) + " " + last.group(3));
    }
    for (String variant : withSelf(variants, plain)) {
      if (variant.startsWith("CD") || variant.contains(" CD")) {
        addNew(variants, name, variant.replace("-positive", ""));
      }
    }
    for (String variant : withSelf(variants, plain)) {
      if (variant.endsWith("T cell") || variant.endsWith("B cell")) {
        addNew(variants, name, variant.substring(0, variant.length() - 4) + "lymphocyte");
      }
    }
    return variants;
  }

  private static List<String> withSelf(List<String> variants, String name) {
    List<String> all = new ArrayList<>(variants);
    if (!all.contains(name)) {
      all.add(name);
    }
    return all;
  }

  private static void addNew(List<String> variants, String name, String variant) {
    if (!variant.equals(name) && !variants.contains(variant)) {
      variants.add(variant);
    }
  }
}
