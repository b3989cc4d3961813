package org.immunospan.gene.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunospan.lexicon.gene.GeneLexicon;
import org.immunospan.lexicon.gene.GeneNameKey;

/**
 * Finds the genes that a name may mean. What was found is kept for the names used last. One for
 * each thread.
 */
final class CandidateFinder {

  private static final int KEPT = 20_000;
  private static final int MOST = 30;

  /**
   * What is known of a name.
   *
   * @param candidates by the surest variant that has any; those of the long form otherwise
   * @param longFormGenes the genes that the long form may mean
   * @param numbered how many of the key with 1, 2, 3, a, b, c after it are names of genes: those of
   *     a family are many
   */
  record Found(List<Candidate> candidates, Set<Integer> longFormGenes, int numbered) {
    Found {
      candidates = List.copyOf(candidates);
      longFormGenes = Set.copyOf(longFormGenes);
    }
  }

  private final GeneLexicon lexicon;
  private final LinkWords words;
  private final Map<String, Found> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Found> eldest) {
          return size() > KEPT;
        }
      };

  CandidateFinder(GeneLexicon lexicon, LinkWords words) {
    this.lexicon = lexicon;
    this.words = words;
  }

  /**
   * The candidates of a name.
   *
   * @param longForm of an abbreviation, or ""
   */
  Found find(String name, String longForm) {
    return kept.computeIfAbsent(name + '\t' + longForm, k -> search(name, longForm));
  }

  private Found search(String name, String longForm) {
    List<Candidate> ofLongForm = longForm.isEmpty() ? List.of() : candidates(longForm, true);
    Set<Integer> longFormGenes = new HashSet<>();
    ofLongForm.forEach(candidate -> longFormGenes.add(candidate.gene()));
    List<Candidate> candidates = candidates(name, false);
    boolean agree = candidates.stream().anyMatch(c -> longFormGenes.contains(c.gene()));
    if (!agree && !ofLongForm.isEmpty()) {
      candidates = new ArrayList<>(candidates);
      candidates.addAll(ofLongForm);
    }
    return new Found(candidates, longFormGenes, numbered(GeneNameKey.of(name)));
  }

  private List<Candidate> candidates(String name, boolean fromLongForm) {
    for (NameVariant variant : NameVariant.of(name, words)) {
      List<GeneLexicon.Hit> hits = lexicon.find(variant.key());
      if (!hits.isEmpty() && hits.size() <= MOST) {
        return hits.stream()
            .map(hit -> new Candidate(hit.gene(), hit.sources(), variant.kind(), fromLongForm))
            .toList();
      }
    }
    return onlyMember(GeneNameKey.of(name), fromLongForm);
  }

  /** {@code psoriasin} for psoriasin 1, where there is no psoriasin 2. */
  private List<Candidate> onlyMember(String key, boolean fromLongForm) {
    if (key.length() < 5 || numbered(key) != 1) {
      return List.of();
    }
    List<Candidate> members = new ArrayList<>();
    for (String end : List.of("1", "a")) {
      for (GeneLexicon.Hit hit : lexicon.find(key + end)) {
        members.add(
            new Candidate(hit.gene(), hit.sources(), NameVariant.Kind.ONLY_MEMBER, fromLongForm));
      }
    }
    return members;
  }

  private int numbered(String key) {
    int count = 0;
    for (String end : List.of("1", "2", "3", "4", "a", "b", "c")) {
      count += lexicon.find(key + end).isEmpty() ? 0 : 1;
    }
    return count;
  }
}
