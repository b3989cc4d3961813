package org.immunospan.format.iob;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldLines;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.gold.GoldReader;
import org.immunospan.format.gold.GoldSink;
import org.immunospan.text.Document;
import org.immunospan.text.Span;

/**
 * One token per line with its tag in the last column, columns separated by tabs or blanks, a blank
 * line between sentences; {@code -DOCSTART-} or {@code ###MEDLINE:id} before each document. Tags
 * are {@code O}, {@code B-type}, {@code I-type}; in a file without {@code B-} a run of one type is
 * one mention. The text is the tokens joined by blanks and the sentences by newlines, since the
 * original is not in the file. A file without document marks has one document per sentence.
 */
public final class IobGold implements GoldReader {

  public static final Pattern MARK =
      Pattern.compile("(?:-DOCSTART-|###MEDLINE:)[ \t]*\\(?([^\\s()]*)\\)?.*");
  public static final Pattern TAGGED = Pattern.compile("(\\S*)[ \t](?:.*[ \t])?(O|[BI]-\\S+)\\s*");

  @Override
  public void read(Path source, GoldSink sink) throws IOException {
    String stem = stem(source);
    try (GoldLines lines = GoldLines.of(source)) {
      Draft draft = null;
      boolean marked = false;
      int number = 0;
      for (String line = lines.next(); line != null; line = lines.next()) {
        var mark = MARK.matcher(line);
        if (mark.matches()) {
          if (draft != null) {
            draft.finish(sink);
          }
          marked = true;
          number++;
          String id = mark.group(1);
          // pico-conll tags the mark itself.
          draft = new Draft(id.isEmpty() || id.equals("O") ? stem + "-" + number : id);
        } else if (line.isBlank()) {
          if (draft != null) {
            draft.endSentence();
            if (!marked) {
              draft.finish(sink);
              draft = null;
            }
          }
        } else {
          var tagged = TAGGED.matcher(line);
          if (!tagged.matches()) {
            throw lines.malformed(
                "expected a token and a tag O, B-type or I-type, found \"" + line + "\"");
          }
          if (draft == null) {
            number++;
            draft = new Draft(stem + "-" + number);
          }
          draft.token(tagged.group(1), tagged.group(2));
        }
      }
      if (draft != null) {
        draft.finish(sink);
      }
    }
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
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

    void token(String token, String tag) {
      if (token.isEmpty()) {
        return; // pico-conll has two of these
      }
      if (text.length() > 0) {
        text.append(sentenceEnded ? '\n' : ' ');
      }
      sentenceEnded = false;
      int begin = text.length();
      text.append(token);
      String type = tag.equals("O") ? "" : tag.substring(2);
      if (tag.startsWith("B") || !type.equals(openType)) {
        close();
        openType = type;
        openBegin = begin;
      }
      openEnd = text.length();
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

    void finish(GoldSink sink) {
      close();
      sink.accept(new GoldDocument(Document.of(id, "", text.toString()), mentions));
    }
  }
}
