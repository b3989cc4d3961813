package org.immunospan.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immunospan.text.Quantity;
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
   * @throws UserException if a folder is no result, a file is damaged, or the output folder already
   *     holds tables
   */
  public static Overview make(TablesConfig config) throws IOException {
    List<RunFolder> runs = RunFolder.of(config.runs());
    Files.createDirectories(config.out());
    Path file = config.out().resolve(DATABASE);
    if (Files.exists(file)) {
      throw UserException.of(config.out().toString(), "a folder without tables", DATABASE);
    }
    Path temporary = config.out().resolve(".tables-tmp");
    try (Database database = Database.open(Optional.of(file))) {
      database.limit(config.memory(), config.threads(), temporary);
      Sources.open(database, runs);
      Sources.load(database, config.filters());
      Mentions.create(database, config);
      Concepts.create(database);
      Concepts.createMarkers(database);
      Cooccurrence.create(database, config);
      Cooccurrence.createTriads(database, config.minPairDocuments());
      Trends.create(database);
      Unlinked.create(database);
      TableExport.write(database, config.format(), config.out());
      List<String> notes = new ArrayList<>(notes(database));
      if (config.excel()) {
        notes.addAll(Workbook.write(database, config.out().resolve(EXCEL), EXCEL_ROWS));
      }
      Overview overview = OverviewQueries.collect(database, totals(database, notes));
      tidy(database);
      return overview;
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
        database.number("SELECT count(*) FROM mentions"),
        database.number("SELECT count(*) FROM concepts"),
        database.number("SELECT count(*) FROM cooccurrence"),
        notes);
  }

  private static List<String> notes(Database database) {
    List<String> notes = new ArrayList<>();
    long unknown =
        database.number(
            """
            SELECT count(DISTINCT doc_id) FROM all_spans s
            WHERE NOT EXISTS (SELECT 1 FROM document_rows d WHERE d.doc_id = s.doc_id)
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
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Leaves what a reader of the database can use: the tables, documents and mentions. */
  private static void tidy(Database database) {
    database.run(
        """
        CREATE OR REPLACE TABLE mention_rows AS
        SELECT d.doc_id, d.year, c.type, m.subtype, c.identifier, c.name, m.text, m.section,
          m.sentence, m."begin", m."end"
        FROM mentions m JOIN documents d USING (doc_no) JOIN concept_names c USING (concept_no);
        DROP TABLE mentions;
        ALTER TABLE mention_rows RENAME TO mentions;
        ALTER TABLE cooccurrence DROP COLUMN a;
        ALTER TABLE cooccurrence DROP COLUMN b;
        ALTER TABLE trends DROP COLUMN concept_no;
        DROP TABLE spans;
        DROP TABLE pair_counts;
        DROP TABLE in_documents;
        DROP TABLE in_sentences;
        DROP TABLE concept_names;
        DROP TABLE IF EXISTS ancestors;
        ALTER TABLE documents DROP COLUMN run;
        ALTER TABLE documents DROP COLUMN doc_no;
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
