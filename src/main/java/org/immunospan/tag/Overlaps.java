package org.immunospan.tag;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;

/**
 * The rule by which mentions of one type never overlap. Mentions of different types do not disturb
 * each other.
 */
public final class Overlaps {

  private Overlaps() {}

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
}
