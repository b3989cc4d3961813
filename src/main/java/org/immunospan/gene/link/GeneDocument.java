package org.immunospan.gene.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunospan.lexicon.gene.Gene;
import org.immunospan.lexicon.gene.GeneLexicon;
import org.immunospan.lexicon.gene.GeneNameKey;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;

/**
 * What the linker sees of a document: its words, its clues of species, and each name once with its
 * candidates. Made for each document.
 */
final class GeneDocument {

  /**
   * A name of the document with all its mentions.
   *
   * @param text as it is written
   * @param longForm or ""
   */
  record Name(String text, String longForm) {}

  private final SegmentedDocument document;
  private final List<SpeciesClues.Found> clues;
  private final List<SpeciesClues.Found> otherClues = new ArrayList<>();
  private final Set<Integer> taxa = new HashSet<>();
  private final boolean ofMice;
  private final Optional<Species> heading;
  private final Map<Name, CandidateFinder.Found> found = new LinkedHashMap<>();
  private final Map<Name, Integer> counts = new HashMap<>();
  private final Set<String> words = new HashSet<>();
  private final Map<Integer, Gene> genes = new HashMap<>();
  private final GeneLexicon lexicon;

  /** How many names surely mean a gene of a group. */
  private final Map<Integer, Integer> groups = new HashMap<>();

  /** Genes that a name surely means, with how many names. */
  private final Map<Integer, Integer> sure = new HashMap<>();

  GeneDocument(
      SegmentedDocument document,
      List<Mention> mentions,
      GeneLexicon lexicon,
      CandidateFinder finder,
      SpeciesClues speciesClues) {
    this.document = document;
    this.lexicon = lexicon;
    clues = speciesClues.find(document.text());
    for (SpeciesClues.Found clue : clues) {
      taxa.add(clue.clue().taxon());
      if (Species.of(clue.clue().taxon()) == Species.OTHER) {
        otherClues.add(clue);
      }
    }
    ofMice = isOfMice(clues);
    heading = SpeciesHeadings.only(document.document().bibliography().meshHeadings());
    words.addAll(GeneNameKey.words(document.text()));
    for (Mention mention : mentions) {
      Name name = name(mention);
      counts.merge(name, 1, Integer::sum);
      found.computeIfAbsent(name, n -> finder.find(n.text(), n.longForm()));
    }
    for (CandidateFinder.Found of : found.values()) {
      if (of.candidates().size() == 1) {
        int number = of.candidates().get(0).gene();
        sure.merge(number, 1, Integer::sum);
        gene(number).groups().forEach(group -> groups.merge(group, 1, Integer::sum));
      }
    }
  }

  Name name(Mention mention) {
    return new Name(mention.span().of(document.text()), mention.longForm());
  }

  CandidateFinder.Found found(Name name) {
    return found.get(name);
  }

  Set<Name> names() {
    return found.keySet();
  }

  int count(Name name) {
    return counts.getOrDefault(name, 0);
  }

  Gene gene(int number) {
    return genes.computeIfAbsent(number, lexicon::gene);
  }

  String text() {
    return document.text();
  }

  String title() {
    return document.document().title();
  }

  /** The only species that the MeSH headings of the record name; empty for most formats. */
  Optional<Species> heading() {
    return heading;
  }

  List<SpeciesClues.Found> clues() {
    return clues;
  }

  /** The number of the first clue that ends after a place; clues are sorted and disjoint. */
  int clueAfter(int place) {
    return clueAfter(clues, place);
  }

  /** The same for some of the clues. */
  static int clueAfter(List<SpeciesClues.Found> clues, int place) {
    int low = 0;
    int high = clues.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (clues.get(middle).end() <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The clues of species that are neither human, mouse nor rat. */
  List<SpeciesClues.Found> otherClues() {
    return otherClues;
  }

  /** The taxa of the clues. */
  Set<Integer> taxa() {
    return taxa;
  }

  /** Whether words speak of mice more often than of people. */
  boolean isOfMice() {
    return ofMice;
  }

  private static boolean isOfMice(List<SpeciesClues.Found> clues) {
    int mice = 0;
    int people = 0;
    for (SpeciesClues.Found each : clues) {
      mice += each.clue().taxon() == Species.MOUSE.taxon() ? 1 : 0;
      people += each.clue().taxon() == Species.HUMAN.taxon() ? 1 : 0;
    }
    return mice > people;
  }

  boolean hasWord(String word) {
    return words.contains(word);
  }

  Set<String> words() {
    return words;
  }

  /** Names that surely mean another gene of one of the groups. */
  int relatives(Gene gene) {
    int most = 0;
    for (int group : gene.groups()) {
      most = Math.max(most, groups.getOrDefault(group, 0));
    }
    return most;
  }

  /** Names that surely mean this gene. */
  int sureNames(int number) {
    return sure.getOrDefault(number, 0);
  }

  /** The sentence around a span; the span itself where there is none. */
  Span sentence(Span span) {
    List<Sentence> sentences = document.sentences();
    int low = 0;
    int high = sentences.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sentences.get(middle).span().end() < span.end()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < sentences.size() && sentences.get(low).span().contains(span)
        ? sentences.get(low).span()
        : span;
  }

  /** The words and marks after a span, at most this many, in lowercase. */
  List<String> wordsAfter(Span span, int most) {
    return words(
        document.text().substring(span.end(), Math.min(text().length(), span.end() + 40)), most);
  }

  /** The word before a span, or "". */
  String wordBefore(Span span) {
    List<String> before =
        words(document.text().substring(Math.max(0, span.begin() - 30), span.begin()), 99);
    return before.isEmpty() ? "" : before.get(before.size() - 1);
  }

  private static List<String> words(String text, int most) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < text.length() && words.size() < most) {
      int end = at;
      while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
        end++;
      }
      if (end > at) {
        words.add(text.substring(at, end).toLowerCase(Locale.ROOT));
        at = end;
      } else {
        if (".;:(),".indexOf(text.charAt(at)) >= 0) {
          words.add(String.valueOf(text.charAt(at)));
        }
        at++;
      }
    }
    return words;
  }
}
