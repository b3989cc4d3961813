package org.immunospan.tables;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads results into tables of the database: {@code documents}, each once and numbered by its id,
 * and {@code spans} of these documents, both after the filters.
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
          "lineage");
  private static final List<String> DOCUMENT = List.of("doc_id", "title", "text");
  private static final List<String> DOCUMENT_MORE =
      List.of("year", "journal", "doi", "language", "publication_types", "source_file");
  private static final List<String> MARKER = List.of("doc_id", "begin", "end", "marker", "level");

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
          identifier, name, CAST(score AS DOUBLE) AS score, source, long_form, lineage
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

  /** Copies what passes the filters into tables. */
  static void load(Database database, TableFilters filters) {
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
        FROM newest WHERE %s
        """
            .formatted(filters.ofDocuments()));
    database.run(
        """
        CREATE OR REPLACE TABLE spans AS
        WITH typed AS (
          SELECT run, doc_id, section, CAST(sentence AS INTEGER) AS sentence,
            CAST(begin AS INTEGER) AS "begin", CAST("end" AS INTEGER) AS "end", text, type, subtype,
            identifier, name, CAST(score AS DOUBLE) AS score, lineage
          FROM all_spans)
        SELECT d.doc_no, s.section, s.sentence, s."begin", s."end", s.text, s.type, s.subtype,
          s.identifier, s.name, CAST(round(s.score * 1000) AS INTEGER) AS thousandths, s.lineage
        FROM typed s JOIN documents d ON s.doc_id = d.doc_id AND s.run = d.run
        WHERE %s
        """
            .formatted(filters.ofSpans()));
  }
}
