package org.immunospan.gene;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.immunospan.gene.GeneWords.Kind;
import org.immunospan.tag.CoveredText;
import org.immunospan.tag.NameOccurrences;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;

/**
 * One decision for each name and document: a name that was found in enough of the places where it
 * stands is a gene in the others, too. Leukocyte antigens ({@code CD4}) and the names that the
 * table calls always genes ({@code T cell receptor}) are genes wherever they stand. Stateless; safe
 * to share.
 */
final class GeneConsistency {

  private static final String SOURCE = "rules";
  private static final double SCORE = 0.9;

  /** N: a symbol is taken everywhere if it was found in one of N of its places. */
  private static final int SYMBOL_SHARE = 3;

  /** The same for a word. */
  private static final int WORD_SHARE = 2;

  /** Shorter words are too often words of other kinds. */
  private static final int SHORTEST_WORD = 3;

  /** What is known of one name. */
  private static final class Name {
    private Mention best;
    private int found;
  }

  private GeneConsistency() {}

  /** The genes, and further ones where the same names stand; unsorted, disjoint. */
  static List<Mention> spread(SegmentedDocument document, List<Mention> genes, GeneWords words) {
    List<Mention> spread = new ArrayList<>(genes);
    CoveredText covered = CoveredText.of(genes);
    String text = document.text();
    Map<String, Name> names = names(text, genes);
    Set<String> sought = new HashSet<>(names.keySet());
    sought.addAll(words.all(Kind.ALWAYS));
    NameOccurrences occurrences = NameOccurrences.of(document, sought);
    names.forEach(
        (name, known) -> {
          List<Span> places =
              occurrences.of(name).stream().filter(place -> !isNumbered(text, place)).toList();
          int share = Symbols.isSymbol(name) ? SYMBOL_SHARE : WORD_SHARE;
          if (known.found * share >= places.size()) {
            add(places, known.best.score(), known.best.source(), covered, spread);
          }
        });
    for (String name : words.all(Kind.ALWAYS)) {
      add(occurrences.of(name), SCORE, SOURCE, covered, spread);
    }
    for (Sentence sentence : document.sentences()) {
      add(antigens(sentence.tokens()), SCORE, SOURCE, covered, spread);
    }
    return spread;
  }

  private static Map<String, Name> names(String text, List<Mention> genes) {
    Map<String, Name> names =
        new TreeMap<>(
            (a, b) -> b.length() - a.length() != 0 ? b.length() - a.length() : a.compareTo(b));
    for (Mention gene : genes) {
      String name = gene.span().of(text);
      if (Symbols.isSymbol(name)
          || (name.length() >= SHORTEST_WORD && Character.isLetterOrDigit(name.charAt(0)))) {
        Name known = names.computeIfAbsent(name, n -> new Name());
        known.best = known.best == null ? gene : known.best;
        known.found++;
      }
    }
    return names;
  }

  private static void add(
      List<Span> places, double score, String source, CoveredText covered, List<Mention> genes) {
    for (Span place : places) {
      if (!covered.touches(place)) {
        genes.add(Mention.of(place, EntityType.GENE).withScore(score).withSource(source));
        covered.add(place);
      }
    }
  }

  /** Whether a name is but a part of a longer one, as {@code OM} in {@code OM-85}. */
  private static boolean isNumbered(String text, Span place) {
    int end = place.end();
    return end + 1 < text.length()
        && text.charAt(end) == '-'
        && Character.isDigit(text.charAt(end + 1));
  }

  /** {@code CD} with a number glued to it, and nothing more. */
  private static List<Span> antigens(Tokens tokens) {
    List<Span> antigens = new ArrayList<>();
    String text = tokens.documentText();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      int begin = tokens.begin(i);
      Span span = new Span(begin, tokens.end(i + 1));
      if (text.startsWith("CD", begin)
          && tokens.end(i) == begin + 2
          && tokens.begin(i + 1) == begin + 2
          && Character.isDigit(text.charAt(begin + 2))
          && !touchesLetters(text, span)
          && !isNumbered(text, span)) {
        antigens.add(span);
      }
    }
    return antigens;
  }

  private static boolean touchesLetters(String text, Span span) {
    return (span.begin() > 0 && Character.isLetterOrDigit(text.charAt(span.begin() - 1)))
        || (span.end() < text.length() && Character.isLetterOrDigit(text.charAt(span.end())));
  }
}
