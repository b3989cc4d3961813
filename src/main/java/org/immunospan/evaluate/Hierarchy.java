package org.immunospan.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunospan.format.gold.MalformedCorpusException;

/**
 * Which terms of a terminology are more general than others: identifiers with their parents. Cycles
 * do no harm. For one thread.
 */
public final class Hierarchy {

  /** Knows no term. */
  public static final Hierarchy NONE = new Hierarchy(Map.of());

  private final Map<String, List<String>> parents;
  private final Map<String, Set<String>> known = new HashMap<>();

  private Hierarchy(Map<String, List<String>> parents) {
    this.parents = parents;
  }

  public static Hierarchy of(Map<String, List<String>> parents) {
    return new Hierarchy(Map.copyOf(parents));
  }

  boolean knows(String identifier) {
    return parents.containsKey(identifier);
  }

  /** The term itself and all that are more general, without the root that everything shares. */
  Set<String> withAncestors(String identifier) {
    return known.computeIfAbsent(identifier, this::climb);
  }

  private Set<String> climb(String start) {
    Set<String> all = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(start));
    while (!open.isEmpty()) {
      String term = open.pop();
      // A term without parents is a root; sharing it says nothing.
      List<String> above = parents.getOrDefault(term, List.of());
      if ((term.equals(start) || !above.isEmpty()) && all.add(term)) {
        open.addAll(above);
      }
    }
    return all;
  }

  /**
   * Reads tab-separated values: either two columns, child and parent, or a lexicon whose header
   * names the columns {@code identifier} and {@code parents} (several joined by {@code |}). Lines
   * that begin with {@code #} are comments.
   */
  public static Hierarchy read(Path file) throws IOException {
    Map<String, List<String>> parents = new HashMap<>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int child = 0;
      int parent = 1;
      boolean first = true;
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        List<String> fields = Arrays.asList(line.split("\t", -1));
        boolean header = first && !line.contains(":");
        first = false;
        if (header) {
          child = Math.max(fields.indexOf("identifier"), fields.indexOf("child"));
          parent = Math.max(fields.indexOf("parents"), fields.indexOf("parent"));
        }
        if (child < 0 || parent < 0 || fields.size() <= Math.max(child, parent)) {
          throw new MalformedCorpusException(
              file + ":" + number,
              "expected columns child and parent, or identifier and parents, found " + fields);
        }
        if (!header) {
          parents
              .computeIfAbsent(fields.get(child), key -> new ArrayList<>())
              .addAll(Identifier.set(fields.get(parent)));
        }
      }
    }
    return of(parents);
  }
}
