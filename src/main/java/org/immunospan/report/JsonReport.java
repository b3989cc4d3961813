package org.immunospan.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.immunospan.evaluate.Difference;
import org.immunospan.evaluate.Estimate;
import org.immunospan.evaluate.EvaluationReport;
import org.immunospan.evaluate.EvaluationReport.ErrorClassCount;
import org.immunospan.evaluate.EvaluationReport.GoldSummary;
import org.immunospan.evaluate.EvaluationReport.SchemeScores;
import org.immunospan.evaluate.EvaluationReport.VerdictCounts;
import org.immunospan.evaluate.GeneLinks;
import org.immunospan.evaluate.Interval;
import org.immunospan.evaluate.LinkScore;
import org.immunospan.evaluate.Score;
import org.immunospan.evaluate.ScoreRow;
import org.immunospan.evaluate.SeenRecall;
import org.immunospan.evaluate.Verdict;

/**
 * An evaluation as JSON. Scores are in full precision; what is undefined is {@code null}, and so
 * are the figures of identifiers where the system gives none. Lists are in a fixed order, so equal
 * results are equal bytes.
 */
public final class JsonReport {

  private final EvaluationReport report;
  private final JsonGenerator json;

  private JsonReport(EvaluationReport report, JsonGenerator json) {
    this.report = report;
    this.json = json;
  }

  /** Writes the report; the caller closes the writer. */
  public static void write(EvaluationReport report, Writer out) throws IOException {
    JsonGenerator json = JsonFile.generator(out);
    JsonReport writer = new JsonReport(report, json);
    json.writeStartObject();
    writer.input();
    writer.schemes();
    writer.bc2();
    writer.links();
    writer.genes();
    writer.seen();
    writer.differences();
    writer.errors();
    json.writeEndObject();
    json.flush();
    out.write('\n');
  }

  private void input() throws IOException {
    GoldSummary gold = report.gold();
    json.writeObjectFieldStart("gold");
    json.writeStringField("format", gold.format());
    json.writeNumberField("documents", gold.documents());
    json.writeNumberField("discontinuous", gold.discontinuous());
    json.writeNumberField("not_at_their_text", gold.notAtTheirText());
    json.writeNumberField("left_out", gold.leftOut());
    json.writeNumberField("ignored_system_spans", gold.ignoredSpans());
    json.writeObjectFieldStart("types_left_out");
    for (var type : gold.typesLeftOut().entrySet()) {
      json.writeNumberField(type.getKey(), type.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeObjectFieldStart("settings");
    json.writeStringField("scheme", report.settings().scheme().label());
    json.writeNumberField("resamples", report.settings().resamples());
    json.writeNumberField("shuffles", report.settings().shuffles());
    json.writeNumberField("seed", report.settings().seed());
    json.writeEndObject();
  }

  private void schemes() throws IOException {
    json.writeObjectFieldStart("schemes");
    for (SchemeScores scheme : report.schemes()) {
      json.writeArrayFieldStart(scheme.scheme().label());
      for (int i = 0; i < scheme.rows().size(); i++) {
        json.writeStartObject();
        row(scheme.rows().get(i));
        if (i < scheme.verdicts().size()) {
          VerdictCounts verdicts = scheme.verdicts().get(i);
          verdicts("of_gold", verdicts.gold());
          verdicts("of_system", verdicts.system());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void row(ScoreRow row) throws IOException {
    json.writeStringField("type", row.label());
    if (row.score().isPresent()) {
      Score score = row.score().get();
      number("tp", score.truePositives());
      number("fp", score.falsePositives());
      number("fn", score.falseNegatives());
    }
    estimate("precision", row.precision());
    estimate("recall", row.recall());
    estimate("f1", row.f1());
  }

  private void verdicts(String side, Map<Verdict, Long> counts) throws IOException {
    json.writeObjectFieldStart(side);
    for (var count : counts.entrySet()) {
      json.writeNumberField(count.getKey().name().toLowerCase(Locale.ROOT), count.getValue());
    }
    json.writeEndObject();
  }

  private void bc2() throws IOException {
    if (!report.bc2().isEmpty()) {
      json.writeArrayFieldStart("bc2");
      for (ScoreRow row : report.bc2()) {
        json.writeStartObject();
        row(row);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private void links() throws IOException {
    json.writeArrayFieldStart("identifiers");
    for (LinkScore link : report.links()) {
      json.writeStartObject();
      json.writeStringField("type", link.label());
      json.writeNumberField("right_spans_with_identifier", link.linkable());
      if (link.isLinked()) {
        link(link);
      } else {
        for (String name : List.of("right_identifier", "accuracy", "end_to_end", "per_document")) {
          json.writeNullField(name);
        }
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void link(LinkScore link) throws IOException {
    json.writeNumberField("right_identifier", link.linked());
    number("accuracy", link.accuracy());
    score("end_to_end", link.endToEnd());
    score("per_document", link.document());
    if (link.hierarchical().gold() > 0) {
      score("hierarchical", link.hierarchical());
      json.writeNumberField("more_general", link.moreGeneral());
      json.writeNumberField("more_specific", link.moreSpecific());
      json.writeNumberField("unrelated", link.unrelated());
    }
    json.writeNumberField("without_identifier", link.unlinked());
  }

  private void genes() throws IOException {
    if (report.genes().isPresent()) {
      json.writeObjectFieldStart("gene_identifiers");
      genes(report.genes().get());
      json.writeEndObject();
    }
  }

  private void genes(GeneLinks genes) throws IOException {
    json.writeArrayFieldStart("columns");
    for (GeneLinks.Row row : genes.rows()) {
      json.writeStartObject();
      json.writeStringField("column", row.column());
      json.writeStringField("species", row.species());
      json.writeNumberField("right_spans_with_identifier", row.score().linkable());
      link(row.score());
      interval("accuracy", row.right().interval());
      interval("end_to_end_f1", row.f1().interval());
      interval("per_document_f1", row.documentF1().interval());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("by_link_score");
    for (GeneLinks.Point point : genes.curve()) {
      json.writeStartObject();
      number("link_score", point.linkScore());
      json.writeNumberField("rows", point.rows());
      estimate("precision", point.precision());
      number("coverage", point.coverage());
      number("recall", point.recall());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void score(String name, Score score) throws IOException {
    json.writeObjectFieldStart(name);
    number("tp", score.truePositives());
    number("fp", score.falsePositives());
    number("fn", score.falseNegatives());
    number("precision", score.precision());
    number("recall", score.recall());
    number("f1", score.f1());
    json.writeEndObject();
  }

  private void seen() throws IOException {
    if (report.seen().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("recall_by_training");
    for (SeenRecall seen : report.seen()) {
      json.writeStartObject();
      json.writeStringField("type", seen.label());
      json.writeNumberField("seen", seen.seen());
      number("recall_seen", seen.onSeen());
      json.writeNumberField("unseen", seen.unseen());
      number("recall_unseen", seen.onUnseen());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void differences() throws IOException {
    if (report.differences().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("comparison");
    for (Difference difference : report.differences()) {
      json.writeStartObject();
      json.writeStringField("type", difference.label());
      number("f1", difference.f1());
      number("other_f1", difference.otherF1());
      number("difference", difference.difference());
      number("p", difference.pValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void errors() throws IOException {
    json.writeObjectFieldStart("errors");
    for (boolean missed : new boolean[] {true, false}) {
      json.writeObjectFieldStart(missed ? "missed" : "spurious");
      for (ErrorClassCount count : report.errorClasses()) {
        long number = missed ? count.missed() : count.spurious();
        if (number > 0) {
          json.writeNumberField(count.errorClass().label(), number);
        }
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void estimate(String name, Estimate estimate) throws IOException {
    number(name, estimate.value());
    interval(name, estimate.interval());
  }

  private void interval(String name, Interval interval) throws IOException {
    if (!Double.isNaN(interval.low())) {
      json.writeArrayFieldStart(name + "_interval");
      json.writeNumber(interval.low());
      json.writeNumber(interval.high());
      json.writeEndArray();
    }
  }

  private void number(String name, double value) throws IOException {
    if (Double.isNaN(value)) {
      json.writeNullField(name);
    } else if (name.length() == 2 && value == Math.rint(value) && !name.equals("f1")) {
      json.writeNumberField(name, (long) value);
    } else {
      json.writeNumberField(name, value);
    }
  }
}
