package org.immunospan.format.iob;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.record.FormatReader;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.Lines;
import org.immunospan.format.source.Quote;
import org.immunospan.format.source.ReadFault;
import org.immunospan.text.DocumentBuilder;
import org.immunospan.text.Section;
import org.immunospan.text.Span;

/**
 * One token per line with its tag in the last column, columns separated by tabs or spaces, a blank
 * line between sentences; {@code -DOCSTART-} or {@code ###MEDLINE:id} before each document. Tags
 * are {@code O} and a letter with a type: {@code B-} and {@code I-} (IOB2, CoNLL), also {@code E-}
 * and {@code S-} (IOBES) or {@code L-} and {@code U-} (BILOU); in a file without {@code B-} a run
 * of one type is one mention. Tags without a type give mentions of type {@value #UNTYPED}. The text
 * is the tokens joined by spaces and the sentences by newlines, since the original is not in the
 * file. A file without document marks has one document per sentence.
 */
public final class IobReader implements FormatReader {

  /** The type of mentions whose tags name none. */
  public static final String UNTYPED = "untyped";

  private static final List<String> MARKS = List.of("-DOCSTART-", "###MEDLINE:");
  private static final String LETTERS = "BIESLU";

  private final Content content;
  private final Lines lines;
  private final String stem;
  private Draft draft;
  private boolean marked;
  private long number;

  public IobReader(Content content) throws IOException {
    this.content = content;
    this.lines = content.lines();
    String name = content.fileName();
    int dot = name.indexOf('.');
    this.stem = dot > 0 ? name.substring(0, dot) : name;
  }

  /** Whether the first lines of a file are of this format: at least two, and all but the last. */
  public static boolean isIob(List<String> firstLines) {
    List<String> filled = firstLines.stream().filter(line -> !line.isBlank()).toList();
    return filled.size() > 1
        && filled.subList(0, filled.size() - 1).stream()
            .allMatch(line -> isMark(line) || tag(line) != null)
        && filled.stream().anyMatch(line -> !isMark(line));
  }

  private static boolean isMark(String line) {
    return MARKS.stream().anyMatch(line::startsWith);
  }

  /** The tag in the last column; null when there is none. */
  private static String tag(String line) {
    String stripped = line.stripTrailing();
    int column = Math.max(stripped.lastIndexOf('\t'), stripped.lastIndexOf(' '));
    String tag = stripped.substring(column + 1);
    if (column < 0 || tag.equals("O")) {
      return column < 0 ? null : tag;
    }
    boolean hasLetter = !tag.isEmpty() && LETTERS.indexOf(tag.charAt(0)) >= 0;
    return hasLetter && (tag.length() == 1 || (tag.length() > 2 && tag.charAt(1) == '-'))
        ? tag
        : null;
  }

  @Override
  public long records() {
    return number;
  }

  @Override
  public GoldDocument next() throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (isMark(line)) {
        marked = true;
        Draft finished = draft;
        number++;
        draft = new Draft(idOf(line));
        if (finished != null && !finished.isEmpty()) {
          return finished.finish(content);
        }
      } else if (line.isBlank()) {
        if (draft != null) {
          draft.endSentence();
          if (!marked) {
            return takeDraft();
          }
        }
      } else {
        String tag = tag(line);
        if (tag == null) {
          throw new ReadFault(
              lines.place(),
              "",
              "expected a token and a tag O, B-type or I-type (E-, S-, L- and U- as well), found "
                  + Quote.of(line));
        }
        if (draft == null) {
          number++;
          draft = new Draft(stem + "-" + number);
        }
        draft.token(token(line), tag);
      }
    }
    return draft == null || draft.isEmpty() ? null : takeDraft();
  }

  private GoldDocument takeDraft() {
    Draft finished = draft;
    draft = null;
    return finished.finish(content);
  }

  private String idOf(String mark) {
    String prefix = MARKS.stream().filter(mark::startsWith).findFirst().orElse("");
    String rest = mark.substring(prefix.length()).strip();
    String id = rest.isEmpty() ? "" : rest.split("[\\s()]+", -1)[rest.startsWith("(") ? 1 : 0];
    // Some corpora tag the mark itself.
    return id.isEmpty() || id.equals("O") ? stem + "-" + number : id;
  }

  private static String token(String line) {
    int end = 0;
    while (end < line.length() && line.charAt(end) != '\t' && line.charAt(end) != ' ') {
      end++;
    }
    return line.substring(0, end);
  }

  private static final class Draft {
    private final String id;
    private final StringBuilder text = new StringBuilder();
    private final List<GoldMention> mentions = new ArrayList<>();
    private boolean sentenceEnded;
    private String openType = "";
    private int openBegin;
    private int openEnd;

    Draft(String id) {
      this.id = id;
    }

    boolean isEmpty() {
      return text.isEmpty();
    }

    void token(String token, String tag) {
      if (token.isEmpty()) {
        return; // one corpus has two of these
      }
      if (text.length() > 0) {
        text.append(sentenceEnded ? '\n' : ' ');
      }
      sentenceEnded = false;
      int begin = text.length();
      text.append(token);
      char letter = tag.charAt(0);
      String type = letter == 'O' ? "" : tag.length() == 1 ? UNTYPED : tag.substring(2);
      if ("BSU".indexOf(letter) >= 0 || !type.equals(openType)) {
        close();
        openType = type;
        openBegin = begin;
      }
      openEnd = text.length();
      if ("ESLU".indexOf(letter) >= 0) {
        close();
      }
    }

    void endSentence() {
      close();
      sentenceEnded = true;
    }

    private void close() {
      if (!openType.isEmpty()) {
        mentions.add(GoldMention.of(new Span(openBegin, openEnd), openType));
        openType = "";
      }
    }

    GoldDocument finish(Content content) {
      close();
      DocumentBuilder builder = new DocumentBuilder(id);
      builder.part(Section.ABSTRACT, text.toString()).sourceFile(content.sourceFile());
      return new GoldDocument(builder.build(), mentions);
    }
  }
}
