package org.immunospan.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Concept;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;

/** Counts of what a run found. One thread. */
final class Tally {

  private final Map<EntityType, Long> mentions = new EnumMap<>(EntityType.class);
  private final Map<EntityType, Set<String>> concepts = new EnumMap<>(EntityType.class);
  private long documents;

  Tally() {
    for (EntityType type : EntityType.values()) {
      mentions.put(type, 0L);
      concepts.put(type, new HashSet<>());
    }
  }

  void add(AnnotatedDocument annotated) {
    documents++;
    for (Mention mention : annotated.mentions()) {
      mentions.merge(mention.type(), 1L, Long::sum);
      for (Concept concept : mention.concepts()) {
        concepts.get(mention.type()).add(concept.identifier());
      }
    }
  }

  /** Counts a document of an earlier run, whose mentions follow one by one. */
  void addDocument() {
    documents++;
  }

  /** Counts a row of spans.csv, where several identifiers are joined by {@code |}. */
  void addMention(CSVRecord row) {
    EntityType entityType = EntityType.valueOf(row.get("type"));
    String identifiers = row.get("identifier");
    mentions.merge(entityType, 1L, Long::sum);
    if (!identifiers.isEmpty()) {
      concepts.get(entityType).addAll(List.of(identifiers.split("\\|")));
    }
  }

  long documents() {
    return documents;
  }

  /** The counts under the names they have in run.json. */
  Map<String, Object> toMap() {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("documents", documents);
    Map<String, Long> mentionCounts = new LinkedHashMap<>();
    Map<String, Integer> conceptCounts = new LinkedHashMap<>();
    for (EntityType type : EntityType.values()) {
      mentionCounts.put(type.name(), mentions.get(type));
      conceptCounts.put(type.name(), concepts.get(type).size());
    }
    counts.put("mentions", mentionCounts);
    counts.put("concepts", conceptCounts);
    return counts;
  }

  /** The table that closes a run: one line for each type. */
  List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "%-10s %12s %10s", "", "mentions", "concepts"));
    for (EntityType type : EntityType.values()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-10s %,12d %,10d",
              type,
              mentions.get(type),
              concepts.get(type).size()));
    }
    return lines;
  }
}
