package org.immunospan.format.record;

import org.immunospan.format.source.Content;
import org.immunospan.format.source.ReadFault;
import org.immunospan.text.Bibliography;
import org.immunospan.text.Document;
import org.immunospan.text.DocumentBuilder;

/**
 * A record whose abstract is one string, while it is read: PubTator, JSONL, MEDLINE, CSV. {@link
 * InlineLabels} finds the sections of the abstract. Both texts stay as they are; a text of white
 * space alone counts as missing.
 */
public final class TitleAndAbstract {

  private final Content content;
  private final String place;
  private final String id;
  private Bibliography bibliography = Bibliography.UNKNOWN;
  private String title;
  private String abstractText;

  /**
   * @param place where the record begins, for messages
   */
  public TitleAndAbstract(Content content, String place, String id) {
    this.content = content;
    this.place = place;
    this.id = id;
  }

  public String id() {
    return id;
  }

  public void bibliography(Bibliography newBibliography) {
    bibliography = newBibliography;
  }

  public boolean hasTitle() {
    return title != null;
  }

  public void title(String text) {
    title = text;
  }

  public void abstractText(String text) {
    abstractText = text;
  }

  /** How many characters of a title that counts as missing stand before the abstract. */
  public int lostBeforeAbstract() {
    return isBlank(title) ? (title == null ? 0 : title.length()) + 1 : 0;
  }

  /**
   * The finished document.
   *
   * @throws ReadFault of extent {@code RECORD} when there is no text in it
   */
  public Document toDocument() throws ReadFault {
    if (isBlank(title) && isBlank(abstractText)) {
      throw ReadFault.ofRecord(
          place, id, "found neither title nor abstract, expected at least one");
    }
    DocumentBuilder builder = new DocumentBuilder(id);
    if (!isBlank(title)) {
      builder.title(title);
    }
    if (!isBlank(abstractText)) {
      builder.parts(abstractText, InlineLabels.sections(abstractText));
    }
    return builder.bibliography(bibliography).sourceFile(content.sourceFile()).build();
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
