package org.immunospan.tables;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.duckdb.DuckDBAppender;
import org.immunospan.tables.TablesConfig.Term;

/**
 * Turns spans into mentions of concepts. A concept is an identifier or, for spans without one, the
 * normalised surface form (of an abbreviation: its long form): lowercase, hyphens and spaces alike
 * (for genes: neither). An abbreviation without an identifier gets that of its long form where all
 * spans with this text have the same one. A span with several identifiers mentions several
 * concepts.
 *
 * <p>All rows are numbers. {@code concept_keys} numbers the concepts in the order of type and
 * identifier or form; {@code form_concepts} says which concepts a form means; {@code span_numbers}
 * has the spans, and whether each lies inside a longer one of another type; {@code found} has each
 * document and concept once.
 */
final class Mentions {

  private Mentions() {}

  static void create(Database database, TablesConfig config) {
    database.run(
        """
        CREATE OR REPLACE MACRO surface_form(type, text) AS
          CASE type WHEN 'GENE'
            THEN regexp_replace(lower(nfc_normalize(text)), '[\\s\\-\\x{2010}-\\x{2015}]+', '', 'g')
            ELSE trim(regexp_replace(lower(nfc_normalize(text)), '[\\s\\-\\x{2010}-\\x{2015}]+', ' ', 'g'))
          END;
        CREATE OR REPLACE TEMP TABLE linked AS
        SELECT form_no, type, subtype, unnest(string_split(identifier, '|')) AS identifier,
          unnest(CASE WHEN len(string_split(name, '|')) = len(string_split(identifier, '|'))
            THEN string_split(name, '|')
            WHEN NOT contains(identifier, '|') THEN [name]
            ELSE list_transform(string_split(identifier, '|'), x -> NULL) END) AS name
        FROM forms WHERE identifier IS NOT NULL;
        INSERT INTO linked
        WITH spelt_out AS (
          SELECT l.type, surface_form(f.type, f.text) AS form, min(l.identifier) AS identifier,
            min(l.name) AS name
          FROM linked l JOIN forms f USING (form_no) GROUP BY ALL
          HAVING count(DISTINCT l.identifier) = 1)
        SELECT f.form_no, f.type, f.subtype, s.identifier, s.name
        FROM forms f JOIN spelt_out s
          ON s.type = f.type AND s.form = surface_form(f.type, f.long_form);
        """);
    config.parents().ifPresent(terms -> rollUp(database, terms));
    number(database, config.filters().only());
    mark(database);
    find(database, config.filters().minDocuments());
  }

  private static void number(Database database, List<String> only) {
    database.run(
        """
        CREATE OR REPLACE TEMP TABLE keyed AS
        SELECT form_no, type, subtype, true AS linked, identifier AS key, name FROM linked WHERE %s
        UNION ALL
        SELECT form_no, type, subtype, false, surface_form(type, coalesce(long_form, text)),
          coalesce(long_form, text)
        FROM forms WHERE form_no NOT IN (SELECT form_no FROM linked) AND %s;
        DROP TABLE linked;
        CREATE OR REPLACE TEMP TABLE concept_keys AS
        SELECT CAST(row_number() OVER (ORDER BY type, linked DESC, key) AS INTEGER) AS concept_no, *
        FROM (SELECT DISTINCT type, linked, key FROM keyed);
        CREATE OR REPLACE TABLE form_concepts AS
        SELECT k.form_no, c.concept_no, min(k.name) AS name, max(k.subtype) AS subtype
        FROM keyed k JOIN concept_keys c USING (type, linked, key)
        GROUP BY k.form_no, c.concept_no;
        DROP TABLE keyed;
        """
            .formatted(
                only.isEmpty() ? "true" : "identifier IN " + Sql.list(only), only.isEmpty()));
  }

  /** Marks spans that lie inside a longer one of another type in the same sentence. */
  private static void mark(Database database) {
    database.run(
        """
        CREATE OR REPLACE TEMP TABLE nested AS
        WITH typed AS (
          SELECT l.doc_no, coalesce(l.sentence, 0) AS sentence, l."begin", l."end", f.type
          FROM loaded l JOIN forms f USING (form_no) WHERE l.doc_no IS NOT NULL)
        SELECT DISTINCT i.doc_no, i.type, i."begin", i."end"
        FROM typed i JOIN typed o
          ON i.doc_no = o.doc_no AND i.sentence = o.sentence AND i.type <> o.type
          AND o."begin" <= i."begin" AND i."end" <= o."end"
          AND (o."end" - o."begin" > i."end" - i."begin" OR o.type > i.type);
        CREATE OR REPLACE TABLE span_numbers AS
        SELECT l.doc_no, l.form_no, l.sentence, l."begin", l."end", l.thousandths,
          n.doc_no IS NOT NULL AS inside
        FROM loaded l JOIN forms f USING (form_no)
        LEFT JOIN nested n ON n.doc_no = l.doc_no AND n.type = f.type AND n."begin" = l."begin"
          AND n."end" = l."end"
        WHERE l.doc_no IS NOT NULL;
        DROP TABLE nested;
        """);
  }

  private static void find(Database database, int minDocuments) {
    database.run(
        """
        CREATE OR REPLACE TABLE sections AS
        SELECT CAST(row_number() OVER (ORDER BY section) AS INTEGER) AS section_no, section
        FROM (SELECT DISTINCT section FROM forms WHERE section IS NOT NULL);
        CREATE OR REPLACE TABLE found (doc_no INTEGER, concept_no INTEGER, mentions BIGINT,
          first_sentence INTEGER, outside BOOLEAN, sections INTEGER[]);
        """);
    database.runInRanges(
        """
        INSERT INTO found
        SELECT m.doc_no, k.concept_no, count(*) AS mentions, min(m.sentence) AS first_sentence,
          bool_or(NOT m.inside) AS outside, list_sort(list_distinct(list(s.section_no))) AS sections
        FROM span_numbers m JOIN form_concepts k USING (form_no) JOIN forms f USING (form_no)
        LEFT JOIN sections s ON s.section = f.section
        WHERE m.doc_no BETWEEN %1$s AND %2$s
        GROUP BY m.doc_no, k.concept_no
        """,
        database.number("SELECT count(*) FROM documents"));
    if (minDocuments > 1) {
      database.run(
          """
          CREATE OR REPLACE TEMP TABLE rare AS
          SELECT concept_no FROM found GROUP BY concept_no HAVING count(*) < %s;
          DELETE FROM found WHERE concept_no IN (SELECT concept_no FROM rare);
          DELETE FROM form_concepts WHERE concept_no IN (SELECT concept_no FROM rare);
          DROP TABLE rare;
          """
              .formatted(minDocuments));
    }
  }

  /** Lets every form of a cell count as each of its more general terms, too. */
  private static void rollUp(Database database, Map<String, Term> terms) {
    database.run(
        "CREATE OR REPLACE TEMP TABLE ancestors"
            + " (identifier VARCHAR, ancestor VARCHAR, name VARCHAR)");
    try (DuckDBAppender appender =
        database.connection().createAppender("temp", "main", "ancestors")) {
      for (String identifier : new TreeMap<>(terms).keySet()) {
        for (String ancestor : ancestors(identifier, terms)) {
          appender.beginRow();
          appender.append(identifier);
          appender.append(ancestor);
          Term term = terms.get(ancestor);
          appender.append(term == null ? ancestor : term.name());
          appender.endRow();
        }
      }
    } catch (SQLException e) {
      throw Database.fault(e);
    }
    database.run(
        """
        INSERT INTO linked
        SELECT n.form_no, n.type, NULL, a.ancestor, a.name
        FROM linked n JOIN ancestors a ON n.type = 'CELL' AND n.identifier = a.identifier
          AND NOT EXISTS (
            SELECT 1 FROM linked o WHERE o.form_no = n.form_no AND o.identifier = a.ancestor)
        """);
  }

  private static Collection<String> ancestors(String identifier, Map<String, Term> terms) {
    Set<String> all = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(identifier));
    while (!open.isEmpty()) {
      Term term = terms.get(open.remove());
      if (term != null) {
        for (String parent : term.parents()) {
          if (!parent.equals(identifier) && all.add(parent)) {
            open.add(parent);
          }
        }
      }
    }
    return all;
  }
}
