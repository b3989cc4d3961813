package org.immunospan.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.immunospan.text.Quantity;
import org.immunospan.text.Sha256;
import org.immunospan.text.UserException;

/**
 * Makes all tables from result folders and writes them into another folder, with the database they
 * were made in. The same input gives the same tables, whatever the number of threads.
 */
public final class Tables {

  /** The database file. */
  public static final String DATABASE = "immunospan.duckdb";

  /** The file with all tables as sheets. */
  public static final String EXCEL = "tables.xlsx";

  /** The folder for what does not fit into memory, while tables are made. */
  private static final String TEMPORARY = ".tables-tmp";

  /** What a sheet of Excel holds, without its header. */
  private static final int EXCEL_ROWS = 1_048_575;

  /**
   * What was counted.
   *
   * @param documents documents that pass the filters
   * @param mentions mentions of concepts in them
   * @param concepts concepts
   * @param pairs pairs of concepts in the table of co-occurrence
   * @param notes what the user should know, one line each
   */
  public record Totals(
      long documents, long mentions, long concepts, long pairs, List<String> notes) {
    public Totals {
      notes = List.copyOf(notes);
    }
  }

  private Tables() {}

  /**
   * Makes and writes the tables.
   *
   * @return what a page shows of them
   * @throws UserException if a folder is not a result, a file is damaged, or the output folder
   *     already holds tables
   */
  public static Overview make(TablesConfig config) throws IOException {
    List<RunFolder> runs = RunFolder.of(config.runs());
    Files.createDirectories(config.out());
    Path file = config.out().resolve(DATABASE);
    if (config.overwrite()) {
      remove(config.out());
    } else if (Files.exists(file)) {
      throw UserException.of(
          config.out().toString(), "a folder without tables, or --overwrite", DATABASE);
    }
    Path temporary = config.out().resolve(TEMPORARY);
    try (Database database = Database.open(Optional.of(file))) {
      database.limit(config.memory(), config.threads(), temporary);
      Sources.open(database, runs);
      Sources.load(database, config);
      Mentions.create(database, config);
      Concepts.create(database);
      Concepts.createMarkers(database);
      Cooccurrence.create(database, config);
      Cooccurrence.createTriads(database, config.minPairDocuments());
      Trends.create(database);
      Unlinked.choose(database);
      OverviewQueries overview = new OverviewQueries(database);
      Sources.loadTexts(database, "example_places", "places");
      Unlinked.create(database);
      TableExport.write(database, config.format(), config.out());
      List<String> notes = new ArrayList<>(notes(database));
      notes.addAll(config.filters().absent(database));
      versions(database, runs).ifPresent(notes::add);
      if (config.excel()) {
        notes.addAll(Workbook.write(database, config.out().resolve(EXCEL), EXCEL_ROWS));
      }
      tidy(database);
      return overview.collect(totals(database, notes));
    } catch (UserException e) {
      Files.deleteIfExists(file);
      throw e;
    } finally {
      deleteFolder(temporary);
    }
  }

  private static Totals totals(Database database, List<String> notes) {
    return new Totals(
        database.number("SELECT count(*) FROM documents"),
        database.number("SELECT coalesce(sum(mentions), 0) FROM concepts"),
        database.number("SELECT count(*) FROM concepts"),
        database.number("SELECT count(*) FROM cooccurrence"),
        notes);
  }

  private static List<String> notes(Database database) {
    List<String> notes = new ArrayList<>();
    long unknown =
        database.number(
            """
            SELECT count(DISTINCT unknown) FROM loaded
            WHERE unknown NOT IN (SELECT doc_id FROM document_rows)
            """);
    if (unknown > 0) {
      notes.add(
          "left out, since documents.csv does not name them: " + Quantity.of(unknown, "document"));
    }
    long repeated = database.number("SELECT count(*) - count(DISTINCT doc_id) FROM document_rows");
    if (repeated > 0) {
      notes.add(
          "counted once, as the last folder has them: " + Quantity.of(repeated, "more document"));
    }
    long withoutYear = database.number("SELECT count(*) FROM documents WHERE year IS NULL");
    if (withoutYear > 0) {
      notes.add("not in trends, since they have no year: " + Quantity.of(withoutYear, "document"));
    }
    return notes;
  }

  /** A note where the runs are of several versions of the program; run.json names them. */
  private static Optional<String> versions(Database database, List<RunFolder> runs) {
    Set<String> versions = new TreeSet<>();
    for (RunFolder run : runs) {
      run.description().ifPresent(file -> versions.add(version(database, file)));
    }
    return versions.size() < 2
        ? Optional.empty()
        : Optional.of("the folders come from several versions: " + String.join(", ", versions));
  }

  private static String version(Database database, Path file) {
    String[] version = {"unknown"};
    database.read(
        "SELECT json_extract_string(content, '$.program') FROM read_text(%s)"
            .formatted(Sql.text(file.toString())),
        row -> version[0] = row.getString(1) == null ? version[0] : row.getString(1));
    return version[0];
  }

  /** SHA-256 of every file that tables are made from, by its path. */
  public static Map<String, String> hashes(List<Path> folders) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    for (RunFolder run : RunFolder.of(folders)) {
      for (Path file : run.files()) {
        hashes.put(file.toString(), hash(file));
      }
    }
    return hashes;
  }

  private static String hash(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Sha256.of(in);
    }
  }

  /** Deletes the tables of an earlier call in all formats, and nothing else. */
  private static void remove(Path folder) throws IOException {
    for (TableCatalog.Table table : TableCatalog.shipped().tables()) {
      for (TablesConfig.Format format : TablesConfig.Format.values()) {
        Files.deleteIfExists(folder.resolve(TableExport.fileName(table.name(), format)));
      }
    }
    for (String name : List.of(EXCEL, DATABASE, DATABASE + ".wal")) {
      Files.deleteIfExists(folder.resolve(name));
    }
    deleteFolder(folder.resolve(TEMPORARY));
  }

  /** Drops what a reader of the database cannot use. */
  private static void tidy(Database database) {
    database.run(
        """
        ALTER TABLE documents DROP COLUMN run;
        CHECKPOINT;
        """);
  }

  private static void deleteFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
