package org.immunospan.tag;

import java.util.BitSet;
import java.util.List;
import org.immunospan.text.Mention;
import org.immunospan.text.Span;

/** Which characters of a text are inside some span. For one thread. */
public final class CoveredText {

  private final BitSet covered = new BitSet();

  /** The text that mentions cover. */
  public static CoveredText of(List<Mention> mentions) {
    CoveredText text = new CoveredText();
    mentions.forEach(mention -> text.add(mention.span()));
    return text;
  }

  /** Covers a span. */
  public void add(Span span) {
    covered.set(span.begin(), span.end());
  }

  /** Whether any character of the span is covered. */
  public boolean touches(Span span) {
    int next = covered.nextSetBit(span.begin());
    return next >= 0 && next < span.end();
  }
}
