package org.immunospan.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.text.Span;

/**
 * Gold corpora divided into what a model learns from and what it is then scored on. The PMID
 * decides, since the same abstract sits in several corpora: a hash of it, the same on every
 * machine, holds one of N PMIDs of the target corpora out, and documents with these PMIDs are left
 * out of the auxiliary corpora, too. Of several documents of one group with the same PMID the first
 * counts. Immutable.
 */
public final class CorpusSplit {

  /** One corpus. */
  public record Part(
      TrainingCorpus corpus, List<GoldDocument> training, List<GoldDocument> heldOut) {
    public Part {
      training = List.copyOf(training);
      heldOut = List.copyOf(heldOut);
    }

    /** Genes marked in documents. */
    public static long mentions(List<GoldDocument> documents) {
      return documents.stream().mapToLong(document -> document.mentions().size()).sum();
    }
  }

  private final List<Part> parts;

  /** Identifiers of documents of one sentence. */
  private final Set<String> sentences;

  private CorpusSplit(List<Part> parts, Set<String> sentences) {
    this.parts = List.copyOf(parts);
    this.sentences = Set.copyOf(sentences);
  }

  /**
   * Reads and divides the corpora.
   *
   * @param exclusions documents that belong to neither side
   * @param folds N, to hold one of N PMIDs out; 0 for none
   */
  public static CorpusSplit of(List<TrainingCorpus> corpora, Exclusions exclusions, int folds)
      throws IOException {
    return of(corpora, exclusions, folds, 0);
  }

  /**
   * The same, with another part held out.
   *
   * @param fold which of the parts, from 0
   */
  public static CorpusSplit of(
      List<TrainingCorpus> corpora, Exclusions exclusions, int folds, int fold) throws IOException {
    List<TrainingCorpus.Content> contents = new ArrayList<>();
    Set<String> aside = new HashSet<>();
    Set<String> sentences = new HashSet<>();
    for (TrainingCorpus corpus : corpora) {
      TrainingCorpus.Content content = corpus.read();
      contents.add(content);
      for (GoldDocument document : content.documents()) {
        if (corpus.group().isEmpty() && isHeldOut(corpus.pmid(document), folds, fold)) {
          aside.add(corpus.pmid(document));
        }
        if (content.isSentences()) {
          sentences.add(document.id());
        }
      }
    }
    Set<String> seen = new HashSet<>();
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      parts.add(part(corpora.get(i), contents.get(i), exclusions, aside, seen));
    }
    return new CorpusSplit(parts, sentences);
  }

  private static Part part(
      TrainingCorpus corpus,
      TrainingCorpus.Content content,
      Exclusions exclusions,
      Set<String> aside,
      Set<String> seen) {
    List<GoldDocument> training = new ArrayList<>();
    List<GoldDocument> heldOut = new ArrayList<>();
    int number = 0;
    for (GoldDocument document : content.documents()) {
      String pmid = corpus.pmid(document);
      boolean taken =
          !exclusions.cover(pmid, document.text()) && seen.add(corpus.group() + "\t" + pmid);
      if (taken && !aside.contains(pmid) && number++ % corpus.every() == 0) {
        training.add(document);
      }
      if (taken && aside.contains(pmid) && corpus.group().isEmpty()) {
        heldOut.add(document);
      }
    }
    return new Part(corpus, training, heldOut);
  }

  /** Whether a hash of the identifier falls into the fold that is held out. */
  static boolean isHeldOut(String pmid, int folds, int fold) {
    return folds > 0 && Math.floorMod(pmid.hashCode() * 31 + 7, folds) == fold;
  }

  /** In the order of the corpora. */
  public List<Part> parts() {
    return parts;
  }

  /** What to learn from. */
  public List<TrainingSource> sources() {
    return parts.stream()
        .map(
            part ->
                new TrainingSource(
                    part.corpus().group(), part.corpus().isAdapted(), part.training()))
        .toList();
  }

  /** Cuts documents into sentences; those of a corpus of sentences are left whole. */
  public GeneSamples.Sentences sentences(Function<GoldDocument, List<Span>> splitter) {
    return document ->
        sentences.contains(document.id()) && !document.text().isEmpty()
            ? List.of(new Span(0, document.text().length()))
            : splitter.apply(document);
  }
}
