package org.immunospan.format.record;

import org.immunospan.format.source.ReadError;
import org.immunospan.text.Bibliography;
import org.immunospan.text.Document;
import org.immunospan.text.DocumentBuilder;

/**
 * A record whose abstract is one string, while it is read: PubTator, JSONL, MEDLINE. Its parts are
 * found by {@link InlineLabels}. Both texts stay as they are; a blank one counts as missing.
 */
public final class TitleAndAbstract {

  private final String sourceFile;
  private final String place;
  private final String id;
  private Bibliography bibliography = Bibliography.UNKNOWN;
  private String title;
  private String abstractText;

  /**
   * @param place where the record begins, for messages
   */
  public TitleAndAbstract(String sourceFile, String place, String id) {
    this.sourceFile = sourceFile;
    this.place = place;
    this.id = id;
  }

  public String id() {
    return id;
  }

  public void bibliography(Bibliography newBibliography) {
    bibliography = newBibliography;
  }

  public boolean has(boolean titleAsked) {
    return (titleAsked ? title : abstractText) != null;
  }

  public void set(boolean isTitle, String text) {
    if (isTitle) {
      title = text;
    } else {
      abstractText = text;
    }
  }

  /** Ends the record: a document, or an error when there is nothing to read in it. */
  public void handTo(DocumentSink sink) {
    if (isBlank(title) && isBlank(abstractText)) {
      sink.error(
          new ReadError(
              sourceFile, place, id, "found neither title nor abstract, expected at least one"));
    } else {
      sink.document(document());
    }
  }

  private Document document() {
    DocumentBuilder builder = new DocumentBuilder(id);
    if (!isBlank(title)) {
      builder.title(title);
    }
    if (!isBlank(abstractText)) {
      builder.parts(abstractText, InlineLabels.sections(abstractText));
    }
    return builder.bibliography(bibliography).sourceFile(sourceFile).build();
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
