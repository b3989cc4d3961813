package org.immunospan.evaluate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names that are missed or wrongly found most often. */
final class ErrorRanking {

  private ErrorRanking() {}

  /** Pairs of {@code text (type)} and number, most frequent first, then by text. */
  static List<Map.Entry<String, Long>> of(
      Evaluation evaluation, List<MentionError> errors, boolean missed, int limit) {
    Map<String, Long> counts = new HashMap<>();
    for (MentionError error : errors) {
      if (error.missed() == missed) {
        String name = error.text() + " (" + evaluation.label(error.row()) + ")";
        counts.merge(name.replace('\n', ' '), 1L, Long::sum);
      }
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(limit)
        .toList();
  }
}
