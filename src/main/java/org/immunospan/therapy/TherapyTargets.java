package org.immunospan.therapy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.immunospan.lexicon.Table;
import org.immunospan.resource.FileSource;
import org.immunospan.text.Concept;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.Span;

/**
 * Says which gene a therapy acts on where its name says so: MS4A1 for {@code anti-CD20}, TNF for
 * {@code TNF inhibitors}. The genes are the mentions inside the name; whether they are its targets
 * is decided by the words around them. The target of a drug that the name does not hold ({@code
 * rituximab}) is not looked up. Immutable; safe to share.
 */
public final class TherapyTargets {

  private static final String FILE = "therapy-targets.tsv";

  private enum Kind {
    /** A word anywhere in the name, outside of genes, makes all genes in it targets. */
    WORD,
    /** Letters right before a gene make it a target. */
    PREFIX,
    /** A word right after a gene says that it is not a target. */
    NOT
  }

  private final Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);

  private TherapyTargets() {
    for (Kind kind : Kind.values()) {
      words.put(kind, new HashSet<>());
    }
  }

  /** Reads {@code therapy-targets.tsv}. */
  public static TherapyTargets read(FileSource files) throws IOException {
    TherapyTargets targets = new TherapyTargets();
    try (InputStream in = files.open(FILE)) {
      for (Table.Row row : Table.read(in, FILE, "id", "kind", "form", "why").rows()) {
        String form = row.required("form").toLowerCase(Locale.ROOT);
        targets.words.get(row.constant("kind", Kind.class)).add(form);
      }
    }
    return targets;
  }

  /**
   * The mentions of a document, the therapies with their targets. A short form has the targets of
   * its long form.
   *
   * @param mentions with identifiers of genes
   */
  public List<Mention> add(String text, List<Mention> mentions) {
    Map<String, List<String>> byName = new HashMap<>();
    List<Mention> all = new ArrayList<>(mentions.size());
    for (Mention mention : mentions) {
      List<String> targets =
          mention.type() == EntityType.THERAPY ? targets(text, mention, mentions) : List.of();
      all.add(targets.isEmpty() ? mention : mention.withTargets(targets));
      if (!targets.isEmpty()) {
        byName.putIfAbsent(mention.span().of(text), targets);
      }
    }
    if (!byName.isEmpty()) {
      all.replaceAll(
          mention ->
              mention.type() == EntityType.THERAPY && mention.targets().isEmpty()
                  ? mention.withTargets(byName.getOrDefault(mention.longForm(), List.of()))
                  : mention);
    }
    return all;
  }

  private List<String> targets(String text, Mention therapy, List<Mention> mentions) {
    Set<String> targets = new LinkedHashSet<>();
    Boolean hasWord = null;
    for (Mention gene : mentions) {
      boolean isInside =
          gene.type() == EntityType.GENE
              && therapy.span().contains(gene.span())
              && !therapy.span().equals(gene.span());
      if (!isInside || has(Kind.NOT, wordAfter(text, gene.span().end() + 1, therapy.span()))) {
        continue;
      }
      hasWord = hasWord == null ? Boolean.valueOf(hasWord(text, therapy, mentions)) : hasWord;
      if (hasWord || has(Kind.PREFIX, lettersBefore(text, therapy.span(), gene.span().begin()))) {
        targets.addAll(identifiers(gene));
      }
    }
    return List.copyOf(targets);
  }

  private static List<String> identifiers(Mention gene) {
    return gene.gene().hgnc().isEmpty()
        ? gene.concepts().stream().map(Concept::identifier).toList()
        : gene.gene().hgnc();
  }

  private boolean hasWord(String text, Mention therapy, List<Mention> mentions) {
    int at = therapy.span().begin();
    while (at < therapy.span().end()) {
      String word = wordAfter(text, at, therapy.span());
      if (has(Kind.WORD, word) && !isInGene(new Span(at, at + word.length()), mentions)) {
        return true;
      }
      at += word.length() + 1;
    }
    return false;
  }

  private static boolean isInGene(Span word, List<Mention> mentions) {
    return mentions.stream()
        .anyMatch(other -> other.type() == EntityType.GENE && other.span().contains(word));
  }

  private boolean has(Kind kind, String word) {
    return words.get(kind).contains(word.toLowerCase(Locale.ROOT));
  }

  /** The letters from a place in a therapy on. */
  private static String wordAfter(String text, int begin, Span therapy) {
    int end = begin;
    while (end < therapy.end() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end == begin ? "" : text.substring(begin, end);
  }

  private static String lettersBefore(String text, Span therapy, int end) {
    int to = end > therapy.begin() && !Character.isLetter(text.charAt(end - 1)) ? end - 1 : end;
    int begin = to;
    while (begin > therapy.begin() && Character.isLetter(text.charAt(begin - 1))) {
      begin--;
    }
    return text.substring(begin, to);
  }
}
