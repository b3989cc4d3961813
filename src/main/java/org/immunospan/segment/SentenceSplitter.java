package org.immunospan.segment;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import org.immunospan.crf.HashedMaxent;
import org.immunospan.text.Document;
import org.immunospan.text.Section;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;
import org.immunospan.text.Tokenizer;

/**
 * Cuts documents into sentences by OpenNLP, and sentences into tokens. A sentence never crosses the
 * border of a section, and never an empty line; every character of a section but white space is in
 * exactly one sentence. One per thread; the model is shared.
 *
 * <p>Two rules complete the model, since OpenNLP only ends a sentence at white space: an empty line
 * ends a paragraph; and a stop with no space after it ends a sentence between a word of three or
 * more characters and a capitalised word ({@code "... in mice.The ..."}), and before the mark that
 * old MEDLINE records put after what they cut off.
 */
public final class SentenceSplitter {

  private static final String TRUNCATED = "(ABSTRACT TRUNCATED";

  private final SentenceDetectorME detector;
  private final Tokenizer tokenizer = new BiomedicalTokenizer();
  private final AbbreviationFinder abbreviations = new AbbreviationFinder();

  public SentenceSplitter(SentenceModel model) {
    detector = new SentenceDetectorME(model);
  }

  /**
   * Reads a model once, for any number of splitters.
   *
   * @throws IOException if it is not a sentence model of OpenNLP
   */
  public static Supplier<SentenceSplitter> load(InputStream in) throws IOException {
    BiomedicalSentenceFactory.allow();
    SentenceModel model = new HashedModel(in);
    return () -> new SentenceSplitter(model);
  }

  /** The model with a faster way to its weights. */
  private static final class HashedModel extends SentenceModel {

    private static final long serialVersionUID = 1;

    private final transient MaxentModel hashed;

    HashedModel(InputStream in) throws IOException {
      super(in);
      hashed = HashedMaxent.of(super.getMaxentModel());
    }

    @Override
    public MaxentModel getMaxentModel() {
      // The constructor of OpenNLP asks before the field is set.
      return hashed == null ? super.getMaxentModel() : hashed;
    }
  }

  /** The document with its sentences, their tokens and its abbreviations. */
  public SegmentedDocument segment(Document document) {
    List<Span> spans = spans(document);
    List<Sentence> sentences = new ArrayList<>();
    for (Span span : spans) {
      sentences.add(
          new Sentence(sentences.size() + 1, span, tokenizer.tokenize(document.text(), span)));
    }
    return new SegmentedDocument(document, sentences, abbreviations.find(document.text(), spans));
  }

  /** The sentences of all sections, sorted. */
  public List<Span> spans(Document document) {
    List<Span> spans = new ArrayList<>();
    for (Section section : document.sections()) {
      spans.addAll(spans(document.text(), section.span()));
    }
    return spans;
  }

  /** The sentences inside a range of a text, without white space at either end. */
  public List<Span> spans(String text, Span range) {
    List<Span> spans = new ArrayList<>();
    int begin = range.begin();
    while (begin < range.end()) {
      int end = endOfParagraph(text, begin, range.end());
      addSentences(text, begin, end, spans);
      begin = end;
    }
    return spans;
  }

  private void addSentences(String text, int begin, int end, List<Span> spans) {
    String paragraph = text.substring(begin, end);
    int from = begin;
    for (opennlp.tools.util.Span span : detector.sentPosDetect(paragraph)) {
      int to = begin + span.getEnd();
      for (int at = from + 3; at < to; at++) {
        if (isStopWithoutBlank(text, at, to)) {
          addTrimmed(text, from, at + 1, spans);
          from = at + 1;
        }
      }
      addTrimmed(text, from, to, spans);
      from = to;
    }
    addTrimmed(text, from, end, spans);
  }

  private static void addTrimmed(String text, int begin, int end, List<Span> spans) {
    int from = begin;
    int to = end;
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (from < to && isSpace(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      spans.add(new Span(from, to));
    }
  }

  /** After the line break that an empty line follows, else the end of the range. */
  private static int endOfParagraph(String text, int begin, int end) {
    int at = text.indexOf('\n', begin);
    while (at >= 0 && at < end) {
      int next = at + 1;
      while (next < end && text.charAt(next) != '\n' && isSpace(text.charAt(next))) {
        next++;
      }
      if (next < end && text.charAt(next) == '\n') {
        return next;
      }
      at = text.indexOf('\n', at + 1);
    }
    return end;
  }

  private static boolean isStopWithoutBlank(String text, int at, int end) {
    char stop = text.charAt(at);
    if (stop != '.' && stop != '?') {
      return false;
    }
    return text.startsWith(TRUNCATED, at + 1)
        || (isLongWordBefore(text, at) && isCapitalisedWordAfter(text, at + 1, end));
  }

  /** Three letters, digits or closing signs, or two that are not lowercase letters. */
  private static boolean isLongWordBefore(String text, int end) {
    for (int i = end - 1; i >= end - 3; i--) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != ')' && c != '%') {
        return i == end - 3
            && c != '.'
            && !Character.isLowerCase(text.charAt(end - 1))
            && !Character.isLowerCase(text.charAt(end - 2));
      }
    }
    return true;
  }

  private static boolean isCapitalisedWordAfter(String text, int begin, int end) {
    if (begin >= end || !Character.isUpperCase(text.charAt(begin))) {
      return false;
    }
    int at = begin + 1;
    while (at < end && Character.isLowerCase(text.charAt(at))) {
      at++;
    }
    return at > begin + 1 && at < end && " ,'".indexOf(text.charAt(at)) >= 0;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
