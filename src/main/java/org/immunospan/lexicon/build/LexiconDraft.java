package org.immunospan.lexicon.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.immunospan.lexicon.Lexicon;
import org.immunospan.lexicon.LexiconEntry;
import org.immunospan.lexicon.TermKey;
import org.immunospan.text.Tokenizer;

/**
 * Collects concepts and names for a lexicon so that each name, in whatever spelling, is written
 * once: the first to claim a name keeps it. So the order of calls is the order of trust.
 */
final class LexiconDraft {

  /** The owner of a name that belongs to no concept. */
  private static final String NOBODY = "";

  private record Concept(String name, String subtype, List<String> parents) {}

  private final Tokenizer tokenizer;
  private final Map<String, String> owners = new HashMap<>();
  private final Map<String, Concept> concepts = new TreeMap<>();
  private final Map<String, List<String>> synonyms = new HashMap<>();
  private final Map<String, List<String>> related = new HashMap<>();
  private final Map<String, List<String>> doubtful = new HashMap<>();

  /** Names without identifier, with their subtype. */
  private final Map<String, String> bare = new TreeMap<>();

  /** Doubtful names without identifier, with their subtype. */
  private final Map<String, String> bareDoubtful = new TreeMap<>();

  LexiconDraft(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** The key under which two spellings are the same name. */
  String key(String name) {
    return TermKey.of(name, tokenizer);
  }

  /** The identifier of the concept that has claimed a name; "" when it is nobody's. */
  Optional<String> findOwner(String name) {
    return Optional.ofNullable(owners.get(key(name)));
  }

  boolean isClaimed(String name) {
    return owners.containsKey(key(name));
  }

  /** Whether names have been given to a concept, which need not be there yet. */
  boolean hasNames(String identifier) {
    return Stream.of(synonyms, related, doubtful).anyMatch(names -> names.containsKey(identifier));
  }

  /**
   * Adds a concept and claims its preferred name, which is searched for if the claim holds: if the
   * name is new or has been claimed for this same concept.
   */
  void concept(String identifier, String name, String subtype, List<String> parents) {
    owners.putIfAbsent(key(name), identifier);
    concepts.put(identifier, new Concept(name, subtype, parents));
  }

  /** Keeps a name out of the lexicon. */
  void drop(String name) {
    claim(name, NOBODY);
  }

  /** Adds a name that is to be matched but not reported. */
  void stop(String name) {
    bare(name, LexiconEntry.NOT_A_MENTION);
  }

  /** Adds a name without a concept. */
  void bare(String name, String subtype) {
    if (claim(name, NOBODY)) {
      bare.put(name, subtype);
    }
  }

  void synonym(String identifier, String name) {
    if (claim(name, identifier)) {
      synonyms.computeIfAbsent(identifier, k -> new ArrayList<>()).add(name);
    }
  }

  void related(String identifier, String name) {
    if (claim(name, identifier)) {
      related.computeIfAbsent(identifier, k -> new ArrayList<>()).add(name);
    }
  }

  /**
   * Adds a name that seldom means the concept as a mention of its type.
   *
   * @param identifier "" for a name without a concept
   */
  void doubtful(String identifier, String name, String subtype) {
    if (claim(name, identifier)) {
      if (identifier.isEmpty()) {
        bareDoubtful.put(name, subtype);
      } else {
        doubtful.computeIfAbsent(identifier, k -> new ArrayList<>()).add(name);
      }
    }
  }

  /**
   * The lexicon, sorted by identifier, then the names without one.
   *
   * @throws IllegalStateException if names were given to a concept that is not there
   */
  Lexicon toLexicon(Map<String, String> header) {
    for (Map<String, List<String>> names : List.of(synonyms, related, doubtful)) {
      TreeSet<String> unknown = new TreeSet<>(names.keySet());
      unknown.removeAll(concepts.keySet());
      if (!unknown.isEmpty()) {
        throw new IllegalStateException("names for concepts that are not there: " + unknown);
      }
    }
    List<LexiconEntry> entries = new ArrayList<>();
    concepts.forEach(
        (identifier, concept) ->
            entries.add(
                new LexiconEntry(
                    identifier,
                    concept.name(),
                    isSearched(identifier, concept),
                    concept.subtype(),
                    without(concept.name(), synonyms.getOrDefault(identifier, List.of())),
                    without(concept.name(), related.getOrDefault(identifier, List.of())),
                    concept.parents(),
                    doubtful.getOrDefault(identifier, List.of()))));
    bare.forEach((name, subtype) -> entries.add(bare(name, subtype, true)));
    bareDoubtful.forEach((name, subtype) -> entries.add(bare(name, subtype, false)));
    return new Lexicon(header, entries);
  }

  private static LexiconEntry bare(String name, String subtype, boolean certain) {
    List<String> doubtful = certain ? List.of() : List.of(name);
    return new LexiconEntry(
        "", name, certain, subtype, List.of(), List.of(), List.of(), doubtful);
  }

  /** Whether the preferred name is the concept's and not doubtful. */
  private boolean isSearched(String identifier, Concept concept) {
    String key = key(concept.name());
    return owners.get(key).equals(identifier)
        && doubtful.getOrDefault(identifier, List.of()).stream().noneMatch(n -> key(n).equals(key));
  }

  private List<String> without(String name, List<String> names) {
    String key = key(name);
    return names.stream().filter(other -> !key(other).equals(key)).toList();
  }

  private boolean claim(String name, String owner) {
    String key = key(name);
    return !key.isEmpty() && owners.putIfAbsent(key, owner) == null;
  }
}
