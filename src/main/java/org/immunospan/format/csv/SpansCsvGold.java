package org.immunospan.format.csv;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldLines;
import org.immunospan.format.gold.GoldReader;
import org.immunospan.format.gold.GoldSink;
import org.immunospan.format.gold.Identifiers;
import org.immunospan.format.gold.MalformedCorpusException;
import org.immunospan.format.record.GoldDraft;
import org.immunospan.text.Document;

/**
 * Our own {@code spans.csv}, offsets in code points, with the texts from {@code documents.csv}
 * beside it. Without that file the known characters of each text are those of its mentions, and all
 * others are {@link GoldDocument#UNKNOWN_CHARACTER}.
 */
public final class SpansCsvGold implements GoldReader {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private record Row(String place, int begin, int end, String text, CSVRecord fields) {}

  @Override
  public void read(Path source, GoldSink sink) throws IOException {
    Map<String, List<Row>> rows = new LinkedHashMap<>();
    Path documents = source.resolveSibling("documents.csv");
    Map<String, Document> texts = Files.exists(documents) ? texts(documents) : Map.of();
    texts.keySet().forEach(id -> rows.put(id, new ArrayList<>()));
    try (CSVParser csv = parser(source)) {
      require(source, csv, "doc_id", "begin", "end", "type", "text");
      for (CSVRecord fields : csv) {
        String place = source + ":" + csv.getCurrentLineNumber();
        check(place, fields, csv);
        int begin = number(place, fields.get("begin"));
        int end = number(place, fields.get("end"));
        String id = fields.get("doc_id");
        if (!texts.isEmpty() && !texts.containsKey(id)) {
          throw new MalformedCorpusException(
              place, "document " + id + " is not in " + documents.getFileName());
        }
        rows.computeIfAbsent(id, key -> new ArrayList<>())
            .add(new Row(place, begin, end, fields.get("text"), fields));
      }
    }
    rows.forEach((id, of) -> document(id, of, texts.get(id), sink));
  }

  private static void document(String id, List<Row> rows, Document known, GoldSink sink) {
    Document document = known == null ? Document.of(id, "", patchwork(rows)) : known;
    GoldDraft draft = new GoldDraft(document, sink);
    for (Row row : rows) {
      CSVRecord fields = row.fields;
      draft.add(
          row.place,
          new int[] {row.begin, row.end},
          row.text,
          fields.get("type"),
          fields.isMapped("subtype") ? fields.get("subtype") : "",
          Identifiers.split(fields.isMapped("identifier") ? fields.get("identifier") : ""));
    }
    draft.finish();
  }

  /** A text on which every row whose length fits stands at its place. */
  private static String patchwork(List<Row> rows) {
    int length = rows.stream().mapToInt(Row::end).max().orElse(0);
    int[] text = new int[length + 1];
    Arrays.fill(text, GoldDocument.UNKNOWN_CHARACTER);
    for (Row row : rows) {
      int[] characters = row.text.codePoints().toArray();
      if (row.begin >= 0 && characters.length == row.end - row.begin) {
        System.arraycopy(characters, 0, text, row.begin, characters.length);
      }
    }
    return new String(text, 0, text.length);
  }

  private static Map<String, Document> texts(Path file) throws IOException {
    Map<String, Document> documents = new LinkedHashMap<>();
    try (CSVParser csv = parser(file)) {
      require(file, csv, "doc_id", "text");
      for (CSVRecord fields : csv) {
        String place = file + ":" + csv.getCurrentLineNumber();
        check(place, fields, csv);
        String id = fields.get("doc_id");
        if (documents.put(id, Document.of(id, "", fields.get("text"))) != null) {
          throw new MalformedCorpusException(place, "the document id " + id + " occurs twice");
        }
      }
    }
    return documents;
  }

  private static CSVParser parser(Path file) throws IOException {
    Reader reader = new InputStreamReader(GoldLines.open(file), StandardCharsets.UTF_8.newDecoder());
    return CSVParser.parse(reader, FORMAT);
  }

  private static void require(Path file, CSVParser csv, String... columns) throws IOException {
    for (String column : columns) {
      if (!csv.getHeaderMap().containsKey(column)) {
        throw new MalformedCorpusException(
            file + ":1", "expected a column " + column + ", found " + csv.getHeaderNames());
      }
    }
  }

  private static void check(String place, CSVRecord fields, CSVParser csv) throws IOException {
    if (!fields.isConsistent()) {
      throw new MalformedCorpusException(
          place,
          "expected %s fields, found %s".formatted(csv.getHeaderNames().size(), fields.size()));
    }
  }

  private static int number(String place, String field) throws IOException {
    try {
      return Integer.parseInt(field);
    } catch (NumberFormatException e) {
      throw new MalformedCorpusException(place, "expected an offset, found \"" + field + "\"");
    }
  }
}
