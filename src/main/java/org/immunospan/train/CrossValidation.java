package org.immunospan.train;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.immunospan.format.csv.OffsetUnit;
import org.immunospan.format.csv.SpansCsv;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.tag.Tagger;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.SegmentedDocument;

/**
 * Finds the names of each part of the target corpora by a model that learned from the other parts.
 */
public final class CrossValidation {

  /** Divides the corpora so that one of N parts is held out. */
  @FunctionalInterface
  public interface Splits {
    CorpusSplit of(int folds, int fold) throws IOException;
  }

  /** Makes a tagger that learned from what is not held out. */
  @FunctionalInterface
  public interface Learner {
    Tagger learn(CorpusSplit split, String name) throws IOException;
  }

  private final Splits splits;
  private final Learner learner;
  private final SentenceSplitter splitter;

  public CrossValidation(Splits splits, Learner learner, SentenceSplitter splitter) {
    this.splits = splits;
    this.learner = learner;
    this.splitter = splitter;
  }

  /** Runs all folds and writes what was found, as spans.csv. */
  public void write(int folds, Path spans) throws IOException {
    SpansCsv csv = new SpansCsv(OffsetUnit.CODEPOINTS);
    try (BufferedWriter writer = Files.newBufferedWriter(spans, StandardCharsets.UTF_8)) {
      writer.write(SpansCsv.header());
      for (int fold = 0; fold < folds; fold++) {
        CorpusSplit split = splits.of(folds, fold);
        Tagger tagger = learner.learn(split, "fold " + (fold + 1));
        for (CorpusSplit.Part part : split.parts()) {
          for (GoldDocument gold : part.heldOut()) {
            writer.write(rows(splitter.segment(gold.document()), tagger, csv));
          }
        }
      }
    }
  }

  private static String rows(SegmentedDocument document, Tagger tagger, SpansCsv csv) {
    StringBuilder rows = new StringBuilder();
    csv.append(
        new AnnotatedDocument(document.document(), document.sentences(), tagger.tag(document)),
        rows);
    return rows.toString();
  }
}
