package org.immunospan.lexicon;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immunospan.text.EntityType;

/**
 * A list of concepts of one type with their names, as it is in a TSV file. Immutable.
 *
 * <p>The header says where it comes from: {@code name}, {@code version} and {@code type} are
 * required, {@code title}, {@code origin}, {@code licence} and {@code command} are customary.
 */
public final class Lexicon {

  private final Map<String, String> header;
  private final EntityType type;
  private final List<LexiconEntry> entries;
  private final Map<String, LexiconEntry> byIdentifier;

  /**
   * A lexicon of these entries, in their order.
   *
   * @param header in the order in which it is written
   * @throws IllegalArgumentException if the header lacks a required key or two entries share an
   *     identifier
   */
  public Lexicon(Map<String, String> header, List<LexiconEntry> entries) {
    this.header = new LinkedHashMap<>(header);
    this.type = typeOf(required("type"));
    required("name");
    required("version");
    this.entries = List.copyOf(entries);
    this.byIdentifier = new HashMap<>(2 * entries.size());
    for (LexiconEntry entry : entries) {
      if (!entry.identifier().isEmpty()
          && byIdentifier.putIfAbsent(entry.identifier(), entry) != null) {
        throw new IllegalArgumentException("two entries have the identifier " + entry.identifier());
      }
    }
  }

  public EntityType type() {
    return type;
  }

  /** Name and version, such as {@code cells-2026-03-26}: the source of its mentions. */
  public String source() {
    return header.get("name") + "-" + header.get("version");
  }

  /** What the file says about itself, in its order. */
  public Map<String, String> header() {
    return new LinkedHashMap<>(header);
  }

  public List<LexiconEntry> entries() {
    return entries;
  }

  /** How many names the entries have, those of several entries counted with each. */
  public long names() {
    return entries.stream()
        .mapToLong(e -> 1L + e.synonyms().size() + e.related().size() + e.doubtful().size())
        .sum();
  }

  public Optional<LexiconEntry> findEntry(String identifier) {
    return Optional.ofNullable(byIdentifier.get(identifier));
  }

  /**
   * The identifiers of all classes that a concept is a kind of, nearest first, without itself;
   * empty for an unknown concept.
   */
  public Set<String> ancestors(String identifier) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(identifier));
    while (!open.isEmpty()) {
      LexiconEntry entry = byIdentifier.get(open.removeFirst());
      if (entry != null) {
        for (String parent : entry.parents()) {
          if (found.add(parent)) {
            open.addLast(parent);
          }
        }
      }
    }
    return found;
  }

  private String required(String key) {
    String value = header.get(key);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException(
          "expected a header line \"# " + key + ": ...\", found only " + header.keySet());
    }
    return value;
  }

  private static EntityType typeOf(String value) {
    for (EntityType type : EntityType.values()) {
      if (type.name().equals(value)) {
        return type;
      }
    }
    throw new IllegalArgumentException(
        "unknown type '%s' in the header; known types: %s"
            .formatted(value, List.of(EntityType.values())));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Lexicon lexicon
        && header.equals(lexicon.header)
        && entries.equals(lexicon.entries);
  }

  @Override
  public int hashCode() {
    return Objects.hash(header, entries);
  }

  @Override
  public String toString() {
    return source() + " with " + entries.size() + " entries";
  }
}
