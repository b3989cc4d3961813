package org.immunospan.gene.link;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.immunospan.lexicon.gene.GeneLexicon;
import org.immunospan.resource.FileSource;

/**
 * What the gene linker knows: the lexicon, the words around names, the clues of species, the
 * readings by convention, and the weights. Immutable; safe to share.
 */
public final class GeneLinkData {

  private final GeneLexicon lexicon;
  private final LinkWords words;
  private final SpeciesClues clues;
  private final GeneReadings readings;
  private final LogLinearModel model;
  private final Map<Integer, Integer> byHgnc;
  private final GroupFinder groups;

  private GeneLinkData(
      GeneLexicon lexicon,
      LinkWords words,
      SpeciesClues clues,
      GeneReadings readings,
      LogLinearModel model) {
    this.lexicon = lexicon;
    this.words = words;
    this.clues = clues;
    this.readings = readings;
    this.model = model;
    byHgnc = lexicon.numbersByHgnc();
    groups = new GroupFinder(lexicon, words);
  }

  /**
   * Reads {@code genes.bin}, {@code gene-link-words.tsv}, {@code species-clues.tsv}, {@code
   * gene-readings.tsv}, {@code cell-markers.tsv} and {@code gene-link.tsv}.
   */
  public static GeneLinkData read(FileSource files) throws IOException {
    try (InputStream in = files.open("gene-link.tsv")) {
      return read(files, LogLinearModel.read(in, "gene-link.tsv"));
    }
  }

  /** The same without weights of its own, for training. */
  public static GeneLinkData read(FileSource files, LogLinearModel model) throws IOException {
    try (InputStream genes = files.open("genes.bin");
        InputStream clues = files.open("species-clues.tsv");
        InputStream readings = files.open("gene-readings.tsv");
        InputStream markers = files.open("cell-markers.tsv")) {
      LinkWords words = LinkWords.read(files);
      GeneReadings read = GeneReadings.read(readings, "gene-readings.tsv", words);
      read.addMarkers(markers, "cell-markers.tsv");
      return new GeneLinkData(
          GeneLexicon.read(genes, "genes.bin"),
          words,
          SpeciesClues.read(clues, "species-clues.tsv"),
          read,
          model);
    }
  }

  /** The same with other weights. */
  public GeneLinkData with(LogLinearModel other) {
    return new GeneLinkData(lexicon, words, clues, readings, other);
  }

  public GeneLexicon lexicon() {
    return lexicon;
  }

  LinkWords words() {
    return words;
  }

  SpeciesClues clues() {
    return clues;
  }

  GeneReadings readings() {
    return readings;
  }

  GroupFinder groups() {
    return groups;
  }

  LogLinearModel model() {
    return model;
  }

  /** The number in the lexicon of an HGNC number, or -1. */
  int numberOf(int hgnc) {
    return byHgnc.getOrDefault(hgnc, -1);
  }
}
