package org.immunospan.cli;

import java.io.IOException;
import java.io.PrintWriter;
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
@Command(name = "query")
final class QueryCommand implements Callable<Integer> {

  /** The answer as a table, or as CSV. */
  enum Format {
    TABLE,
    CSV
  }

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "folder")
  private Path folder;

  @Parameters(index = "1", paramLabel = "SQL", descriptionKey = "sql")
  private String sql;

  @Option(names = "--format", paramLabel = "table|csv", defaultValue = "table")
  private Format format;

  @Option(names = "--limit", paramLabel = "N", defaultValue = "100")
  private int limit;

  @Override
  public Integer call() throws IOException {
    if (limit < 1) {
      throw UserException.of("--limit", "a number from 1", Integer.toString(limit));
    }
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.CSV) {
      TablesCommand.withDatabase(
          () -> {
            Query.writeCsv(folder, sql, out);
            return null;
          });
    } else {
      Query.Answer answer = TablesCommand.withDatabase(() -> Query.ask(folder, sql, limit));
      out.print(TerminalTable.of(answer.columns(), answer.rows()));
      if (answer.isCut()) {
        spec.commandLine()
            .getErr()
            .println("note: the first " + limit + " rows; see --limit and --format csv");
      }
    }
    out.flush();
    return ExitCode.COMPLETE;
  }
}
