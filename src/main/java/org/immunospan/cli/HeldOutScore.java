package org.immunospan.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.immunospan.evaluate.Evaluation;
import org.immunospan.evaluate.GoldSet;
import org.immunospan.evaluate.Hierarchy;
import org.immunospan.evaluate.Scheme;
import org.immunospan.evaluate.Settings;
import org.immunospan.evaluate.SystemSpan;
import org.immunospan.evaluate.SystemSpans;
import org.immunospan.evaluate.TypeFilter;
import org.immunospan.format.GoldFormat;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.tag.Tagger;
import org.immunospan.text.EntityType;
import org.immunospan.text.Quantity;
import org.immunospan.train.GeneSplit;

/** Scores a model, alone, on what was held out of each corpus. */
final class HeldOutScore {

  private HeldOutScore() {}

  /**
   * Prints the scores.
   *
   * @param model where the tagger comes from, for messages
   */
  static void print(
      GeneSplit split,
      EntityType type,
      Tagger tagger,
      Path model,
      SentenceSplitter splitter,
      PrintStream out) {
    for (GeneSplit.Part part : split.parts()) {
      if (!part.heldOut().isEmpty()) {
        Evaluation evaluation = evaluate(part.heldOut(), type.name(), model, splitter, tagger);
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

  private static Evaluation evaluate(
      List<GoldDocument> documents,
      String type,
      Path model,
      SentenceSplitter splitter,
      Tagger tagger) {
    Map<String, GoldDocument> gold = new LinkedHashMap<>();
    Map<String, List<SystemSpan>> found = new HashMap<>();
    for (GoldDocument document : documents) {
      gold.put(document.id(), document);
      List<SystemSpan> spans = new ArrayList<>();
      for (var mention : tagger.tag(splitter.segment(document.document()))) {
        spans.add(new SystemSpan(mention.span(), type, "", "", mention.score()));
      }
      found.put(document.id(), spans);
    }
    return Evaluation.run(
        new GoldSet(GoldFormat.JSONL, gold, List.of(), new TreeMap<>(), 0, List.of(type)),
        new SystemSpans(model, found, new TreeSet<>(), new TreeMap<>()),
        new Settings(List.of(new TypeFilter(type, "")), Scheme.STRICT, 0, 1, 1, Hierarchy.NONE));
  }
}
