package org.immunospan.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays out the text of a document: the title, one newline, then the parts of the abstract joined by
 * one space, then each paragraph of a full text after a newline. Empty parts leave no trace. Not
 * safe for threads; make one for each document.
 */
public final class DocumentBuilder {

  private final String id;
  private final StringBuilder text = new StringBuilder();
  private final List<Section> sections = new ArrayList<>();
  private Markup markup = Markup.NONE;
  private Bibliography bibliography = Bibliography.UNKNOWN;
  private String sourceFile = "";

  public DocumentBuilder(String id) {
    this.id = id;
  }

  /** Sets the title; call it before the first part. */
  public DocumentBuilder title(String title) {
    return title(new StyledText(title, Markup.NONE));
  }

  /** Sets the title with its markup; call it before the first part. */
  public DocumentBuilder title(StyledText title) {
    if (!sections.isEmpty()) {
      throw new IllegalStateException("document " + id + ": the title must come first, once");
    }
    return append(Section.TITLE, title);
  }

  /** Adds a part of the abstract under its label in lowercase. */
  public DocumentBuilder part(String label, String partText) {
    return append(label, new StyledText(partText, Markup.NONE));
  }

  /** Adds a part of the abstract with its markup under its label in lowercase. */
  public DocumentBuilder part(String label, StyledText partText) {
    return append(label, partText);
  }

  /** Adds a paragraph of a full text, on a line of its own, under its label in lowercase. */
  public DocumentBuilder paragraph(String label, StyledText paragraph) {
    return append(label, paragraph, true);
  }

  /** Adds an abstract as it is, with its sections counted on it. */
  public DocumentBuilder parts(String abstractText, List<Section> parts) {
    boolean first = sections.isEmpty();
    int shift = first ? 0 : text.length() + 1;
    text.append(first ? "" : "\n").append(abstractText);
    for (Section part : parts) {
      Span span = part.span();
      sections.add(new Section(part.label(), new Span(span.begin() + shift, span.end() + shift)));
    }
    return this;
  }

  public DocumentBuilder bibliography(Bibliography newBibliography) {
    bibliography = newBibliography;
    return this;
  }

  public DocumentBuilder sourceFile(String newSourceFile) {
    sourceFile = newSourceFile;
    return this;
  }

  public Document build() {
    return new Document(id, text.toString(), sections, markup, bibliography, sourceFile);
  }

  private DocumentBuilder append(String label, StyledText partText) {
    return append(label, partText, false);
  }

  private DocumentBuilder append(String label, StyledText partText, boolean onOwnLine) {
    if (!partText.isEmpty()) {
      if (!sections.isEmpty()) {
        boolean afterTitle = sections.get(sections.size() - 1).label().equals(Section.TITLE);
        text.append(afterTitle || onOwnLine ? '\n' : ' ');
      }
      int begin = text.length();
      text.append(partText.text());
      markup = markup.and(partText.markup().shifted(begin));
      sections.add(new Section(label, new Span(begin, text.length())));
    }
    return this;
  }
}
