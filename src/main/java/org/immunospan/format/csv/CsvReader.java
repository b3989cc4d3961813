package org.immunospan.format.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.Identifiers;
import org.immunospan.format.gold.Notes;
import org.immunospan.format.record.FormatReader;
import org.immunospan.format.record.GoldDraft;
import org.immunospan.format.record.TitleAndAbstract;
import org.immunospan.format.record.WrittenMention;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.Lines;
import org.immunospan.format.source.ReadFault;
import org.immunospan.text.Document;

/**
 * CSV, or columns separated by tabs, with a header. A table with the columns of spans.csv, offsets
 * in code points, is gold; its texts are those of {@code documents.csv} next to it. Without that
 * file the known characters of each text are those of its mentions, and all others are {@link
 * GoldDocument#UNKNOWN_CHARACTER}. Any other table needs a column {@code text}, or {@code title}
 * and {@code abstract}, and gives one document per row; the identifier is in {@code doc_id}, {@code
 * id} or {@code pmid}.
 */
public final class CsvReader implements FormatReader {

  /** The file with the texts next to a spans.csv. */
  public static final String DOCUMENTS = "documents.csv";

  private static final List<String> IDS = List.of("doc_id", "id", "pmid", "PMID");

  private record Mark(CsvTable.Row row, SpanRow span) {

    int end() {
      return span.end();
    }
  }

  private final Content content;
  private final Columns columns;
  private final Map<String, List<Mark>> marks = new LinkedHashMap<>();
  private CsvTable texts;
  private boolean isGold;
  private Iterator<String> withoutTexts;
  private long records;

  public CsvReader(Content content, Columns columns) throws IOException {
    this.content = content;
    this.columns = columns;
    CsvTable table = CsvTable.open(content);
    table.require(columns.names().values().toArray(String[]::new));
    isGold = columns.isUsual() && table.has("begin") && table.has("end");
    if (isGold) {
      table.require(SpanRow.REQUIRED.toArray(String[]::new));
    }
    if (!isGold) {
      if (columns.isUsual()
          && !table.has("text")
          && !table.has("title")
          && !table.has("abstract")) {
        throw ReadFault.ofFormat(
            "line 1",
            "found a table with the columns "
                + table.columns()
                + ", expected text, or title and abstract");
      }
      texts = table;
      return;
    }
    for (CsvTable.Row row = table.next(); row != null; row = table.next()) {
      marks
          .computeIfAbsent(row.get("doc_id"), key -> new ArrayList<>())
          .add(new Mark(row, SpanRow.of(row)));
    }
    Optional<Content> documents = content.sibling(DOCUMENTS);
    if (documents.isPresent()) {
      texts = CsvTable.open(documents.get(), "doc_id", "text");
    } else {
      withoutTexts = marks.keySet().iterator();
    }
  }

  /** Whether a first line is a header that this class reads, or a table that is not prose. */
  public static boolean isHeader(String line) {
    String separator = CsvTable.isSeparatedByTabs(line) ? "\t" : ",";
    List<String> names = Arrays.asList(line.replace("\"", "").strip().split(separator, -1));
    return names.size() > 1
        && names.stream().allMatch(c -> !c.isEmpty() && c.chars().allMatch(CsvReader::isWord))
        && names.stream().anyMatch(c -> List.of("text", "title", "abstract").contains(c));
  }

  private static boolean isWord(int c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public GoldDocument next() throws IOException {
    if (withoutTexts != null) {
      return withoutTexts.hasNext() ? patchwork(withoutTexts.next()) : null;
    }
    CsvTable.Row row;
    try {
      row = texts.next();
    } catch (ReadFault fault) {
      records++;
      throw fault;
    }
    if (row == null) {
      return lost();
    }
    records++;
    Document document = document(row);
    return isGold
        ? gold(document, Optional.ofNullable(marks.remove(document.id())).orElse(List.of()))
        : GoldDocument.unmarked(document);
  }

  /** Marks of documents without a text end the reading. */
  private GoldDocument lost() throws ReadFault {
    if (isGold && !marks.isEmpty()) {
      Map.Entry<String, List<Mark>> first = marks.entrySet().iterator().next();
      marks.clear();
      throw new ReadFault(
          first.getValue().get(0).row.place(),
          first.getKey(),
          "the document is not in " + DOCUMENTS + ", or is there twice");
    }
    return null;
  }

  private Document document(CsvTable.Row row) throws ReadFault {
    List<String> ids = columns.isUsual() ? IDS : List.of(columns.of(Columns.ID));
    String id = ids.stream().map(row::get).filter(s -> !s.isBlank()).findFirst().orElse("").strip();
    TitleAndAbstract document =
        new TitleAndAbstract(content, row.place(), id.isEmpty() ? content.fallbackId(records) : id);
    String text = row.get(columns.of(Columns.TEXT));
    String title = row.get(columns.of(Columns.TITLE));
    if (text.isEmpty()) {
      document.title(title);
      document.abstractText(row.get(columns.of(Columns.ABSTRACT)));
    } else if (!title.isBlank() && text.startsWith(title + "\n")) {
      document.title(title);
      document.abstractText(text.substring(title.length() + 1));
    } else if (text.equals(title)) {
      document.title(title);
    } else {
      document.abstractText(text);
    }
    return document.toDocument();
  }

  private GoldDocument patchwork(String id) throws ReadFault {
    records++;
    List<Mark> rows = marks.get(id);
    int length = rows.stream().mapToInt(Mark::end).max().orElse(0);
    if (length > Lines.LONGEST) {
      throw ReadFault.ofRecord(
          rows.get(0).row.place(), id, "expected an offset in a text, found " + length);
    }
    int[] text = new int[Math.max(0, length) + 1];
    Arrays.fill(text, GoldDocument.UNKNOWN_CHARACTER);
    for (Mark mark : rows) {
      int begin = mark.span.begin();
      int[] characters = mark.span.text().codePoints().toArray();
      if (begin >= 0 && characters.length == mark.end() - begin) {
        System.arraycopy(characters, 0, text, begin, characters.length);
      }
    }
    return gold(Document.of(id, "", new String(text, 0, text.length)), rows);
  }

  private static GoldDocument gold(Document document, List<Mark> rows) {
    GoldDraft draft = new GoldDraft(document);
    for (Mark mark : rows) {
      draft.add(
          new WrittenMention(
              mark.row.filePlace(),
              0,
              new int[] {mark.span.begin(), mark.span.end()},
              mark.span.text(),
              mark.span.type(),
              mark.span.subtype(),
              Identifiers.split(mark.span.identifier()),
              Notes.from(mark.row::get)));
    }
    return draft.finish();
  }
}
