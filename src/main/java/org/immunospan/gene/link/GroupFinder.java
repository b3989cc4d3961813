package org.immunospan.gene.link;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.immunospan.lexicon.gene.Gene;
import org.immunospan.lexicon.gene.GeneLexicon;
import org.immunospan.lexicon.gene.GeneNameKey;
import org.immunospan.lexicon.gene.NameSource;

/**
 * Finds the HGNC gene group that the name of a family means: the group of that name, or the only
 * one that all genes share whose symbol is the name with a number or letter after it, where these
 * are most of the group: STAT1 to STAT6 share a group with many other genes. Safe to share; what
 * was found is kept.
 */
final class GroupFinder {

  /** Fewer members may share a group by chance. */
  private static final int FEWEST_MEMBERS = 3;

  private static final List<String> ENDS =
      List.of(
          "1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c", "d", "1a", "2a", "1b", "2b");

  private final GeneLexicon lexicon;
  private final LinkWords words;
  private Map<String, Integer> byName;
  private final Map<String, Integer> kept = new ConcurrentHashMap<>();

  GroupFinder(GeneLexicon lexicon, LinkWords words) {
    this.lexicon = lexicon;
    this.words = words;
  }

  /** The number of the group; 0 for none. */
  int find(String name) {
    String key = singular(key(bare(name)));
    if (key.length() < 3) {
      return 0;
    }
    int named = byName().getOrDefault(key, 0);
    return named != 0 ? named : kept.computeIfAbsent(key, this::ofMembers);
  }

  /** Made when it is first asked for: most texts name no family. */
  private synchronized Map<String, Integer> byName() {
    if (byName == null) {
      byName = new HashMap<>();
      lexicon.groups().forEach((group, name) -> byName.putIfAbsent(singular(key(name)), group));
    }
    return byName;
  }

  private int ofMembers(String key) {
    Set<Integer> shared = null;
    int members = 0;
    for (String end : ENDS) {
      for (GeneLexicon.Hit hit : lexicon.find(key + end)) {
        if (NameSource.HUMAN_SYMBOL.isIn(hit.sources())) {
          Gene gene = lexicon.gene(hit.gene());
          members++;
          if (shared == null) {
            shared = new HashSet<>(gene.groups());
          } else {
            shared.retainAll(gene.groups());
          }
        }
      }
    }
    if (shared == null || members < FEWEST_MEMBERS || shared.size() != 1) {
      return 0;
    }
    int group = shared.iterator().next();
    List<String> symbols = lexicon.symbols(group);
    long named = symbols.stream().filter(s -> GeneNameKey.of(s).startsWith(key)).count();
    return 2 * named >= symbols.size() ? group : 0;
  }

  /** A name without what says that it is a family, and without what a name can do without. */
  private String bare(String name) {
    String rest = NameVariant.withoutSpecies(name, words);
    int space = rest.lastIndexOf(' ');
    while (space > 0 && isHead(rest.substring(space + 1))) {
      rest = rest.substring(0, space);
      space = rest.lastIndexOf(' ');
    }
    return rest;
  }

  private boolean isHead(String word) {
    return words.is(LinkWords.Kind.FAMILY, word) || words.is(LinkWords.Kind.AFTER, word);
  }

  private static String key(String name) {
    return GeneNameKey.of(name.toLowerCase(Locale.ROOT).replace(" family", ""));
  }

  private static String singular(String key) {
    return key.endsWith("ies")
        ? key.substring(0, key.length() - 3) + "y"
        : key.endsWith("s") && !key.endsWith("ss") ? key.substring(0, key.length() - 1) : key;
  }
}
