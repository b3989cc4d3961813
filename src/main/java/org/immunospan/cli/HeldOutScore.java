package org.immunospan.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.immunospan.evaluate.Evaluation;
import org.immunospan.evaluate.Scheme;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.tag.Tagger;
import org.immunospan.text.EntityType;
import org.immunospan.text.Quantity;
import org.immunospan.train.CorpusSplit;

/** Prints how well a newly trained model does on what was held out of each corpus. */
final class HeldOutScore {

  private HeldOutScore() {}

  static void print(
      CorpusSplit split,
      EntityType type,
      Tagger tagger,
      SentenceSplitter splitter,
      PrintStream out) {
    for (CorpusSplit.Part part : split.parts()) {
      if (!part.heldOut().isEmpty()) {
        Evaluation evaluation =
            Evaluation.of(part.heldOut(), type, document -> tagger.tag(splitter.segment(document)));
        out.printf(
            "%s, %s held out%n",
            part.corpus().path(), Quantity.of(part.heldOut().size(), "document"));
        print(Scheme.STRICT, evaluation, out);
        print(Scheme.OVERLAP, evaluation, out);
      }
    }
  }

  private static void print(Scheme scheme, Evaluation evaluation, PrintStream out) {
    var row = evaluation.rows(scheme).get(0);
    out.printf(
        Locale.ROOT,
        "  %-8s P %.4f  R %.4f  F1 %.4f%n",
        scheme.label(),
        row.precision().value(),
        row.recall().value(),
        row.f1().value());
  }
}
