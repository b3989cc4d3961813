package org.immunospan.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads results into tables of the database: {@code documents}, each once and numbered by its id,
 * and the spans of these documents as numbers, both after the filters.
 */
final class Sources {

  private static final List<String> SPAN = List.of("doc_id", "begin", "end", "text", "type");
  private static final List<String> SPAN_MORE =
      List.of(
          "section",
          "sentence",
          "subtype",
          "identifier",
          "name",
          "score",
          "source",
          "long_form",
          "lineage",
          "hgnc");
  private static final List<String> DOCUMENT = List.of("doc_id", "title", "text");
  private static final List<String> DOCUMENT_MORE =
      List.of("year", "journal", "doi", "language", "publication_types", "source_file");
  private static final List<String> MARKER = List.of("doc_id", "begin", "end", "marker", "level");

  /** The spans with the human gene or orthologue, where there is one, in place of the gene. */
  private static final String HUMAN_GENES =
      """
      SELECT * REPLACE (
        CASE WHEN type = 'GENE' THEN coalesce(hgnc, identifier) ELSE identifier END AS identifier,
        CASE WHEN type <> 'GENE' OR hgnc IS NULL OR hgnc = identifier THEN name END AS name)
      FROM all_spans\
      """;

  private Sources() {}

  /** Makes views of all rows of all runs, as text; the column {@code run} counts from 0. */
  static void open(Database database, List<RunFolder> runs) {
    List<String> spans = new ArrayList<>();
    List<String> documents = new ArrayList<>();
    List<String> markers = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      String run = i + " AS run, * FROM (";
      spans.add("SELECT " + run + SourceFile.query(runs.get(i).spans(), SPAN, SPAN_MORE) + ")");
      documents.add(
          "SELECT "
              + run
              + SourceFile.query(runs.get(i).documents(), DOCUMENT, DOCUMENT_MORE)
              + ")");
      if (runs.get(i).markers().isPresent()) {
        markers.add(
            "SELECT "
                + run
                + SourceFile.query(runs.get(i).markers().get(), MARKER, List.of("identifier"))
                + ")");
      }
    }
    view(database, "all_spans", spans);
    view(database, "all_documents", documents);
    if (markers.isEmpty()) {
      markers.add(
          """
          SELECT 0 AS run, '' AS doc_id, '0' AS begin, '0' AS "end", '' AS marker, '' AS level,
            '' AS identifier WHERE false\
          """);
    }
    view(database, "all_markers", markers);
  }

  /** Makes views of one run with the names and types of columns that a reader expects. */
  static void openTyped(Database database) {
    database.run(
        """
        CREATE TEMP VIEW spans AS
        SELECT doc_id, section, CAST(sentence AS INTEGER) AS sentence,
          CAST("begin" AS INTEGER) AS "begin", CAST("end" AS INTEGER) AS "end", text, type, subtype,
          identifier, name, CAST(score AS DOUBLE) AS score, source, long_form, lineage, hgnc
        FROM all_spans;
        CREATE TEMP VIEW documents AS
        SELECT doc_id, title, text, TRY_CAST(year AS INTEGER) AS year, journal, doi, language,
          publication_types, source_file
        FROM all_documents;
        CREATE TEMP VIEW markers AS
        SELECT doc_id, CAST("begin" AS INTEGER) AS "begin", CAST("end" AS INTEGER) AS "end", marker,
          level, identifier
        FROM all_markers;
        """);
  }

  private static void view(Database database, String name, List<String> queries) {
    database.run(
        "CREATE OR REPLACE TEMP VIEW " + name + " AS " + String.join(" UNION ALL ", queries));
  }

  /**
   * Copies what passes the filters into tables. What rows of spans have in common, from type to
   * text and section, is kept once and numbered: {@code forms}. {@code loaded} holds a row of
   * numbers for each span; the column {@code unknown} names documents that no documents.csv has.
   */
  static void load(Database database, TablesConfig config) {
    TableFilters filters = config.filters();
    database.run(
        """
        CREATE OR REPLACE TEMP TABLE document_rows AS
        SELECT doc_id, run, title, TRY_CAST(year AS INTEGER) AS year, journal, publication_types
        FROM all_documents;
        CREATE OR REPLACE TABLE documents AS
        WITH newest AS (
          SELECT * FROM document_rows
          QUALIFY row_number() OVER (PARTITION BY doc_id ORDER BY run DESC, title, year, journal) = 1)
        SELECT CAST(row_number() OVER (ORDER BY doc_id) AS INTEGER) AS doc_no, *
        FROM newest WHERE %s;
        CREATE OR REPLACE TEMP TABLE known AS
        SELECT r.doc_id, r.run, any_value(d.doc_no) AS doc_no
        FROM document_rows r LEFT JOIN documents d ON r.doc_id = d.doc_id AND r.run = d.run
        GROUP BY r.doc_id, r.run;
        """
            .formatted(filters.ofDocuments()));
    database.runInOrder(
        """
        CREATE OR REPLACE TEMP VIEW chosen_spans AS
        SELECT * FROM (
          SELECT * REPLACE (CAST(score AS DOUBLE) AS score,
            CASE WHEN identifier IS NULL THEN long_form END AS long_form)
          FROM (%s))
        WHERE %s;
        CREATE OR REPLACE TABLE forms AS
        SELECT CAST(row_number() OVER () AS INTEGER) AS form_no, *
        FROM (
          SELECT type, subtype, identifier, name, text, long_form, section FROM chosen_spans
          GROUP BY ALL);
        CREATE OR REPLACE TEMP TABLE loaded AS
        SELECT k.doc_no, f.form_no, CAST(s.sentence AS INTEGER) AS sentence,
          CAST(s."begin" AS INTEGER) AS "begin", CAST(s."end" AS INTEGER) AS "end",
          CAST(round(s.score * 1000) AS INTEGER) AS thousandths,
          CASE WHEN k.doc_id IS NULL THEN s.doc_id END AS unknown
        FROM chosen_spans s LEFT JOIN known k ON s.doc_id = k.doc_id AND s.run = k.run
        JOIN forms f ON f.type = s.type AND f.text = s.text
          AND f.subtype IS NOT DISTINCT FROM s.subtype
          AND f.identifier IS NOT DISTINCT FROM s.identifier
          AND f.name IS NOT DISTINCT FROM s.name
          AND f.long_form IS NOT DISTINCT FROM s.long_form
          AND f.section IS NOT DISTINCT FROM s.section
        WHERE k.doc_no IS NOT NULL OR k.doc_id IS NULL;
        DROP TABLE known;
        """
            .formatted(
                config.orthologues() ? HUMAN_GENES : "SELECT * FROM all_spans", filters.ofSpans()));
  }

  /**
   * Makes the table {@code texts} of the documents that other tables name in a column {@code
   * doc_no}. The files are read once for it.
   */
  static void loadTexts(Database database, String... wanted) {
    database.runInOrder(
        """
        CREATE OR REPLACE TEMP TABLE texts AS
        SELECT d.doc_no, min(a.text) AS text
        FROM all_documents a JOIN (
          SELECT doc_no, doc_id, run FROM documents WHERE doc_no IN (%s)) d
          ON a.doc_id = d.doc_id AND a.run = d.run
        GROUP BY d.doc_no
        """
            .formatted(
                Arrays.stream(wanted)
                    .map(table -> "SELECT doc_no FROM " + table)
                    .collect(Collectors.joining(" UNION "))));
  }
}
