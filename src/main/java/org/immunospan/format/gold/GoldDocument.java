package org.immunospan.format.gold;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Concept;
import org.immunospan.text.Document;

/**
 * A document with the names that people, or a program, marked in it. Mentions are sorted by begin,
 * longest first, then type; they may overlap and repeat if the corpus has them so. Immutable.
 *
 * @param alternatives shorter or longer readings that count as right too (BC2GM's ALTGENE.eval);
 *     empty for every other corpus
 * @param unplaced places where a mention may be whose text is not at its offsets: where the offsets
 *     point, and the nearest place that holds the text. It is not scored, nor is a system span that
 *     touches one of these places
 * @param problems marks of the file that do not fit its text
 * @param isMarked whether the file holds gold for this document, be it none; else it is only a text
 */
public record GoldDocument(
    Document document,
    List<GoldMention> mentions,
    List<GoldMention> alternatives,
    List<GoldMention> unplaced,
    List<GoldProblem> problems,
    boolean isMarked) {

  /**
   * Stands for every character that is not known, in a text put together from the mentions alone (a
   * spans.csv without its documents.csv). Such a text ends with it, since its length is not known.
   */
  public static final char UNKNOWN_CHARACTER = '\uFFFD';

  private static final Comparator<GoldMention> ORDER =
      Comparator.comparing(GoldMention::span).thenComparing(GoldMention::type);

  public GoldDocument {
    Objects.requireNonNull(document, "document");
    mentions = sorted(mentions);
    alternatives = sorted(alternatives);
    unplaced = sorted(unplaced);
    problems = List.copyOf(problems);
  }

  public GoldDocument(
      Document document,
      List<GoldMention> mentions,
      List<GoldMention> alternatives,
      List<GoldMention> unplaced) {
    this(document, mentions, alternatives, unplaced, List.of(), true);
  }

  public GoldDocument(
      Document document, List<GoldMention> mentions, List<GoldMention> alternatives) {
    this(document, mentions, alternatives, List.of());
  }

  public GoldDocument(Document document, List<GoldMention> mentions) {
    this(document, mentions, List.of());
  }

  /** A text of a file that holds no gold. */
  public static GoldDocument unmarked(Document document) {
    return new GoldDocument(document, List.of(), List.of(), List.of(), List.of(), false);
  }

  /** A document with what the pipeline found in it. */
  public static GoldDocument of(AnnotatedDocument annotated) {
    return new GoldDocument(
        annotated.document(),
        annotated.mentions().stream()
            .map(
                mention ->
                    new GoldMention(
                        mention.span(),
                        mention.type().name(),
                        mention.subtype(),
                        mention.concepts().stream().map(Concept::identifier).toList(),
                        List.of(),
                        Notes.of(mention)))
            .toList());
  }

  public String id() {
    return document.id();
  }

  public String text() {
    return document.text();
  }

  /** Whether the text is that of the source, rather than put together from the mentions. */
  public boolean isTextKnown() {
    String text = text();
    return text.isEmpty() || text.charAt(text.length() - 1) != UNKNOWN_CHARACTER;
  }

  private static List<GoldMention> sorted(List<GoldMention> mentions) {
    for (int i = 1; i < mentions.size(); i++) {
      if (ORDER.compare(mentions.get(i - 1), mentions.get(i)) > 0) {
        return mentions.stream().sorted(ORDER).toList();
      }
    }
    return List.copyOf(mentions); // as they nearly always come
  }
}
