package org.immunospan.format.pubtator;

import java.util.List;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.write.CleanText;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.format.write.Loss;
import org.immunospan.format.write.MarkedDocument;
import org.immunospan.format.write.Passages;
import org.immunospan.format.write.Written;
import org.immunospan.text.CodePoints;

/**
 * Writes PubTator as {@link PubTatorReader} reads it. Offsets count code points on title + one
 * space + abstract; a document without a title has an empty one, so that its offsets count from 1.
 * Lost are line breaks inside the title and the abstract, which become spaces, the parts of
 * discontinuous mentions, classes, scores and names.
 */
public final class PubTatorWriter implements DocumentWriter {

  private static final String FILE = "documents.pubtator";

  @Override
  public String name() {
    return "pubtator";
  }

  @Override
  public List<OneFile> files() {
    return List.of(new OneFile(FILE));
  }

  @Override
  public void write(MarkedDocument document, Written written) {
    GoldDocument gold = document.gold();
    String text = gold.text();
    int titleEnd = Passages.titleEnd(gold);
    String title = text.substring(0, titleEnd);
    String body = text.substring(titleEnd == 0 ? 0 : titleEnd + 1);
    String id = CleanText.line(gold.id()).replace('|', ' ');
    written.lose(Loss.LINE_BREAKS, breaks(title) + breaks(body));
    written.lose(Loss.NAMES, id.equals(gold.id()) ? 0 : 1);
    StringBuilder lines = written.part(FILE);
    lines.append(id).append("|t|").append(withoutBreaks(title)).append('\n');
    lines.append(id).append("|a|").append(withoutBreaks(body)).append('\n');
    CodePoints points = CodePoints.of(text);
    int shift = titleEnd == 0 ? 1 : 0;
    for (GoldMention mention : gold.mentions()) {
      lines.append(id).append('\t').append(points.fromUtf16(mention.span().begin()) + shift);
      lines.append('\t').append(points.fromUtf16(mention.span().end()) + shift);
      lines.append('\t').append(CleanText.line(mention.span().of(text)));
      lines.append('\t').append(mention.type());
      lines.append('\t').append(String.join(";", mention.identifiers())).append('\n');
      written.lose(Loss.PARTS, mention.isDiscontinuous() ? 1 : 0);
      written.lose(Loss.CLASSES, mention.subtype().isEmpty() ? 0 : 1);
      written.lose(Loss.NOTES, mention.notes().isEmpty() ? 0 : 1);
    }
    lines.append('\n');
  }

  private static long breaks(String text) {
    return text.chars().filter(c -> c == '\n' || c == '\r').count();
  }

  private static String withoutBreaks(String text) {
    return text.replace('\n', ' ').replace('\r', ' ');
  }
}
