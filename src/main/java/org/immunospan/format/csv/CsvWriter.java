package org.immunospan.format.csv;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.format.write.Loss;
import org.immunospan.format.write.MarkedDocument;
import org.immunospan.format.write.Written;

/**
 * Writes gold, or the result of any system, as spans.csv and documents.csv. Offsets count code
 * points. Lost are the parts of discontinuous mentions.
 */
public final class CsvWriter implements DocumentWriter {

  private static final String SPANS = "spans.csv";

  @Override
  public String name() {
    return "csv";
  }

  @Override
  public List<OneFile> files() {
    return List.of(
        new OneFile(SPANS, SpansCsv.header(), "", ""),
        new OneFile(CsvReader.DOCUMENTS, DocumentsCsv.header(), "", ""));
  }

  @Override
  public void write(MarkedDocument document, Written written) {
    GoldDocument gold = document.gold();
    DocumentsCsv.append(gold.document(), written.part(CsvReader.DOCUMENTS));
    IntUnaryOperator offsets = OffsetUnit.CODEPOINTS.on(gold.text());
    for (GoldMention mention : gold.mentions()) {
      SpanRow.of(
              gold.id(),
              SpansCsv.section(gold.document().sections(), mention.span()),
              SpansCsv.sentence(document.sentences(), mention.span()),
              offsets.applyAsInt(mention.span().begin()),
              offsets.applyAsInt(mention.span().end()),
              mention.span().of(gold.text()),
              mention)
          .append(written.part(SPANS));
      written.lose(Loss.PARTS, mention.isDiscontinuous() ? 1 : 0);
    }
  }
}
