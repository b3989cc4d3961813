package org.immunospan.format.pubtator;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunospan.format.record.DocumentSink;
import org.immunospan.format.record.FormatReader;
import org.immunospan.format.record.TitleAndAbstract;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.Lines;
import org.immunospan.format.source.Quote;
import org.immunospan.format.source.ReadError;

/**
 * PubTator: {@code id|t|title} and {@code id|a|abstract}, then annotation and relation lines, which
 * are passed over. A document ends at a blank line, at another identifier, or where a part comes
 * again; identifiers may repeat. {@code |title|} and {@code |abstract|} are read as well.
 */
public final class PubTatorReader implements FormatReader {

  public static final Pattern PART =
      Pattern.compile("([^|\\t]{1,200})\\|(t|a|title|abstract)\\|(.*)", Pattern.DOTALL);

  private static final Pattern OTHER_PART = Pattern.compile("([^|\\t]{1,200})\\|[a-z_]+\\|");

  @Override
  public long read(Content content, DocumentSink sink) throws IOException {
    Lines lines = new Lines(content.reader());
    TitleAndAbstract current = null;
    long number = 0;
    for (String line = lines.next(); line != null; line = lines.next()) {
      Matcher part = PART.matcher(line);
      if (part.matches()) {
        String id =
            part.group(1).isBlank() ? content.fallbackId(lines.number()) : part.group(1).strip();
        boolean title = part.group(2).startsWith("t");
        if (current == null || !current.id().equals(id) || current.has(title)) {
          finish(current, sink);
          number++;
          current = new TitleAndAbstract(content.sourceFile(), lines.place(), id);
        }
        current.set(title, part.group(3));
      } else if (line.isBlank()) {
        finish(current, sink);
        current = null;
      } else if (line.indexOf('\t') < 0) {
        finish(current, sink);
        current = null;
        number++;
        sink.error(
            new ReadError(
                content.sourceFile(),
                lines.place(),
                otherPart(line),
                "found " + Quote.of(line) + ", expected id|t|title, id|a|abstract or annotations"));
      }
    }
    finish(current, sink);
    return number;
  }

  /** The identifier before a part such as {@code body}, which is no abstract. */
  private static String otherPart(String line) {
    Matcher part = OTHER_PART.matcher(line);
    return part.lookingAt() ? part.group(1) : "";
  }

  private static void finish(TitleAndAbstract current, DocumentSink sink) {
    if (current != null) {
      current.handTo(sink);
    }
  }
}
