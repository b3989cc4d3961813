package org.immunospan.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.immunospan.text.Quantity;

/** What the user should know before reading scores: what does not count, and why. */
public final class EvaluationNotes {

  private static final int SHOWN = 5;

  private EvaluationNotes() {}

  /** About gold alone, one line each. */
  public static List<String> of(GoldSet gold) {
    List<String> notes = new ArrayList<>();
    gold.problems().stream().limit(SHOWN).forEach(problem -> notes.add(problem.toString()));
    if (gold.problems().size() > SHOWN) {
      notes.add("and " + (gold.problems().size() - SHOWN) + " more of this kind");
    }
    if (gold.leftOut() > 0) {
      notes.add(
          "left out of the counts, see above: "
              + Quantity.of(gold.leftOut(), "gold mention")
              + "; system spans that touch one are ignored");
    }
    if (gold.renamed() > 0) {
      notes.add(
          "called id#2 and so on, since the id came before: "
              + Quantity.of(gold.renamed(), "document"));
    }
    if (!gold.typesLeftOut().isEmpty()) {
      notes.add("gold types left out by --map: " + list(gold.typesLeftOut()));
    }
    if (gold.mentionsByType().isEmpty()) {
      notes.add("the gold has no mentions; recall is undefined");
    }
    if (gold.discontinuous() > 0) {
      notes.add(
          "scored by the outer span: "
              + Quantity.of(gold.discontinuous(), "discontinuous gold mention"));
    }
    return notes;
  }

  /** About gold whose type is not scored; empty or one line. */
  public static List<String> unscored(GoldSet gold, EvaluationSettings settings) {
    return unscored("gold", gold.mentionsByType(), settings);
  }

  /** About spans compared with their gold, one line each. */
  public static List<String> of(GoldSet gold, SystemSpans system, EvaluationSettings settings) {
    List<String> notes = new ArrayList<>();
    if (!system.unknownDocuments().isEmpty()) {
      notes.add(
          "%s: left out, since not in the gold: %s, e.g. %s"
              .formatted(
                  system.file(),
                  Quantity.of(system.unknownDocuments().size(), "document"),
                  system.unknownDocuments().first()));
    }
    long empty =
        gold.documents().values().stream()
            .filter(document -> !document.mentions().isEmpty())
            .filter(document -> system.of(document.id()).isEmpty())
            .count();
    if (empty > 0) {
      notes.add(
          "%s: no spans in %s with gold; all of it counts as missed"
              .formatted(system.file(), Quantity.of(empty, "document")));
    }
    notes.addAll(unscored(system.file().toString(), system.types(), settings));
    return notes;
  }

  private static List<String> unscored(
      String where, Map<String, Integer> counts, EvaluationSettings settings) {
    Map<String, Integer> unscored = new TreeMap<>(counts);
    settings.filters().forEach(filter -> unscored.remove(filter.type()));
    return unscored.isEmpty()
        ? List.of()
        : List.of("%s: types not scored: %s".formatted(where, list(unscored)));
  }

  private static String list(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
