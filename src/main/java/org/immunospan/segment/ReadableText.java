package org.immunospan.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.CellDetails;
import org.immunospan.text.Document;
import org.immunospan.text.Marker;
import org.immunospan.text.Markup;
import org.immunospan.text.Mention;
import org.immunospan.text.Section;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;

/**
 * A document as a reader sees it, next to the document as its source holds it. The annotators read
 * this text, and their results are moved back to the original, which stays untouched:
 *
 * <ul>
 *   <li>tags and character entities that the source left in the text are gone or decoded: {@code
 *       CD4<sup>+</sup>}, <code>IFN-&amp;gamma;</code>;
 *   <li>invisible characters are gone, such as soft hyphens and zero-width spaces;
 *   <li>a hyphen that is a superscript or subscript is a minus sign;
 *   <li>a word ends where markup ends it: {@code the<i>FOXP3</i>gene} is three words;
 *   <li>characters that look like others become these: U+0263 a gamma, U+02C9 a minus.
 * </ul>
 *
 * <p>Takes time linear in the length of the text. Immutable.
 */
public final class ReadableText {

  private final Document original;
  private final Document readable;

  /** For each character of the readable text the range in the original; null when both are one. */
  private final Offsets offsets;

  /** The tags in the original text, sorted. */
  private final List<InlineTags.Tag> tags;

  /**
   * @param begins of each readable character in the original
   * @param ends of each readable character in the original; equal to the start for an inserted one
   */
  @SuppressWarnings("ArrayRecordComponent") // none is compared
  record Offsets(int[] begins, int[] ends) {}

  private ReadableText(
      Document original, Document readable, Offsets offsets, List<InlineTags.Tag> tags) {
    this.original = original;
    this.readable = readable;
    this.offsets = offsets;
    this.tags = tags;
  }

  /** The readable form of a document; the document itself where nothing has to change. */
  public static ReadableText of(Document document) {
    if (document.markup().isEmpty() && !InlineTags.mayChange(document.text())) {
      return new ReadableText(document, document, null, List.of());
    }
    ReadableTextBuilder builder = new ReadableTextBuilder(document.text(), document.markup());
    String text = builder.text();
    if (text.equals(document.text())) {
      return new ReadableText(document, document, null, List.of());
    }
    Offsets offsets = builder.offsets();
    List<Section> sections = new ArrayList<>();
    for (Section section : document.sections()) {
      int begin = firstFrom(offsets.begins, section.span().begin());
      int end = firstFrom(offsets.begins, section.span().end());
      if (begin < end) {
        sections.add(new Section(section.label(), new Span(begin, end)));
      }
    }
    Document readable =
        new Document(
            document.id(),
            text,
            sections,
            Markup.NONE,
            document.bibliography(),
            document.sourceFile());
    return new ReadableText(document, readable, offsets, builder.tags());
  }

  /** The document to annotate. */
  public Document document() {
    return readable;
  }

  /** The same results on the original document. */
  public AnnotatedDocument toOriginal(AnnotatedDocument annotated) {
    if (offsets == null) {
      return annotated;
    }
    List<Sentence> sentences = new ArrayList<>();
    for (Sentence sentence : annotated.sentences()) {
      sentences.add(
          new Sentence(
              sentence.number(), toOriginal(sentence.span()), toOriginal(sentence.tokens())));
    }
    List<Mention> mentions = annotated.mentions().stream().map(this::toOriginal).toList();
    return new AnnotatedDocument(original, sentences, mentions);
  }

  private Mention toOriginal(Mention mention) {
    List<Marker> markers = new ArrayList<>();
    for (Marker marker : mention.markers()) {
      markers.add(
          new Marker(
              toOriginal(marker.span()), marker.name(), marker.level(), marker.identifier()));
    }
    return mention
        .withSpan(withTags(toOriginal(mention.span())))
        .withCell(new CellDetails(mention.lineage(), markers));
  }

  private Tokens toOriginal(Tokens tokens) {
    int[] begins = new int[tokens.size()];
    int[] ends = new int[tokens.size()];
    for (int i = 0; i < begins.length; i++) {
      begins[i] = offsets.begins[tokens.begin(i)];
      ends[i] = offsets.ends[tokens.end(i) - 1];
    }
    return new Tokens(original.text(), begins, ends, begins.length);
  }

  /** The range of the original from which the characters of a range come. */
  private Span toOriginal(Span span) {
    return new Span(offsets.begins[span.begin()], offsets.ends[span.end() - 1]);
  }

  /** The span with the tags at its edges whose partner is inside: {@code IL-1<sub>β</sub>}. */
  private Span withTags(Span span) {
    int open = 0;
    int unopened = 0;
    int first = firstTag(span.begin());
    int next = first;
    while (next < tags.size() && tags.get(next).end() <= span.end()) {
      if (!tags.get(next).closes()) {
        open++;
      } else if (open > 0) {
        open--;
      } else {
        unopened++;
      }
      next++;
    }
    int begin = span.begin();
    for (int i = first - 1; i >= 0 && unopened > 0 && isPartner(i, begin, false); i--) {
      begin = tags.get(i).begin();
      unopened--;
    }
    int end = span.end();
    for (int i = next; i < tags.size() && open > 0 && isPartner(i, end, true); i++) {
      end = tags.get(i).end();
      open--;
    }
    return new Span(begin, end);
  }

  private boolean isPartner(int tag, int edge, boolean closes) {
    InlineTags.Tag found = tags.get(tag);
    return found.closes() == closes && (closes ? found.begin() : found.end()) == edge;
  }

  private int firstTag(int offset) {
    int low = 0;
    int high = tags.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tags.get(middle).begin() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int firstFrom(int[] sorted, int offset) {
    int at = Arrays.binarySearch(sorted, offset);
    while (at > 0 && sorted[at - 1] == offset) {
      at--;
    }
    return at < 0 ? -at - 1 : at;
  }
}
