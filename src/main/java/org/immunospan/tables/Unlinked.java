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

  /** Chooses the examples: the table {@code example_places}. */
  static void choose(Database database) {
    database.run(
        """
        CREATE OR REPLACE TEMP TABLE example_places AS
        WITH unlinked AS (
          SELECT concept_no FROM concepts WHERE form IS NOT NULL
          ORDER BY mentions DESC, concept_no LIMIT %s),
        firsts AS (
          SELECT k.concept_no, m.doc_no, min(struct_pack(b := m."begin", e := m."end")) AS place
          FROM unlinked JOIN form_concepts k USING (concept_no)
          JOIN span_numbers m USING (form_no)
          GROUP BY k.concept_no, m.doc_no)
        SELECT concept_no, doc_no, place.b AS "begin", place.e AS "end",
          row_number() OVER (PARTITION BY concept_no ORDER BY doc_no) AS number
        FROM firsts
        QUALIFY row_number() OVER (PARTITION BY concept_no ORDER BY doc_no) <= 3;
        """
            .formatted(WITH_EXAMPLES));
  }

  /** Makes the table, with the {@code texts} of the chosen examples. */
  static void create(Database database) {
    database.run(
        "CREATE OR REPLACE TEMP TABLE examples"
            + " (concept_no INTEGER, number INTEGER, sentence VARCHAR)");
    List<Example> examples = new ArrayList<>();
    database.read(
        """
        SELECT p.concept_no, p.number, p."begin", p."end", t.text
        FROM example_places p JOIN texts t USING (doc_no)
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
        SELECT c.concept_no, c.type, c.form, c.name AS text, c.mentions, c.documents,
          x.sentence AS example_1, y.sentence AS example_2, z.sentence AS example_3
        FROM concepts c
        LEFT JOIN examples x ON x.concept_no = c.concept_no AND x.number = 1
        LEFT JOIN examples y ON y.concept_no = c.concept_no AND y.number = 2
        LEFT JOIN examples z ON z.concept_no = c.concept_no AND z.number = 3
        WHERE c.form IS NOT NULL;
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
    try (DuckDBAppender appender =
        database.connection().createAppender("temp", "main", "examples")) {
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
