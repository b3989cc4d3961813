package org.immunospan.format.csv;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.gold.Notes;
import org.immunospan.format.source.Quote;
import org.immunospan.format.source.ReadFault;

/**
 * One row of spans.csv: its columns are these components. {@code begin} and {@code end} are in the
 * unit of the file. Text that is not known is "".
 *
 * @param sentence number of the sentence in the document, or ""
 * @param identifier CURIEs joined by {@code |}
 * @param score in [0, 1], or NaN when it is not known
 * @param hgnc CURIEs of the human genes or human orthologues, joined by {@code |}
 * @param ncbiGene CURIEs in NCBI Gene, joined by {@code |}
 * @param species CURIE of the taxon of a gene
 * @param linkScore probability that the gene is right, or NaN when none was found
 * @param target CURIEs of the human genes, or groups of genes, that a therapy acts on, joined by
 *     {@code |}
 */
public record SpanRow(
    String docId,
    String section,
    String sentence,
    int begin,
    int end,
    String text,
    String type,
    String subtype,
    String identifier,
    String name,
    double score,
    String source,
    String longForm,
    String lineage,
    String hgnc,
    String ncbiGene,
    String species,
    double linkScore,
    String target) {

  private static final int THOUSAND = 1000;
  private static final String[] DECIMALS = new String[THOUSAND + 1];

  static {
    for (int i = 0; i < DECIMALS.length; i++) {
      DECIMALS[i] = i / THOUSAND + "." + Integer.toString(THOUSAND + i % THOUSAND).substring(1);
    }
  }

  /** The columns that a file must have to be read. */
  public static final List<String> REQUIRED = List.of("doc_id", "begin", "end", "type", "text");

  private static final Object[] COLUMNS = {
    "doc_id",
    "section",
    "sentence",
    "begin",
    "end",
    "text",
    "type",
    "subtype",
    "identifier",
    "name",
    "score",
    "source",
    "long_form",
    "lineage",
    "hgnc",
    "ncbi_gene",
    "species",
    "link_score",
    "target"
  };

  /**
   * Reads a row. Columns that are not required may be missing.
   *
   * @throws ReadFault of extent {@code RECORD} when a number is not one
   */
  public static SpanRow of(CsvTable.Row row) throws ReadFault {
    return new SpanRow(
        row.get("doc_id"),
        row.get("section"),
        row.get("sentence"),
        row.number("begin"),
        row.number("end"),
        row.get("text"),
        row.get("type"),
        row.get("subtype"),
        row.get("identifier"),
        row.get("name"),
        score(row, "score"),
        row.get("source"),
        row.get("long_form"),
        row.get("lineage"),
        row.get("hgnc"),
        row.get("ncbi_gene"),
        row.get("species"),
        score(row, "link_score"),
        row.get("target"));
  }

  /** A row for a mention of any origin. */
  static SpanRow of(
      String docId,
      String section,
      String sentence,
      int begin,
      int end,
      String text,
      GoldMention mention) {
    Map<String, String> notes = mention.notes();
    return new SpanRow(
        docId,
        section,
        sentence,
        begin,
        end,
        text,
        mention.type(),
        mention.subtype(),
        String.join("|", mention.identifiers()),
        notes.getOrDefault(Notes.NAME, ""),
        score(notes.getOrDefault(Notes.SCORE, "")),
        notes.getOrDefault("source", ""),
        notes.getOrDefault("long_form", ""),
        notes.getOrDefault("lineage", ""),
        notes.getOrDefault("hgnc", ""),
        notes.getOrDefault("ncbi_gene", ""),
        notes.getOrDefault("species", ""),
        score(notes.getOrDefault(Notes.LINK_SCORE, "")),
        notes.getOrDefault(Notes.TARGET, ""));
  }

  private static double score(String note) {
    try {
      return note.isEmpty() ? Double.NaN : Double.parseDouble(note);
    } catch (NumberFormatException e) {
      return Double.NaN; // a word of another program
    }
  }

  private static double score(CsvTable.Row row, String column) throws ReadFault {
    String score = row.get(column);
    try {
      return score.isEmpty() ? Double.NaN : Double.parseDouble(score);
    } catch (NumberFormatException e) {
      throw ReadFault.ofRecord(
          row.place(),
          row.get("doc_id"),
          "expected a number as " + column + ", found " + Quote.of(score));
    }
  }

  static void appendHeader(StringBuilder rows) {
    CsvDialect.append(rows, COLUMNS);
  }

  void append(StringBuilder rows) {
    CsvDialect.append(
        rows,
        docId,
        section,
        sentence,
        begin,
        end,
        text,
        type,
        subtype,
        identifier,
        name,
        decimal(score),
        source,
        longForm,
        lineage,
        hgnc,
        ncbiGene,
        species,
        decimal(linkScore),
        target);
  }

  /** Three decimals; most are taken from a table, since formatting them takes long. */
  static String decimal(double score) {
    if (Double.isNaN(score)) {
      return "";
    }
    double thousandths = score * THOUSAND;
    int below = (int) thousandths;
    double rest = thousandths - below;
    // What lies close to the middle is left to the exact arithmetic of format.
    boolean isClear = Double.compare(score, 0) >= 0 && score < 1 && Math.abs(rest - 0.5) > 1e-6;
    return isClear
        ? DECIMALS[rest < 0.5 ? below : below + 1]
        : String.format(Locale.ROOT, "%.3f", score);
  }
}
