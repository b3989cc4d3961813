package org.immunospan.tables;

/** The tables {@code concepts}, {@code document_concepts} and {@code markers}. */
final class Concepts {

  private Concepts() {}

  static void create(Database database) {
    database.run(
        """
        CREATE OR REPLACE TABLE concepts AS
        WITH forms AS (
          SELECT concept_no, text, count(*) AS n FROM mentions GROUP BY concept_no, text
          QUALIFY row_number() OVER (PARTITION BY concept_no ORDER BY count(*) DESC, text) <= 5),
        form_lists AS (
          SELECT concept_no, string_agg(text || ' (' || n || ')', '|' ORDER BY n DESC, text) AS forms
          FROM forms GROUP BY concept_no),
        subtypes AS (
          SELECT concept_no, subtype FROM mentions WHERE subtype IS NOT NULL
          GROUP BY concept_no, subtype
          QUALIFY row_number() OVER (PARTITION BY concept_no ORDER BY count(*) DESC, subtype) = 1),
        section_counts AS (
          SELECT concept_no, section, count(*) AS n FROM mentions WHERE section IS NOT NULL
          GROUP BY ALL),
        section_lists AS (
          SELECT concept_no,
            string_agg(section || ' (' || n || ')', '|' ORDER BY n DESC, section) AS sections
          FROM section_counts GROUP BY concept_no),
        sums AS (
          SELECT m.concept_no, min(d.year) AS first_year, max(d.year) AS last_year,
            sum(m.thousandths) AS score_sum, count(m.thousandths) AS scored
          FROM mentions m JOIN documents d USING (doc_no) GROUP BY m.concept_no)
        SELECT c.type, t.subtype, c.identifier, c.name,
          CASE WHEN c.linked THEN 'identifier' ELSE 'surface form' END AS grouped_by,
          c.mentions, c.documents, s.sections, u.first_year, u.last_year, f.forms AS surface_forms,
          CASE WHEN u.scored > 0 THEN round(u.score_sum / 1000 / u.scored, 4) END AS mean_score
        FROM concept_names c
        LEFT JOIN subtypes t USING (concept_no) LEFT JOIN section_lists s USING (concept_no)
        LEFT JOIN sums u USING (concept_no) LEFT JOIN form_lists f USING (concept_no);

        CREATE OR REPLACE TABLE document_concepts AS
        SELECT d.doc_id, d.year, c.type, c.identifier, c.name, count(*) AS mentions,
          string_agg(DISTINCT m.section, '|' ORDER BY m.section) AS sections,
          min(m.sentence) AS first_sentence
        FROM mentions m JOIN documents d USING (doc_no) JOIN concept_names c USING (concept_no)
        GROUP BY m.doc_no, m.concept_no, d.doc_id, d.year, c.type, c.identifier, c.name;
        """);
  }

  static void createMarkers(Database database) {
    database.run(
        """
        CREATE OR REPLACE TABLE markers AS
        SELECT c.identifier, c.name, x.marker, x.level, x.identifier AS marker_identifier,
          count(*) AS mentions, count(DISTINCT m.doc_no) AS documents
        FROM (
          SELECT d.doc_no, CAST(a."begin" AS INTEGER) AS "begin", CAST(a."end" AS INTEGER) AS "end",
            a.marker, a.level, a.identifier
          FROM all_markers a JOIN documents d ON a.doc_id = d.doc_id AND a.run = d.run) x
        JOIN mentions m ON m.doc_no = x.doc_no AND m."begin" = x."begin" AND m."end" = x."end"
        JOIN concept_names c ON c.concept_no = m.concept_no AND c.type = 'CELL'
        GROUP BY c.identifier, c.name, x.marker, x.level, x.identifier;
        """);
  }
}
