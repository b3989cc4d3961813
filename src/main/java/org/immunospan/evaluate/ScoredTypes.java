package org.immunospan.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.text.EntityType;
import org.immunospan.text.Subtypes;
import org.immunospan.text.UserException;

/** Turns what the user asks to score into filters, and refuses what nothing could match. */
public final class ScoredTypes {

  private ScoredTypes() {}

  /**
   * The types to score.
   *
   * @param asked such as {@code GENE} and {@code CELL/immune}; empty for the default of the gold
   * @throws UserException naming the known ones, if a type or a class of it occurs neither in gold
   *     nor in the spans and is not one of ours
   */
  public static List<TypeFilter> choose(List<String> asked, GoldSet gold, SystemSpans system) {
    List<TypeFilter> filters = new ArrayList<>();
    for (String name : asked.isEmpty() ? gold.defaultTypes() : asked.stream().distinct().toList()) {
      TypeFilter filter = TypeFilter.parse(name);
      if (!asked.isEmpty()) {
        check(filter, gold, system);
      }
      filters.add(filter);
    }
    return filters;
  }

  private static void check(TypeFilter filter, GoldSet gold, SystemSpans system) {
    Set<String> types = new TreeSet<>(gold.mentionsByType().keySet());
    types.addAll(system.types().keySet());
    for (EntityType type : EntityType.values()) {
      types.add(type.name());
    }
    if (!types.contains(filter.type())) {
      throw UserException.of(
          "--types", "one of " + String.join(", ", types), "'" + filter.type() + "'");
    }
    if (!filter.subtype().isEmpty()) {
      Set<String> classes = classes(filter.type(), gold, system);
      if (!classes.contains(filter.subtype())) {
        String known =
            classes.isEmpty()
                ? "no class, since " + filter.type() + " has none"
                : "a class of " + filter.type() + ": " + String.join(", ", classes);
        throw UserException.of("--types", known, "'" + filter.subtype() + "'");
      }
    }
  }

  private static Set<String> classes(String type, GoldSet gold, SystemSpans system) {
    Set<String> classes = new TreeSet<>();
    for (EntityType ours : EntityType.values()) {
      if (ours.name().equals(type)) {
        classes.addAll(Subtypes.of(ours));
      }
    }
    for (GoldDocument document : gold.documents().values()) {
      for (GoldMention mention : document.mentions()) {
        if (mention.type().equals(type)) {
          classes.add(mention.subtype());
        }
      }
    }
    system.byDocument().values().stream()
        .flatMap(Collection::stream)
        .filter(span -> span.type().equals(type))
        .forEach(span -> classes.add(span.subtype()));
    classes.remove("");
    return classes;
  }
}
