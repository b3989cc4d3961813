package org.immunospan.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;

/**
 * The rule by which mentions of one type never overlap: of two that do, the longer stays, then the
 * one that begins first, then the one with the higher score, then the one whose source sorts first.
 * Mentions of different types do not disturb each other.
 */
public final class Overlaps {

  private static final Comparator<Mention> PREFERENCE =
      Comparator.<Mention>comparingInt(mention -> -mention.span().length())
          .thenComparingInt(mention -> mention.span().begin())
          .thenComparingDouble(mention -> Double.isNaN(mention.score()) ? 0 : -mention.score())
          .thenComparing(Mention::source);

  private Overlaps() {}

  /** The mentions that stay, sorted by {@link Mention#ORDER}. The order given does not matter. */
  public static List<Mention> resolve(List<Mention> mentions) {
    List<Mention> kept = new ArrayList<>(mentions.size());
    for (EntityType type : EntityType.values()) {
      kept.addAll(resolveOfOneType(mentions.stream().filter(m -> m.type() == type).toList()));
    }
    kept.sort(Mention.ORDER);
    return kept;
  }

  /**
   * Replaces mentions by preferred ones: all preferred mentions, and of the others those that
   * overlap no preferred mention of their type.
   *
   * @param preferred no two of one type overlap
   */
  public static List<Mention> replace(List<Mention> others, List<Mention> preferred) {
    Map<EntityType, TreeMap<Integer, Mention>> byBegin = new EnumMap<>(EntityType.class);
    for (Mention mention : preferred) {
      byBegin
          .computeIfAbsent(mention.type(), type -> new TreeMap<>())
          .put(mention.span().begin(), mention);
    }
    List<Mention> kept = new ArrayList<>(preferred);
    for (Mention mention : others) {
      TreeMap<Integer, Mention> ofType = byBegin.get(mention.type());
      var before = ofType == null ? null : ofType.lowerEntry(mention.span().end());
      if (before == null || !before.getValue().span().overlaps(mention.span())) {
        kept.add(mention);
      }
    }
    return kept;
  }

  private static List<Mention> resolveOfOneType(List<Mention> mentions) {
    TreeMap<Integer, Mention> byBegin = new TreeMap<>();
    for (Mention mention : mentions.stream().sorted(PREFERENCE).toList()) {
      var before = byBegin.lowerEntry(mention.span().end());
      if (before == null || !before.getValue().span().overlaps(mention.span())) {
        byBegin.put(mention.span().begin(), mention);
      }
    }
    return List.copyOf(byBegin.values());
  }
}
