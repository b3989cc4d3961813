package org.immunospan.lexicon.build;

import java.util.ArrayList;
import java.util.Comparator;
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

  /** Names without identifier, with their subtype. */
  private final Map<String, String> bare = new TreeMap<>();

  /** A name that seldom is a mention, and its subtype where no concept has it. */
  private record Doubt(String name, String subtype) {}

  /** The doubtful names by their keys. */
  private final Map<String, Doubt> doubts = new HashMap<>();

  LexiconDraft(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** The key under which two spellings are the same name. */
  String key(String name) {
    return TermKey.of(name, tokenizer);
  }

  /** Adds a name: one that belongs to a concept, or one without identifier. */
  void add(CuratedNames.Name row) {
    if (row.identifier().isEmpty()) {
      bare(row.name(), row.subtype());
    } else {
      synonym(row.identifier(), row.name());
    }
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
    return Stream.of(synonyms, related).anyMatch(names -> names.containsKey(identifier));
  }

  /**
   * Adds a concept and claims its preferred name, which is searched for if the claim holds: if the
   * name is new or has been claimed for this same concept.
   */
  void concept(String identifier, String name, String subtype, List<String> parents) {
    owners.putIfAbsent(key(name), identifier);
    concepts.put(identifier, new Concept(name, subtype, parents));
  }

  boolean hasConcept(String identifier) {
    return concepts.containsKey(identifier);
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

  /** The names without a concept, sorted; not those that are matched and not reported. */
  List<String> withoutConcept() {
    Stream<String> certain =
        bare.keySet().stream().filter(name -> !bare.get(name).equals(LexiconEntry.NOT_A_MENTION));
    Stream<String> doubtful =
        doubts.values().stream().map(Doubt::name).filter(name -> !isClaimed(name));
    return Stream.concat(certain, doubtful).sorted().toList();
  }

  /**
   * Gives a name without a concept to one, which is added with the name's subtype where it is not
   * there yet. A doubtful name stays doubtful.
   *
   * @param label the preferred name of the concept
   */
  void adopt(String name, String identifier, String label) {
    String subtype = bare.containsKey(name) ? bare.remove(name) : doubts.get(key(name)).subtype();
    owners.put(key(name), identifier);
    synonyms.computeIfAbsent(identifier, k -> new ArrayList<>()).add(name);
    if (!hasConcept(identifier)) {
      concept(identifier, label, subtype, List.of());
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
   * Says that a name seldom is a mention. It becomes a doubtful name of the concept that claims it,
   * or is an entry of its own where none does. A name that is claimed already is not doubted.
   */
  void doubt(String name, String subtype) {
    if (!isClaimed(name)) {
      doubts.putIfAbsent(key(name), new Doubt(name, subtype));
    }
  }

  /** Adds a doubtful name to a concept. */
  void doubtful(String identifier, String name, String subtype) {
    doubt(name, subtype);
    synonym(identifier, name);
  }

  /**
   * The lexicon, sorted by identifier, then the names without one.
   *
   * @throws IllegalStateException if names were given to a concept that is not there
   */
  Lexicon toLexicon(Map<String, String> header) {
    for (Map<String, List<String>> names : List.of(synonyms, related)) {
      TreeSet<String> unknown = new TreeSet<>(names.keySet());
      unknown.removeAll(concepts.keySet());
      if (!unknown.isEmpty()) {
        throw new IllegalStateException("names for concepts that are not there: " + unknown);
      }
    }
    List<LexiconEntry> entries = new ArrayList<>();
    concepts.forEach((identifier, concept) -> entries.add(entry(identifier, concept)));
    bare.forEach((name, subtype) -> entries.add(bareEntry(name, subtype)));
    doubts.entrySet().stream()
        .filter(doubt -> !owners.containsKey(doubt.getKey()))
        .map(Map.Entry::getValue)
        .sorted(Comparator.comparing(Doubt::name))
        .forEach(doubt -> entries.add(doubtful(doubt)));
    return new Lexicon(header, entries);
  }

  private LexiconEntry entry(String identifier, Concept concept) {
    List<String> exact = without(concept.name(), synonyms.getOrDefault(identifier, List.of()));
    List<String> wider = without(concept.name(), related.getOrDefault(identifier, List.of()));
    boolean isOwner = owners.get(key(concept.name())).equals(identifier);
    List<String> doubtful =
        Stream.of(isOwner ? List.of(concept.name()) : List.<String>of(), exact, wider)
            .flatMap(List::stream)
            .filter(this::isDoubtful)
            .toList();
    return new LexiconEntry(
        identifier,
        concept.name(),
        isOwner && !isDoubtful(concept.name()),
        concept.subtype(),
        exact.stream().filter(name -> !isDoubtful(name)).toList(),
        wider.stream().filter(name -> !isDoubtful(name)).toList(),
        concept.parents(),
        doubtful);
  }

  private LexiconEntry bareEntry(String name, String subtype) {
    return isDoubtful(name)
        ? doubtful(new Doubt(name, subtype))
        : new LexiconEntry("", name, true, subtype, List.of(), List.of(), List.of(), List.of());
  }

  private static LexiconEntry doubtful(Doubt doubt) {
    return new LexiconEntry(
        "",
        doubt.name(),
        false,
        doubt.subtype(),
        List.of(),
        List.of(),
        List.of(),
        List.of(doubt.name()));
  }

  private boolean isDoubtful(String name) {
    return doubts.containsKey(key(name));
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
