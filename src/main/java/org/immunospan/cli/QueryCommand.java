package org.immunospan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.immunospan.report.TerminalTable;
import org.immunospan.run.ExitCode;
import org.immunospan.tables.Query;
import org.immunospan.text.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers a question in SQL. */
@Command(
    name = "query",
    description = {
      "Answers a question in SQL (the dialect of DuckDB) about a result or a folder of tables.",
      "",
      "Of a result of annotate the tables are spans, documents and markers, with the columns of"
          + " their files; of a folder of tables, those tables, documents and"
          + " mentions."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "",
      "The genes that share a sentence with microglia, by year:",
      "  immunospan query result \"SELECT year, g.text, count(DISTINCT doc_id) AS documents",
      "    FROM spans g JOIN spans c USING (doc_id, sentence) JOIN documents USING (doc_id)",
      "    WHERE g.type = 'GENE' AND c.identifier = 'CL:0000129'",
      "    GROUP BY ALL ORDER BY year, documents DESC, g.text\"",
      "",
      "The therapies in abstracts with regulatory T cells:",
      "  immunospan query result \"SELECT t.name, count(DISTINCT doc_id) AS documents",
      "    FROM spans t JOIN spans c USING (doc_id)",
      "    WHERE t.type = 'THERAPY' AND t.name <> '' AND c.identifier = 'CL:0000815'",
      "    GROUP BY ALL ORDER BY documents DESC, t.name\"",
      "",
      "Abstracts with CD8 T cells and PD-1, but no biologic:",
      "  immunospan query result \"SELECT doc_id, title FROM documents",
      "    WHERE doc_id IN (SELECT doc_id FROM spans WHERE identifier = 'CL:0000625')",
      "    AND doc_id IN (SELECT doc_id FROM spans WHERE type = 'GENE' AND name = 'PDCD1')",
      "    AND doc_id NOT IN (SELECT doc_id FROM spans WHERE subtype = 'biologic')",
      "    ORDER BY doc_id\"",
      "",
      "The journals that write most about CAR T cells:",
      "  immunospan query result \"SELECT journal, count(DISTINCT doc_id) AS documents",
      "    FROM spans JOIN documents USING (doc_id)",
      "    WHERE spans.text ILIKE 'CAR%%T%%cell%%'",
      "    GROUP BY ALL ORDER BY documents DESC, journal\"",
      "",
      "The strongest pairs of a cell and a therapy, in a folder of tables:",
      "  immunospan query tables \"SELECT name_a, name_b, documents, q, score",
      "    FROM cooccurrence",
      "    WHERE type_a = 'CELL' AND type_b = 'THERAPY'",
      "    ORDER BY score DESC LIMIT 20\""
    })
final class QueryCommand implements Callable<Integer> {

  /** The answer as a table, or as CSV. */
  enum Format {
    TABLE,
    CSV
  }

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "DIR",
      description = "A result folder, or a folder of tables.")
  private Path folder;

  @Parameters(index = "1", paramLabel = "SQL", description = "The question.")
  private String sql;

  @Option(
      names = "--format",
      paramLabel = "table|csv",
      description = "How to print the answer. Default: ${DEFAULT-VALUE}.",
      defaultValue = "table")
  private Format format;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Rows of a table to print at most. Default: ${DEFAULT-VALUE}.",
      defaultValue = "100")
  private int limit;

  @Override
  public Integer call() throws IOException {
    if (limit < 1) {
      throw UserException.of("--limit", "a number from 1", Integer.toString(limit));
    }
    if (format == Format.CSV) {
      printCsv();
    } else {
      Query.Answer answer = TablesCommand.withDatabase(() -> Query.ask(folder, sql, limit));
      spec.commandLine().getOut().print(TerminalTable.of(answer.columns(), answer.rows()));
      spec.commandLine().getOut().flush();
      if (answer.isCut()) {
        spec.commandLine()
            .getErr()
            .println("note: the first " + limit + " rows; see --limit and --format csv");
      }
    }
    return ExitCode.COMPLETE;
  }

  private void printCsv() throws IOException {
    Path file = Files.createTempFile("immunospan-query", ".csv");
    try {
      TablesCommand.withDatabase(
          () -> {
            Query.writeCsv(folder, sql, file);
            return file;
          });
      PrintWriter out = spec.commandLine().getOut();
      try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        lines.transferTo(out);
      }
      out.flush();
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
