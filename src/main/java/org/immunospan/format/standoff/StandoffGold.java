package org.immunospan.format.standoff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.lexicon.Table;
import org.immunospan.text.CodePoints;
import org.immunospan.text.Document;
import org.immunospan.text.Span;

/**
 * Gold without its texts, which belong to others: {@code documents.tsv} names each text by its
 * SHA-256, {@code mentions.tsv} gives the mentions with offsets in code points. A text that a user
 * has gets its mentions when its SHA-256 is the same, so that no offset can be wrong. Not
 * thread-safe.
 *
 * @see <a href="https://creativecommons.org/licenses/by/4.0/">corpora/immunospan-gold is CC BY
 *     4.0</a>
 */
public final class StandoffGold {

  private record Mark(int begin, int end, String type, String subtype, String identifiers) {}

  private record Entry(String document, int length, List<Mark> marks) {}

  /** By the SHA-256 of the text; what was joined is taken out. */
  private final Map<String, Entry> waiting = new LinkedHashMap<>();

  private StandoffGold() {}

  /**
   * Reads both tables of a folder.
   *
   * @param part only the documents of this part, such as {@code train}; "" for all
   * @throws IOException if a table is missing, cannot be read, or is not such a table; the message
   *     names file and line
   */
  public static StandoffGold read(Path folder, String part) throws IOException {
    StandoffGold gold = new StandoffGold();
    Map<String, Entry> byDocument = new LinkedHashMap<>();
    Path documents = folder.resolve("documents.tsv");
    for (Table.Row row : Table.read(documents, "part", "document", "length", "sha256").rows()) {
      Entry entry = new Entry(row.required("document"), number(row, "length"), new ArrayList<>());
      byDocument.put(entry.document(), entry);
      if (part.isEmpty() || part.equals(row.get("part"))) {
        gold.waiting.put(row.required("sha256"), entry);
      }
    }
    Path mentions = folder.resolve("mentions.tsv");
    for (Table.Row row :
        Table.read(mentions, "document", "begin", "end", "type", "class", "identifier").rows()) {
      Entry entry = byDocument.get(row.required("document"));
      int begin = number(row, "begin");
      int end = number(row, "end");
      if (entry == null) {
        throw row.problem("expected a document of documents.tsv, found " + row.get("document"));
      }
      if (begin < 0 || end <= begin || end > entry.length()) {
        throw row.problem(
            String.format(
                Locale.ROOT,
                "expected 0 <= begin < end <= %d, found %d and %d",
                entry.length(),
                begin,
                end));
      }
      entry
          .marks()
          .add(new Mark(begin, end, row.get("type"), row.get("class"), row.get("identifier")));
    }
    return gold;
  }

  /**
   * The gold of a text, under the identifier of the gold; empty when the text is not one of these
   * or was joined before.
   */
  public Optional<GoldDocument> join(Document document) {
    Entry entry = waiting.remove(document.sha256());
    if (entry == null) {
      return Optional.empty();
    }
    CodePoints offsets = CodePoints.of(document.text());
    List<GoldMention> mentions = new ArrayList<>();
    for (Mark mark : entry.marks()) {
      Span span = new Span(offsets.toUtf16(mark.begin()), offsets.toUtf16(mark.end()));
      List<String> identifiers =
          mark.identifiers().isEmpty() ? List.of() : List.of(mark.identifiers().split("\\|", -1));
      mentions.add(new GoldMention(span, mark.type(), mark.subtype(), identifiers, List.of()));
    }
    return Optional.of(new GoldDocument(document.withId(entry.document()), mentions));
  }

  /** The documents whose texts have not come yet, in the order of the table. */
  public List<String> missing() {
    return waiting.values().stream().map(Entry::document).toList();
  }

  private static int number(Table.Row row, String column) throws IOException {
    try {
      return Integer.parseInt(row.required(column));
    } catch (NumberFormatException e) {
      throw row.problem(column + ": expected a number, found " + row.get(column));
    }
  }
}
