package org.immunospan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.gold.Notes;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.format.write.MarkedDocument;
import org.immunospan.format.write.Written;

/**
 * Writes documents for a look in a terminal: the text with its mentions in colours, then a table of
 * the mentions. Control characters of the text are left out, so that no text can command the
 * terminal.
 */
public final class TerminalWriter implements DocumentWriter {

  private static final String FILE = "documents.txt";

  private static final List<String> COLUMNS =
      List.of("type", "class", "text", "identifier", "name", "score", "source");

  /** Escape sequences by type: bold, and blue, green or magenta; all other types are yellow. */
  private static final Map<String, String> COLOURS =
      Map.of("GENE", "\u001b[1;34m", "CELL", "\u001b[1;32m", "THERAPY", "\u001b[1;35m");

  private static final String OTHER_COLOUR = "\u001b[1;33m";
  private static final String PLAIN = "\u001b[0m";

  private final boolean coloured;

  /**
   * @param coloured whether the mentions in the text have colours; otherwise only the table shows
   *     them
   */
  public TerminalWriter(boolean coloured) {
    this.coloured = coloured;
  }

  @Override
  public String name() {
    return "terminal";
  }

  @Override
  public List<OneFile> files() {
    return List.of(new OneFile(FILE, "", "\n", ""));
  }

  @Override
  public void write(MarkedDocument document, Written written) {
    GoldDocument gold = document.gold();
    StringBuilder out = written.part(FILE);
    List<MarkedText.Mark> marks = new ArrayList<>();
    if (coloured) {
      for (GoldMention mention : gold.mentions()) {
        String colour = COLOURS.getOrDefault(mention.type(), OTHER_COLOUR);
        mention
            .partsOrSpan()
            .forEach(part -> marks.add(new MarkedText.Mark(part.begin(), part.end(), colour, "")));
      }
    }
    append(MarkedText.of(gold.text(), marks), "", out);
    out.append("\n\n");
    out.append(gold.mentions().isEmpty() ? "Nothing was found.\n" : table(gold));
  }

  private static void append(List<MarkedText.Piece> pieces, String around, StringBuilder out) {
    for (MarkedText.Piece piece : pieces) {
      if (piece.isMarked()) {
        String colour = piece.mark().style();
        out.append(colour);
        append(piece.inside(), colour, out);
        out.append(PLAIN).append(around);
      } else {
        out.append(visible(piece.text()));
      }
    }
  }

  private static String table(GoldDocument gold) {
    List<List<String>> rows = new ArrayList<>();
    for (GoldMention mention : gold.mentions()) {
      Map<String, String> notes = mention.notes();
      rows.add(
          List.of(
              mention.type(),
              mention.subtype(),
              visible(mention.text(gold.text())),
              String.join("|", mention.identifiers()),
              notes.getOrDefault(Notes.NAME, ""),
              notes.getOrDefault(Notes.SCORE, ""),
              notes.getOrDefault(Notes.SOURCE, "")));
    }
    return TerminalTable.of(COLUMNS, rows);
  }

  /** Without control characters other than line breaks and tabs. */
  private static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c))
        .forEach(visible::appendCodePoint);
    return visible.toString();
  }
}
