package org.immunospan.evaluate;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.Quantity;

/** Prints how well a newly trained model does on what was held out of each corpus. */
public final class HeldOutScore {

  private HeldOutScore() {}

  /**
   * Prints the scores of one corpus, or nothing if nothing of it was held out.
   *
   * @param corpus what to call it
   */
  public static void print(
      String corpus,
      List<GoldDocument> heldOut,
      EntityType type,
      Function<Document, List<Mention>> tagger,
      PrintStream out) {
    if (!heldOut.isEmpty()) {
      Evaluation evaluation = Evaluation.of(heldOut, type, tagger);
      out.printf("%s, %s held out%n", corpus, Quantity.of(heldOut.size(), "document"));
      print(Scheme.STRICT, evaluation, out);
      print(Scheme.OVERLAP, evaluation, out);
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
