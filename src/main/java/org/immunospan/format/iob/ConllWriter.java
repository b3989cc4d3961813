package org.immunospan.format.iob;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.format.write.Loss;
import org.immunospan.format.write.MarkedDocument;
import org.immunospan.format.write.Written;
import org.immunospan.text.CodePoints;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;

/**
 * Writes IOB2 as {@link IobReader} reads it: token, begin, end and tag on each line, an empty line
 * after each sentence, {@code -DOCSTART-} and the identifier before each document. Offsets count
 * code points on the text of the document. Sentences and tokens are those of the pipeline; gold,
 * which has none, is cut at line ends, white space and around every character that is neither
 * letter nor digit. A token ends where a mention begins or ends. Lost are mentions that overlap an
 * earlier or longer one, parts, identifiers, classes, scores, and the white space of the text.
 */
public final class ConllWriter implements DocumentWriter {

  private static final String FILE = "documents.conll";

  @Override
  public String name() {
    return "conll";
  }

  @Override
  public List<OneFile> files() {
    return List.of(new OneFile(FILE));
  }

  @Override
  public void write(MarkedDocument document, Written written) {
    List<GoldMention> kept = kept(document.gold().mentions(), written);
    NavigableSet<Integer> cuts = new TreeSet<>();
    for (GoldMention mention : kept) {
      cuts.add(mention.span().begin());
      cuts.add(mention.span().end());
    }
    String text = document.text();
    CodePoints points = CodePoints.of(text);
    StringBuilder lines = written.part(FILE);
    lines.append("-DOCSTART- ").append(document.gold().id().replaceAll("[\\s()]+", "_"));
    lines.append("\n\n");
    int next = 0;
    int open = -1;
    for (List<Span> sentence : sentences(document)) {
      for (Span token : cut(sentence, cuts)) {
        while (next < kept.size() && kept.get(next).span().end() <= token.begin()) {
          next++;
        }
        boolean isIn = next < kept.size() && kept.get(next).span().contains(token);
        lines.append(token.of(text)).append('\t').append(points.fromUtf16(token.begin()));
        lines.append('\t').append(points.fromUtf16(token.end())).append('\t');
        if (isIn) {
          lines.append(open == next ? "I-" : "B-");
          lines.append(kept.get(next).type().replaceAll("\\s+", "_"));
        } else {
          lines.append('O');
        }
        open = isIn ? next : -1;
        lines.append('\n');
      }
      lines.append(sentence.isEmpty() ? "" : "\n");
    }
    written.lose(Loss.SPACES, 1);
  }

  /** The mentions that tags can show: none overlaps another. */
  private static List<GoldMention> kept(List<GoldMention> mentions, Written written) {
    List<GoldMention> kept = new ArrayList<>();
    int end = 0;
    for (GoldMention mention : mentions) {
      if (mention.span().begin() >= end) {
        kept.add(mention);
        end = mention.span().end();
        written.lose(Loss.PARTS, mention.isDiscontinuous() ? 1 : 0);
        written.lose(Loss.IDENTIFIERS, mention.identifiers().isEmpty() ? 0 : 1);
        written.lose(Loss.CLASSES, mention.subtype().isEmpty() ? 0 : 1);
        written.lose(Loss.NOTES, mention.notes().isEmpty() ? 0 : 1);
      } else {
        written.lose(Loss.OVERLAPS, 1);
      }
    }
    return kept;
  }

  private static List<List<Span>> sentences(MarkedDocument document) {
    List<List<Span>> sentences = new ArrayList<>();
    for (Sentence sentence : document.sentences()) {
      List<Span> tokens = new ArrayList<>();
      for (int i = 0; i < sentence.tokens().size(); i++) {
        tokens.add(sentence.tokens().span(i, i));
      }
      sentences.add(tokens);
    }
    return sentences.isEmpty() ? lines(document.text()) : sentences;
  }

  private static List<List<Span>> lines(String text) {
    List<List<Span>> lines = new ArrayList<>();
    List<Span> tokens = new ArrayList<>();
    int wordBegin = -1;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int end = i + Character.charCount(point);
      boolean isWord = isWord(point);
      if (!isWord && wordBegin >= 0) {
        tokens.add(new Span(wordBegin, i));
        wordBegin = -1;
      } else if (isWord && wordBegin < 0) {
        wordBegin = i;
      }
      if (point == '\n') {
        lines.add(tokens);
        tokens = new ArrayList<>();
      } else if (!isWord && !isSpace(point)) {
        tokens.add(new Span(i, end));
      }
      i = end;
    }
    if (wordBegin >= 0) {
      tokens.add(new Span(wordBegin, text.length()));
    }
    lines.add(tokens);
    return lines;
  }

  private static boolean isWord(int point) {
    int type = Character.getType(point);
    return Character.isLetterOrDigit(point)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean isSpace(int point) {
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || Character.isISOControl(point)
        || point == '\uFEFF';
  }

  private static List<Span> cut(List<Span> tokens, NavigableSet<Integer> cuts) {
    List<Span> pieces = new ArrayList<>();
    for (Span token : tokens) {
      int begin = token.begin();
      for (int cut : cuts.subSet(token.begin(), false, token.end(), false)) {
        pieces.add(new Span(begin, cut));
        begin = cut;
      }
      pieces.add(new Span(begin, token.end()));
    }
    return pieces;
  }
}
