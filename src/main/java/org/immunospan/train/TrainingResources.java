package org.immunospan.train;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.immunospan.crf.feature.WordClusters;
import org.immunospan.resource.ResourceFile;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.tag.ClusterModelFactory;
import org.immunospan.text.UserException;

/** What training takes from the shipped models, and from files that replace it. */
public final class TrainingResources {

  private TrainingResources() {}

  /** The shipped sentence splitter. */
  public static SentenceSplitter splitter() throws IOException {
    try (InputStream in = ResourceFile.shipped("sentences.bin").open()) {
      return SentenceSplitter.load(in).get();
    }
  }

  /** A shipped model, for its clusters and names. */
  static TokenNameFinderModel model(String file) throws IOException {
    try (InputStream in = new BufferedInputStream(ResourceFile.shipped(file).open())) {
      return ClusterModelFactory.read(in);
    }
  }

  /** What {@code train clusters} wrote. */
  static WordClusters clusters(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return WordClusters.read(in, file.toString());
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new UserException(e.getMessage(), e);
    }
  }
}
