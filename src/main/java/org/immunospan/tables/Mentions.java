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
 * normalised surface form: lower case, hyphens and spaces alike (for genes: neither). A span with
 * several identifiers mentions several concepts. Makes the tables {@code mentions} and {@code
 * concept_names}; concepts are numbered in the order of type and identifier or form.
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
        CREATE OR REPLACE TABLE named AS
        SELECT doc_no, section, sentence, "begin", "end", text, type, subtype, thousandths, lineage,
          identifier, name
        FROM spans WHERE identifier IS NOT NULL AND NOT contains(identifier, '|')
        UNION ALL
        SELECT doc_no, section, sentence, "begin", "end", text, type, subtype, thousandths, lineage,
          unnest(string_split(identifier, '|')) AS identifier,
          unnest(CASE WHEN len(string_split(name, '|')) = len(string_split(identifier, '|'))
            THEN string_split(name, '|')
            ELSE list_transform(string_split(identifier, '|'), x -> NULL) END) AS name
        FROM spans WHERE contains(identifier, '|');
        """);
    config.parents().ifPresent(terms -> rollUp(database, terms));
    database.run(
        """
        CREATE OR REPLACE TABLE keyed AS
        SELECT *, identifier AS key, true AS linked FROM named WHERE %1$s
        UNION ALL
        SELECT doc_no, section, sentence, "begin", "end", text, type, subtype, thousandths, lineage,
          NULL AS identifier, NULL AS name, surface_form(type, text) AS key, false AS linked
        FROM spans WHERE identifier IS NULL AND %2$s;
        DROP TABLE named;
        """
            .formatted(
                config.filters().only().isEmpty()
                    ? "true"
                    : "identifier IN " + Sql.list(config.filters().only()),
                config.filters().only().isEmpty()));
    number(database, config.filters().minDocuments());
  }

  /** Numbers the concepts and marks mentions that lie inside a longer one of another type. */
  private static void number(Database database, int minDocuments) {
    database.run(
        """
        CREATE OR REPLACE TABLE concept_keys AS
        SELECT CAST(row_number() OVER (ORDER BY type, linked DESC, key) AS INTEGER) AS concept_no, *
        FROM (
          SELECT type, linked, key, count(DISTINCT doc_no) AS documents, count(*) AS mentions
          FROM keyed GROUP BY type, linked, key HAVING count(DISTINCT doc_no) >= %s);
        CREATE OR REPLACE TABLE nested AS
        SELECT DISTINCT i.doc_no, i.type, i."begin", i."end"
        FROM spans i JOIN spans o ON i.doc_no = o.doc_no AND i.type <> o.type
          AND o."begin" <= i."begin" AND i."end" <= o."end"
          AND (o."end" - o."begin" > i."end" - i."begin" OR o.type > i.type);
        CREATE OR REPLACE TABLE mentions AS
        SELECT m.doc_no, k.concept_no, m.section, m.sentence, m."begin", m."end", m.text, m.subtype,
          m.thousandths, m.name, n.doc_no IS NOT NULL AS inside
        FROM keyed m
        JOIN concept_keys k ON k.type = m.type AND k.linked = m.linked AND k.key = m.key
        LEFT JOIN nested n ON n.doc_no = m.doc_no AND n.type = m.type AND n."begin" = m."begin"
          AND n."end" = m."end";
        DROP TABLE keyed;
        DROP TABLE nested;
        CREATE OR REPLACE TABLE concept_names AS
        WITH named AS (
          SELECT concept_no, name FROM mentions WHERE name IS NOT NULL
          GROUP BY concept_no, name
          QUALIFY row_number() OVER (PARTITION BY concept_no ORDER BY count(*) DESC, name) = 1),
        forms AS (
          SELECT concept_no, text FROM mentions
          GROUP BY concept_no, text
          QUALIFY row_number() OVER (PARTITION BY concept_no ORDER BY count(*) DESC, text) = 1)
        SELECT k.concept_no, k.type, CASE WHEN k.linked THEN k.key END AS identifier,
          coalesce(n.name, f.text) AS name, k.linked, k.key, k.documents, k.mentions
        FROM concept_keys k
        LEFT JOIN named n USING (concept_no) LEFT JOIN forms f USING (concept_no);
        DROP TABLE concept_keys;
        """
            .formatted(minDocuments));
  }

  /** Adds, for every mention of a cell, a mention of each of its more general terms. */
  private static void rollUp(Database database, Map<String, Term> terms) {
    database.run(
        "CREATE OR REPLACE TABLE ancestors (identifier VARCHAR, ancestor VARCHAR, name VARCHAR)");
    try (DuckDBAppender appender = database.connection().createAppender("main", "ancestors")) {
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
        INSERT INTO named
        SELECT DISTINCT n.doc_no, n.section, n.sentence, n."begin", n."end", n.text, n.type,
          CAST(NULL AS VARCHAR), n.thousandths, n.lineage, a.ancestor, a.name
        FROM named n JOIN ancestors a ON n.type = 'CELL' AND n.identifier = a.identifier
        WHERE NOT EXISTS (
          SELECT 1 FROM named o WHERE o.doc_no = n.doc_no AND o."begin" = n."begin"
            AND o."end" = n."end" AND o.type = 'CELL' AND o.identifier = a.ancestor)
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
