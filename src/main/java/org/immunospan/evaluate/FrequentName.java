package org.immunospan.evaluate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A name that is missed or wrongly found, and how often.
 *
 * @param name text and type, such as {@code IL-2 (GENE)}
 */
public record FrequentName(String name, long count) {

  /** The most frequent errors, most frequent first, then by name. */
  static List<FrequentName> of(Evaluation evaluation, boolean missed, int limit) {
    Map<String, Long> counts = new HashMap<>();
    for (MentionError error : evaluation.errors()) {
      if (error.missed() == missed) {
        String name = error.text() + " (" + evaluation.label(error.typeIndex()) + ")";
        counts.merge(name.replace('\n', ' '), 1L, Long::sum);
      }
    }
    return counts.entrySet().stream()
        .map(entry -> new FrequentName(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing(FrequentName::count, Comparator.reverseOrder())
                .thenComparing(FrequentName::name))
        .limit(limit)
        .toList();
  }
}
