package org.immunospan.evaluate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * The whole result as JSON. Scores are in full precision; what is undefined is {@code null}, and so
 * are the figures of identifiers where the system gives none. Lists are in a fixed order, so equal
 * results are equal bytes.
 */
public final class JsonReport {

  private final Evaluation evaluation;
  private final JsonGenerator json;

  private JsonReport(Evaluation evaluation, JsonGenerator json) {
    this.evaluation = evaluation;
    this.json = json;
  }

  /** Writes the report; the caller closes the writer. */
  public static void write(
      Evaluation evaluation, List<Difference> differences, boolean seen, Writer out)
      throws IOException {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    JsonGenerator json = new JsonFactory().createGenerator(out);
    json.setPrettyPrinter(printer);
    JsonReport report = new JsonReport(evaluation, json);
    json.writeStartObject();
    report.input();
    report.schemes();
    report.bc2();
    report.links();
    report.seen(seen);
    report.differences(differences);
    report.errors();
    json.writeEndObject();
    json.flush();
    out.write('\n');
  }

  private void input() throws IOException {
    GoldSet gold = evaluation.gold();
    json.writeObjectFieldStart("gold");
    json.writeStringField("format", gold.format().label());
    json.writeNumberField("documents", gold.documents().size());
    json.writeNumberField("discontinuous", gold.discontinuous());
    json.writeNumberField("not_at_their_text", gold.problems().size());
    json.writeObjectFieldStart("types_left_out");
    for (var type : gold.typesLeftOut().entrySet()) {
      json.writeNumberField(type.getKey(), type.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
    json.writeObjectFieldStart("settings");
    json.writeStringField("scheme", evaluation.settings().scheme().label());
    json.writeNumberField("resamples", evaluation.settings().resamples());
    json.writeNumberField("shuffles", evaluation.settings().shuffles());
    json.writeNumberField("seed", evaluation.settings().seed());
    json.writeEndObject();
  }

  private void schemes() throws IOException {
    int types = evaluation.settings().filters().size();
    json.writeObjectFieldStart("schemes");
    for (Scheme scheme : Scheme.values()) {
      json.writeArrayFieldStart(scheme.label());
      List<ScoreRow> rows = evaluation.rows(scheme);
      for (int i = 0; i < rows.size(); i++) {
        json.writeStartObject();
        row(rows.get(i));
        if (i < types && scheme != Scheme.OVERLAP) {
          verdicts(scheme, i);
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

  private void verdicts(Scheme scheme, int row) throws IOException {
    for (boolean goldSide : new boolean[] {true, false}) {
      json.writeObjectFieldStart(goldSide ? "of_gold" : "of_system");
      for (Verdict verdict : Verdict.values()) {
        String name =
            switch (verdict) {
              case CORRECT -> "correct";
              case INCORRECT -> "incorrect";
              case PARTIAL -> "partial";
              case ALONE -> goldSide ? "missed" : "spurious";
            };
        json.writeNumberField(name, evaluation.verdicts(scheme, row, goldSide, verdict));
      }
      json.writeEndObject();
    }
  }

  private void bc2() throws IOException {
    if (evaluation.bc2Official().isPresent()) {
      json.writeArrayFieldStart("bc2");
      for (ScoreRow row :
          List.of(evaluation.bc2Official().get(), evaluation.bc2Strict().orElseThrow())) {
        json.writeStartObject();
        row(row);
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private void links() throws IOException {
    json.writeArrayFieldStart("identifiers");
    for (int row = 0; row < evaluation.settings().filters().size(); row++) {
      LinkScore link = evaluation.links(row);
      if (!link.isDefined()) {
        continue;
      }
      json.writeStartObject();
      json.writeStringField("type", evaluation.label(row));
      json.writeNumberField("right_spans_with_identifier", link.linkable());
      if (!link.isLinked()) {
        json.writeNullField("right_identifier");
        json.writeNullField("accuracy");
        json.writeNullField("end_to_end");
        json.writeNullField("per_document");
        json.writeEndObject();
        continue;
      }
      json.writeNumberField("right_identifier", link.linked());
      number("accuracy", link.accuracy());
      score("end_to_end", link.endToEnd());
      score("per_document", link.document());
      if (link.lineage().gold() > 0) {
        score("lineage", link.lineage());
        json.writeNumberField("more_general", link.moreGeneral());
        json.writeNumberField("more_specific", link.moreSpecific());
        json.writeNumberField("unrelated", link.unrelated());
      }
      json.writeNumberField("without_identifier", link.unlinked());
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

  private void seen(boolean given) throws IOException {
    if (!given) {
      return;
    }
    json.writeArrayFieldStart("recall_by_training");
    for (int row = 0; row < evaluation.settings().filters().size(); row++) {
      SeenRecall seen = evaluation.seen(row);
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

  private void differences(List<Difference> differences) throws IOException {
    if (differences.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("comparison");
    for (Difference difference : differences) {
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
      for (var entry : evaluation.errorClasses(missed).entrySet()) {
        json.writeNumberField(entry.getKey().label(), entry.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void estimate(String name, Estimate estimate) throws IOException {
    number(name, estimate.value());
    if (!Double.isNaN(estimate.interval().low())) {
      json.writeArrayFieldStart(name + "_interval");
      json.writeNumber(estimate.interval().low());
      json.writeNumber(estimate.interval().high());
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
