package org.immunospan.segment;

import java.util.List;
import org.immunospan.text.Document;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;

/** Documents whose text is one sentence, so that tests need no sentence model. */
public final class OneSentence {

  private OneSentence() {}

  /** The document with its tokens and abbreviations; without a sentence if the text is blank. */
  public static SegmentedDocument of(String text) {
    Document document = Document.of("1", "", text);
    if (text.isBlank()) {
      return new SegmentedDocument(document, List.of(), List.of());
    }
    Span all = new Span(0, text.length());
    Sentence sentence = new Sentence(1, all, new BiomedicalTokenizer().tokenize(text, all));
    return new SegmentedDocument(
        document, List.of(sentence), new AbbreviationFinder().find(text, List.of(all)));
  }
}
