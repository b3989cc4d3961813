package org.immunospan.format.csv;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Concept;
import org.immunospan.text.Mention;
import org.immunospan.text.Section;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;

/**
 * The rows of spans.csv: one for each mention, in the order of the mentions. Begin and end are
 * half-open offsets on the text of the document, in the unit asked for; {@code text} is exactly
 * that slice. Immutable; safe to share.
 */
public final class SpansCsv {

  private final OffsetUnit unit;

  public SpansCsv(OffsetUnit unit) {
    this.unit = unit;
  }

  /** The header line with its line end. */
  public static String header() {
    StringBuilder header = new StringBuilder();
    SpanRow.appendHeader(header);
    return header.toString();
  }

  /** Appends the rows of one document. */
  public void append(AnnotatedDocument annotated, StringBuilder rows) {
    String text = annotated.document().text();
    IntUnaryOperator offsets = unit.on(text);
    for (Mention mention : annotated.mentions()) {
      Span span = mention.span();
      SpanRow row =
          new SpanRow(
              annotated.document().id(),
              section(annotated.document().sections(), span),
              sentence(annotated.sentences(), span),
              offsets.applyAsInt(span.begin()),
              offsets.applyAsInt(span.end()),
              span.of(text),
              mention.type().name(),
              mention.subtype(),
              joined(mention.concepts(), Concept::identifier),
              joined(mention.concepts(), Concept::name),
              mention.score(),
              mention.source(),
              mention.longForm(),
              mention.lineage(),
              String.join("|", mention.gene().hgnc()),
              String.join("|", mention.gene().ncbiGene()),
              mention.gene().species(),
              mention.gene().score(),
              String.join("|", mention.targets()));
      row.append(rows);
    }
  }

  static String section(List<Section> sections, Span span) {
    for (Section section : sections) {
      if (section.span().contains(span)) {
        return section.label();
      }
    }
    return "";
  }

  static String sentence(List<Sentence> sentences, Span span) {
    for (Sentence sentence : sentences) {
      if (sentence.span().contains(span)) {
        return Integer.toString(sentence.number());
      }
    }
    return "";
  }

  private static String joined(List<Concept> concepts, Function<Concept, String> part) {
    return concepts.size() == 1
        ? part.apply(concepts.get(0))
        : concepts.stream().map(part).collect(Collectors.joining("|"));
  }
}
