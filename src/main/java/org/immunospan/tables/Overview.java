package org.immunospan.tables;

import java.util.List;
import java.util.Optional;

/**
 * What a page shows of the tables: totals, the most frequent concepts, the strongest pairs, and
 * sentences for each of them. Immutable.
 *
 * @param years documents by year, all years between the first and the last
 * @param concepts the most frequent concepts of each type
 * @param pairs the strongest pairs of each two types; those that may be chance come last
 * @param heatMap associations of cells with genes and therapies
 * @param sentences what numbers refer to; their index is their number
 */
public record Overview(
    Tables.Totals totals,
    List<Year> years,
    List<Concept> concepts,
    List<Pair> pairs,
    HeatMap heatMap,
    List<Sentence> sentences) {

  /** Below this q, a pair is more than chance: one in twenty of such pairs is not. */
  public static final double SIGNIFICANT = 0.05;

  public Overview {
    years = List.copyOf(years);
    concepts = List.copyOf(concepts);
    pairs = List.copyOf(pairs);
    sentences = List.copyOf(sentences);
  }

  /** Documents of a year. */
  public record Year(int year, long documents) {}

  /**
   * A concept.
   *
   * @param identifier empty for a surface form
   * @param shares its share of the documents of each year; 0 where there are none
   * @param sentences numbers of sentences that mention it
   */
  public record Concept(
      String type,
      String identifier,
      String name,
      long mentions,
      long documents,
      List<Double> shares,
      List<Integer> sentences) {
    public Concept {
      shares = List.copyOf(shares);
      sentences = List.copyOf(sentences);
    }
  }

  /**
   * Two concepts that share documents.
   *
   * @param sentenceDocuments documents with a sentence that mentions both
   * @param q adjusted p value of Fisher's exact test
   * @param sentences numbers of sentences that mention both; where none does, of sentences in
   *     shared documents that mention the first
   */
  public record Pair(
      String typeA,
      String nameA,
      String typeB,
      String nameB,
      long documents,
      long sharedSentences,
      long sentenceDocuments,
      double pmi,
      double q,
      double score,
      List<Integer> sentences) {
    public Pair {
      sentences = List.copyOf(sentences);
    }

    /** Whether this number of shared documents may well be chance. */
    public boolean mayBeChance() {
      return q >= SIGNIFICANT;
    }
  }

  /**
   * Cells by genes and therapies.
   *
   * @param pairs a row for each cell; empty where the two share too few documents
   */
  public record HeatMap(
      List<String> cells, List<Partner> partners, List<List<Optional<Pair>>> pairs) {
    public HeatMap {
      cells = List.copyOf(cells);
      partners = List.copyOf(partners);
      pairs = pairs.stream().map(List::copyOf).toList();
    }
  }

  /** A gene or a therapy. */
  public record Partner(String type, String name) {}

  /**
   * A sentence of a document.
   *
   * @param year 0 when unknown
   * @param journal empty when unknown
   */
  public record Sentence(
      String docId, int year, String journal, String text, List<SentenceMark> marks) {
    public Sentence {
      marks = List.copyOf(marks);
    }
  }

  /** A mention in a sentence; offsets are UTF-16 code units of its text. */
  public record SentenceMark(int begin, int end, String type, String title) {}
}
