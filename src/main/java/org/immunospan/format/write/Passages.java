package org.immunospan.format.write;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.text.Section;
import org.immunospan.text.Span;

/**
 * A text as pieces that a single newline separates: the title, the abstract, and in full texts
 * every section. Joined by newlines they are the text again.
 */
public final class Passages {

  private Passages() {}

  /** The pieces: a label of {@link Section} and a span that is neither empty nor blank. */
  public static List<Section> of(GoldDocument gold) {
    String text = gold.text();
    List<Section> sections = gold.document().sections();
    List<Section> passages = new ArrayList<>();
    int begin = 0;
    String label = sections.isEmpty() ? Section.ABSTRACT : sections.get(0).label();
    for (int i = 0; i + 1 < sections.size(); i++) {
      int end = sections.get(i).span().end();
      Span next = sections.get(i + 1).span();
      boolean apart = next.begin() == end + 1 && text.charAt(end) == '\n';
      if (apart && !text.substring(begin, end).isBlank() && !text.substring(end).isBlank()) {
        passages.add(new Section(label, new Span(begin, end)));
        begin = end + 1;
        label = sections.get(i + 1).label();
      } else if (!label.equals(sections.get(i + 1).label())) {
        label = Section.ABSTRACT; // the parts of a structured abstract
      }
    }
    passages.add(new Section(label, new Span(begin, text.length())));
    return passages;
  }

  /** Where the title ends when title, newline and abstract make up the text; else 0. */
  public static int titleEnd(GoldDocument gold) {
    Section first = of(gold).get(0);
    boolean isTitle = first.label().equals(Section.TITLE);
    return isTitle && first.span().end() < gold.text().length() ? first.span().end() : 0;
  }
}
