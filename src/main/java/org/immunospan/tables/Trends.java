package org.immunospan.tables;

import java.sql.SQLException;
import org.duckdb.DuckDBAppender;

/**
 * The table {@code trends}: documents of each concept by year, their share of all documents of that
 * year, and the slope of these shares. Years without any document do not count; years with
 * documents but without the concept count as a share of 0.
 */
final class Trends {

  private Trends() {}

  static void create(Database database) {
    database.run(
        """
        CREATE OR REPLACE TABLE years AS
        SELECT year, count(*) AS documents FROM documents WHERE year IS NOT NULL GROUP BY year;
        CREATE OR REPLACE TABLE concept_years AS
        SELECT f.concept_no, d.year, count(*) AS documents,
          count(*) / any_value(y.documents) AS share
        FROM found f JOIN documents d USING (doc_no) JOIN years y ON y.year = d.year
        GROUP BY f.concept_no, d.year;
        CREATE OR REPLACE TEMP TABLE slopes (concept_no INTEGER, slope DOUBLE, p DOUBLE);
        """);
    fit(database);
    database.run(
        """
        CREATE OR REPLACE TABLE trends AS
        SELECT c.concept_no, c.type, c.identifier, c.name, y.year, y.documents,
          TRY_CAST(printf('%.5e', y.share) AS DOUBLE) AS share, s.slope, s.p AS slope_p
        FROM concept_years y JOIN concepts c USING (concept_no)
        LEFT JOIN slopes s USING (concept_no);
        DROP TABLE concept_years;
        DROP TABLE slopes;
        """);
  }

  private static void fit(Database database) {
    String sums =
        """
        WITH x AS (SELECT min(year) AS first FROM years),
        all_years AS (
          SELECT count(*) AS n, sum(year - first) AS sx, sum((year - first) * (year - first)) AS sxx
          FROM years, x)
        SELECT c.concept_no, any_value(n), any_value(sx), any_value(sxx), sum(c.share ORDER BY c.year),
          sum(c.share * c.share ORDER BY c.year), sum(c.share * (c.year - first) ORDER BY c.year)
        FROM concept_years c, x, all_years GROUP BY c.concept_no
        """;
    try (DuckDBAppender appender = database.connection().createAppender("temp", "main", "slopes")) {
      database.readApart(
          sums,
          row -> {
            Trend trend =
                Trend.of(
                    row.getLong(2),
                    row.getDouble(3),
                    row.getDouble(4),
                    row.getDouble(5),
                    row.getDouble(6),
                    row.getDouble(7));
            appender.beginRow();
            appender.append(row.getInt(1));
            append(appender, trend.slope());
            append(appender, trend.p());
            appender.endRow();
          });
    } catch (SQLException e) {
      throw Database.fault(e);
    }
  }

  private static void append(DuckDBAppender appender, double value) throws SQLException {
    if (Double.isNaN(value)) {
      appender.appendNull();
    } else {
      appender.append(Association.rounded(value));
    }
  }
}
