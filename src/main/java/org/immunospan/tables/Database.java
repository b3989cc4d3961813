package org.immunospan.tables;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.immunospan.text.UserException;

/**
 * A DuckDB database. Faults that the user can put right, such as a damaged CSV file or a wrong
 * query, become a {@link UserException} of one line. For one thread.
 */
final class Database implements AutoCloseable {

  /** What the driver says before the reason. */
  private static final String PREFIX =
      "^(Invalid Input Error: )?"
          + "(Attempting to execute an unsuccessful or closed pending query result\\s+Error: )?";

  /** Numbers of a range: lists of this many documents or concepts need about 100 MB. */
  private static final long RANGE = 500_000;

  private final DuckDBConnection connection;

  private Database(DuckDBConnection connection) {
    this.connection = connection;
  }

  /**
   * Opens or creates a database.
   *
   * @param file where it is kept; empty for memory alone
   */
  static Database open(Optional<Path> file) {
    try {
      Properties properties = new Properties();
      properties.setProperty("jdbc_stream_results", "true");
      Connection connection =
          DriverManager.getConnection(
              "jdbc:duckdb:" + file.map(Path::toString).orElse(""), properties);
      return new Database(connection.unwrap(DuckDBConnection.class));
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /**
   * Limits what the database may use.
   *
   * @param memory such as {@code 2GB}; beyond it, data go to the folder for temporary files
   */
  void limit(String memory, int threads, Path temporary) {
    run("SET memory_limit = " + Sql.text(memory));
    run("SET threads = " + threads);
    run("SET temp_directory = " + Sql.text(temporary.toString()));
    run("SET preserve_insertion_order = false");
  }

  /** Runs one or several statements, separated by semicolons. */
  void run(String statements) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(statements);
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /**
   * Runs statements as they are written: each join keeps its right side in memory. The database
   * does not know how large a CSV file is, and would keep the file instead.
   */
  void runInOrder(String statements) {
    run("SET disabled_optimizers = 'join_order,build_side_probe_side'");
    run(statements);
    run("RESET disabled_optimizers");
  }

  /**
   * Runs a statement for one range of numbers after the other. Lists and joined texts stay in
   * memory while they are collected, whatever the limit, so they are collected for some rows at a
   * time.
   *
   * @param statement with {@code %1$s} for the first number of a range and {@code %2$s} for the
   *     last
   * @param last the highest number; the lowest is 1
   */
  void runInRanges(String statement, long last) {
    for (long from = 1; from <= last; from += RANGE) {
      run(statement.formatted(from, Math.min(last, from + RANGE - 1)));
    }
  }

  /** A single number. */
  long number(String query) {
    long[] number = new long[1];
    read(query, row -> number[0] = row.getLong(1));
    return number[0];
  }

  /** Hands over every row of a result. */
  void read(String query, RowReader reader) {
    readAll(query, rows -> each(rows, reader));
  }

  /** The same over a separate connection, so that rows can be added to tables at the same time. */
  void readApart(String query, RowReader reader) {
    try (Connection own = connection.duplicate()) {
      readAll(own, query, rows -> each(rows, reader));
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  /** Hands over the result as a whole. */
  void readAll(String query, RowReader reader) {
    try {
      readAll(connection, query, reader);
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  private static void readAll(Connection connection, String query, RowReader reader)
      throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      reader.read(rows);
    }
  }

  private static void each(ResultSet rows, RowReader reader) throws SQLException {
    while (rows.next()) {
      reader.read(rows);
    }
  }

  /** Takes the current row of a result, or the result as a whole. */
  interface RowReader {
    void read(ResultSet rows) throws SQLException;
  }

  DuckDBConnection connection() {
    return connection;
  }

  /** The first lines of a message say what is wrong; the rest is advice about options. */
  static UserException fault(SQLException e) {
    String message = String.valueOf(e.getMessage());
    int advice = message.indexOf("\nPossible");
    String reason = advice < 0 ? message : message.substring(0, advice);
    int file = message.indexOf("\n  file = ");
    String place = "";
    if (file >= 0) {
      int from = file + "\n  file = ".length();
      place = message.substring(from, message.indexOf('\n', from)) + ": ";
    }
    return new UserException(place + reason.strip().replaceFirst(PREFIX, ""), e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw fault(e);
    }
  }
}
