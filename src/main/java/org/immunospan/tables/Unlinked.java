package org.immunospan.tables;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.immunospan.text.CodePoints;

/**
 * The table {@code unlinked}: surface forms without identifier, with example sentences of up to
 * three documents for the {@value #WITH_EXAMPLES} most frequent ones.
 */
final class Unlinked {

  private static final int WITH_EXAMPLES = 1000;

  private Unlinked() {}

  private record Example(int conceptNo, int number, String sentence) {}

  static void create(Database database) {
    database.run(
        """
        CREATE OR REPLACE TABLE examples (concept_no INTEGER, number INTEGER, sentence VARCHAR);
        CREATE OR REPLACE TEMP TABLE wanted AS
        WITH forms AS (
          SELECT concept_no FROM concept_names WHERE NOT linked
          ORDER BY mentions DESC, type, key LIMIT %s),
        firsts AS (
          SELECT m.concept_no, m.doc_no, m."begin", m."end"
          FROM mentions m JOIN forms USING (concept_no)
          QUALIFY row_number() OVER (
            PARTITION BY m.concept_no, m.doc_no ORDER BY m."begin", m."end") = 1)
        SELECT f.*, row_number() OVER (PARTITION BY concept_no ORDER BY f.doc_no) AS number,
          d.doc_id, d.run
        FROM firsts f JOIN documents d USING (doc_no)
        QUALIFY row_number() OVER (PARTITION BY concept_no ORDER BY f.doc_no) <= 3;
        """
            .formatted(WITH_EXAMPLES));
    List<Example> examples = new ArrayList<>();
    database.read(
        """
        SELECT w.concept_no, w.number, w."begin", w."end", a.text
        FROM all_documents a JOIN wanted w ON a.doc_id = w.doc_id AND a.run = w.run
        """,
        row ->
            examples.add(
                new Example(
                    row.getInt(1),
                    row.getInt(2),
                    sentence(row.getString(5), row.getInt(3), row.getInt(4)))));
    append(database, examples);
    database.run(
        """
        CREATE OR REPLACE TABLE unlinked AS
        SELECT c.type, c.key AS form, c.name AS text, c.mentions, c.documents,
          x.sentence AS example_1, y.sentence AS example_2, z.sentence AS example_3
        FROM concept_names c
        LEFT JOIN examples x ON x.concept_no = c.concept_no AND x.number = 1
        LEFT JOIN examples y ON y.concept_no = c.concept_no AND y.number = 2
        LEFT JOIN examples z ON z.concept_no = c.concept_no AND z.number = 3
        WHERE NOT c.linked;
        DROP TABLE examples;
        DROP TABLE wanted;
        """);
  }

  private static String sentence(String text, int begin, int end) {
    CodePoints points = CodePoints.of(text);
    if (begin < 0 || begin >= end || end > points.length()) {
      return "";
    }
    return ExampleSentence.around(text, points.toUtf16(begin), points.toUtf16(end)).text();
  }

  private static void append(Database database, List<Example> examples) {
    try (DuckDBAppender appender = database.connection().createAppender("main", "examples")) {
      for (Example example : examples) {
        appender.beginRow();
        appender.append(example.conceptNo());
        appender.append(example.number());
        appender.append(example.sentence());
        appender.endRow();
      }
    } catch (SQLException e) {
      throw Database.fault(e);
    }
  }
}
