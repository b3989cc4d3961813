package org.immunospan.tables;

/** The tables {@code concepts}, {@code document_concepts}, {@code mentions} and {@code markers}. */
final class Concepts {

  private Concepts() {}

  static void create(Database database) {
    database.run(
        """
        CREATE OR REPLACE TEMP TABLE concept_forms AS
        WITH counts AS (
          SELECT m.form_no, count(*) AS n, min(d.year) AS first_year, max(d.year) AS last_year,
            sum(m.thousandths) AS score_sum, count(m.thousandths) AS scored
          FROM span_numbers m JOIN documents d USING (doc_no) GROUP BY m.form_no)
        SELECT k.concept_no, k.name, k.subtype, f.text, f.section, n.* EXCLUDE (form_no)
        FROM form_concepts k JOIN forms f USING (form_no) JOIN counts n USING (form_no);

        CREATE OR REPLACE TEMP TABLE concept_counts AS
        SELECT concept_no, count(*) AS documents, CAST(sum(mentions) AS BIGINT) AS mentions
        FROM found GROUP BY concept_no;
        CREATE OR REPLACE TABLE concepts (concept_no INTEGER, type VARCHAR, subtype VARCHAR,
          identifier VARCHAR, name VARCHAR, grouped_by VARCHAR, mentions BIGINT, documents BIGINT,
          sections VARCHAR, first_year INTEGER, last_year INTEGER, surface_forms VARCHAR,
          mean_score DOUBLE, form VARCHAR);
        """);
    database.runInRanges(
        """
        INSERT INTO concepts
        WITH of_range AS (
          SELECT * FROM concept_forms WHERE concept_no BETWEEN %1$s AND %2$s),
        texts AS (
          SELECT concept_no, text, sum(n) AS n FROM of_range GROUP BY concept_no, text
          QUALIFY row_number() OVER (PARTITION BY concept_no ORDER BY sum(n) DESC, text) <= 5),
        text_lists AS (
          SELECT concept_no, first(text ORDER BY n DESC, text) AS text,
            string_agg(text || ' (' || n || ')', '|' ORDER BY n DESC, text) AS texts
          FROM texts GROUP BY concept_no),
        names AS (
          SELECT concept_no, name FROM of_range WHERE name IS NOT NULL
          GROUP BY concept_no, name
          QUALIFY row_number() OVER (PARTITION BY concept_no ORDER BY sum(n) DESC, name) = 1),
        subtypes AS (
          SELECT concept_no, subtype FROM of_range WHERE subtype IS NOT NULL
          GROUP BY concept_no, subtype
          QUALIFY row_number() OVER (PARTITION BY concept_no ORDER BY sum(n) DESC, subtype) = 1),
        section_counts AS (
          SELECT concept_no, section, sum(n) AS n FROM of_range WHERE section IS NOT NULL
          GROUP BY ALL),
        section_lists AS (
          SELECT concept_no,
            string_agg(section || ' (' || n || ')', '|' ORDER BY n DESC, section) AS sections
          FROM section_counts GROUP BY concept_no),
        sums AS (
          SELECT concept_no, min(first_year) AS first_year, max(last_year) AS last_year,
            sum(score_sum) AS score_sum, sum(scored) AS scored
          FROM of_range GROUP BY concept_no)
        SELECT k.concept_no, k.type, t.subtype, CASE WHEN k.linked THEN k.key END AS identifier,
          coalesce(n.name, f.text) AS name,
          CASE WHEN k.linked THEN 'identifier' ELSE 'surface form' END AS grouped_by,
          c.mentions, c.documents, s.sections, u.first_year, u.last_year, f.texts AS surface_forms,
          CASE WHEN u.scored > 0 THEN round(u.score_sum / 1000 / u.scored, 4) END AS mean_score,
          CASE WHEN NOT k.linked THEN k.key END AS form
        FROM sums u JOIN concept_counts c USING (concept_no) JOIN concept_keys k USING (concept_no)
        JOIN text_lists f USING (concept_no) LEFT JOIN names n USING (concept_no)
        LEFT JOIN subtypes t USING (concept_no) LEFT JOIN section_lists s USING (concept_no)
        """,
        database.number("SELECT coalesce(max(concept_no), 0) FROM concept_keys"));
    database.run(
        """
        DROP TABLE concept_forms;
        DROP TABLE concept_counts;
        DROP TABLE concept_keys;

        CREATE OR REPLACE TABLE section_lists AS
        SELECT l.numbers, string_agg(s.section, '|' ORDER BY s.section_no) AS sections
        FROM (SELECT numbers, unnest(numbers) AS section_no
          FROM (SELECT DISTINCT sections AS numbers FROM found)) l
        JOIN sections s USING (section_no) GROUP BY l.numbers;
        CREATE OR REPLACE VIEW document_concepts AS
        SELECT d.doc_no, d.doc_id, d.year, c.concept_no, c.type, c.identifier, c.name, f.mentions,
          s.sections, f.first_sentence
        FROM found f JOIN documents d USING (doc_no) JOIN concepts c USING (concept_no)
        LEFT JOIN section_lists s ON s.numbers = f.sections;
        CREATE OR REPLACE VIEW mentions AS
        SELECT d.doc_id, d.year, c.type, k.subtype, c.identifier, c.name, f.text, f.section,
          m.sentence, m."begin", m."end"
        FROM span_numbers m JOIN documents d USING (doc_no) JOIN forms f USING (form_no)
        JOIN form_concepts k USING (form_no) JOIN concepts c USING (concept_no);
        """);
  }

  static void createMarkers(Database database) {
    database.run(
        """
        CREATE OR REPLACE TABLE markers AS
        SELECT c.concept_no, c.identifier, c.name, x.marker, x.level,
          x.identifier AS marker_identifier, count(*) AS mentions,
          count(DISTINCT m.doc_no) AS documents
        FROM (
          SELECT d.doc_no, CAST(a."begin" AS INTEGER) AS "begin", CAST(a."end" AS INTEGER) AS "end",
            a.marker, a.level, a.identifier
          FROM all_markers a JOIN documents d ON a.doc_id = d.doc_id AND a.run = d.run) x
        JOIN span_numbers m ON m.doc_no = x.doc_no AND m."begin" = x."begin" AND m."end" = x."end"
        JOIN form_concepts k USING (form_no)
        JOIN concepts c ON c.concept_no = k.concept_no AND c.type = 'CELL'
        GROUP BY c.concept_no, c.identifier, c.name, x.marker, x.level, x.identifier;
        """);
  }
}
