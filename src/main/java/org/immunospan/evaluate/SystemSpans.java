package org.immunospan.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.immunospan.format.csv.CsvTable;
import org.immunospan.format.csv.SpanRow;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.MalformedCorpusException;
import org.immunospan.format.source.ReadFault;
import org.immunospan.text.CodePoints;
import org.immunospan.text.Concept;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import org.immunospan.text.GeneDetails;
import org.immunospan.text.Mention;
import org.immunospan.text.Span;

/**
 * The mentions an annotator found, from a spans.csv: columns {@code doc_id, begin, end, type, text}
 * at least, {@code identifier}, {@code subtype} and {@code score} where there are any. Every text
 * is checked against the gold document and then forgotten. Rows of documents that are not in the
 * gold are counted and left out.
 *
 * @param byDocument rows in the order of the file
 * @param unknownDocuments ids that are not in the gold
 * @param types number of rows of each type, among those kept
 */
public record SystemSpans(
    Path file,
    Map<String, List<SystemSpan>> byDocument,
    NavigableSet<String> unknownDocuments,
    NavigableMap<String, Integer> types) {

  public SystemSpans {
    byDocument = Collections.unmodifiableMap(byDocument);
    unknownDocuments = Collections.unmodifiableNavigableSet(unknownDocuments);
    types = Collections.unmodifiableNavigableMap(types);
  }

  /** What the columns begin and end count. */
  public enum Offsets {
    CODEPOINTS,
    UTF16
  }

  public List<SystemSpan> of(String documentId) {
    return byDocument.getOrDefault(documentId, List.of());
  }

  /**
   * What an annotator finds in the documents of a gold corpus.
   *
   * @param name of the annotator, in place of a file
   */
  public static SystemSpans of(
      String name, GoldSet gold, Function<GoldDocument, List<Mention>> annotator) {
    Map<String, List<SystemSpan>> byDocument = new HashMap<>();
    NavigableMap<String, Integer> types = new TreeMap<>();
    for (GoldDocument document : gold.documents().values()) {
      List<SystemSpan> spans = new ArrayList<>();
      for (Mention m : annotator.apply(document)) {
        types.merge(m.type().name(), 1, Integer::sum);
        String identifier =
            m.concepts().stream().map(Concept::identifier).collect(Collectors.joining("|"));
        spans.add(
            new SystemSpan(
                m.span(), m.type().name(), m.subtype(), identifier, m.score(), m.gene()));
      }
      byDocument.put(document.id(), spans);
    }
    return new SystemSpans(Path.of(name), byDocument, new TreeSet<>(), types);
  }

  /** The genes of the gold, as a linker links them. */
  public static SystemSpans ofLinks(
      GoldSet gold, BiFunction<Document, List<Mention>, List<Mention>> linker) {
    return of(
        "gold spans, linked",
        gold,
        document ->
            linker.apply(
                document.document(),
                GoldSet.genes(document).stream()
                    .map(gene -> Mention.of(gene.span(), EntityType.GENE).withScore(1))
                    .toList()));
  }

  /**
   * Reads a spans.csv.
   *
   * @throws MalformedCorpusException naming file and line, when a row is malformed or its text is
   *     not at its span
   */
  public static SystemSpans read(Path file, GoldSet gold, Offsets offsets) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "no such file");
    }
    Map<String, List<SystemSpan>> byDocument = new HashMap<>();
    NavigableSet<String> unknown = new TreeSet<>();
    NavigableMap<String, Integer> types = new TreeMap<>();
    Map<String, String> pool = new HashMap<>();
    try (CsvTable csv = CsvTable.open(file, SpanRow.REQUIRED.toArray(String[]::new))) {
      Place place = new Place("", null, null);
      for (CsvTable.Row row = csv.next(); row != null; row = csv.next()) {
        String id = row.get("doc_id");
        if (!place.id.equals(id)) {
          GoldDocument document = gold.documents().get(id);
          place = new Place(id, document, document == null ? null : codePoints(document, offsets));
        }
        if (place.document == null) {
          unknown.add(id);
          continue;
        }
        SystemSpan span = span(row, place, pool);
        types.merge(span.type(), 1, Integer::sum);
        byDocument.computeIfAbsent(place.document.id(), key -> new ArrayList<>()).add(span);
      }
    } catch (ReadFault fault) {
      throw new MalformedCorpusException(
          (file + ": " + fault.place()).replace(": line ", ":"), fault.getMessage());
    }
    return new SystemSpans(file, byDocument, unknown, types);
  }

  /** The document that the current run of rows belongs to; null where the gold has none. */
  private record Place(String id, GoldDocument document, CodePoints codePoints) {

    boolean isTextKnown() {
      return document.isTextKnown();
    }

    int toUtf16(int offset) {
      if (codePoints == null) {
        return offset;
      }
      int beyond = isTextKnown() ? 0 : Math.max(0, offset - codePoints.length());
      return codePoints.toUtf16(offset - beyond) + beyond;
    }
  }

  /** Null when the offsets need no translation. The text of the gold decides. */
  private static CodePoints codePoints(GoldDocument document, Offsets offsets) {
    return offsets == Offsets.UTF16 ? null : CodePoints.of(document.text());
  }

  private static SystemSpan span(CsvTable.Row cells, Place place, Map<String, String> pool)
      throws IOException {
    SpanRow row = SpanRow.of(cells);
    String text = place.document.text();
    int begin;
    int end;
    try {
      begin = place.toUtf16(row.begin());
      end = place.toUtf16(row.end());
    } catch (IllegalArgumentException e) {
      begin = -1;
      end = -1;
    }
    boolean inside = begin >= 0 && begin < end && (end <= text.length() || !place.isTextKnown());
    if (!inside) {
      throw new MalformedCorpusException(
          cells.filePlace(),
          "document %s: expected a span inside the text of %s characters, found \"%s\" to \"%s\""
              .formatted(place.id, text.codePointCount(0, text.length()), row.begin(), row.end()));
    }
    if (!isAt(text, begin, end, row.text())) {
      throw new MalformedCorpusException(
          cells.filePlace(),
          "document %s: text \"%s\" is not at [%s, %s), which holds \"%s\""
              .formatted(
                  place.id,
                  row.text(),
                  row.begin(),
                  row.end(),
                  text.substring(begin, Math.min(end, text.length()))));
    }
    return new SystemSpan(
        new Span(begin, end),
        pooled(pool, row.type()),
        pooled(pool, row.subtype()),
        pooled(pool, row.identifier()),
        row.score(),
        gene(row, pool));
  }

  private static GeneDetails gene(SpanRow row, Map<String, String> pool) {
    if (row.hgnc().isEmpty() && row.ncbiGene().isEmpty() && row.species().isEmpty()) {
      return GeneDetails.NONE;
    }
    return new GeneDetails(
        List.copyOf(Identifier.set(pooled(pool, row.hgnc()))),
        List.copyOf(Identifier.set(pooled(pool, row.ncbiGene()))),
        pooled(pool, row.species()),
        row.linkScore());
  }

  private static boolean isAt(String text, int begin, int end, String expected) {
    if (expected.length() != end - begin) {
      return false;
    }
    for (int i = 0; i < expected.length() && begin + i < text.length(); i++) {
      char c = text.charAt(begin + i);
      if (c != expected.charAt(i) && c != GoldDocument.UNKNOWN_CHARACTER) {
        return false;
      }
    }
    return true;
  }

  /** One string object per distinct value: millions of rows share a few. */
  private static String pooled(Map<String, String> pool, String value) {
    String known = pool.putIfAbsent(value, value);
    return known == null ? value : known;
  }
}
