package org.immunospan.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
