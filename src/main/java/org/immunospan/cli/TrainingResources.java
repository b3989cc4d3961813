package org.immunospan.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.immunospan.cell.CellGrammarTagger;
import org.immunospan.cell.CellModelFactory;
import org.immunospan.crf.feature.WordClusters;
import org.immunospan.gene.GeneModelFactory;
import org.immunospan.resource.FileSource;
import org.immunospan.resource.ResourceFile;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.text.UserException;
import org.immunospan.therapy.TherapyEvidence;
import org.immunospan.therapy.TherapyModelFactory;

/** What training takes from the shipped models. */
final class TrainingResources {

  private TrainingResources() {}

  static SentenceSplitter splitter() throws IOException {
    try (InputStream in = ResourceFile.shipped("sentences.bin").open()) {
      return SentenceSplitter.load(in).get();
    }
  }

  /** Lexicon and grammar of cells. */
  static CellGrammarTagger cellGrammar() throws IOException {
    return CellGrammarTagger.read(FileSource.shipped(), new BiomedicalTokenizer());
  }

  /** The gene model, for its clusters and names. */
  static GeneModelFactory geneModel() throws IOException {
    try (InputStream in = new BufferedInputStream(ResourceFile.shipped("gene.bin").open())) {
      return GeneModelFactory.of(in);
    }
  }

  /** The cell model, for its names. */
  static CellModelFactory cellModel() throws IOException {
    try (InputStream in = new BufferedInputStream(ResourceFile.shipped("cell.bin").open())) {
      return CellModelFactory.of(in);
    }
  }

  /** Lexicon and grammar of therapies. */
  static TherapyEvidence therapyEvidence() throws IOException {
    return TherapyEvidence.read(FileSource.shipped(), new BiomedicalTokenizer());
  }

  /** The therapy model, for its names. */
  static TherapyModelFactory therapyModel() throws IOException {
    try (InputStream in = new BufferedInputStream(ResourceFile.shipped("therapy.bin").open())) {
      return TherapyModelFactory.of(in);
    }
  }

  /** What {@code train clusters} wrote. */
  static WordClusters clusters(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return WordClusters.read(in, file.toString());
    } catch (IllegalArgumentException | java.io.UncheckedIOException e) {
      throw new UserException(e.getMessage(), e);
    }
  }
}
