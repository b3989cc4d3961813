package org.immunospan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.immunospan.report.TablesFolder;
import org.immunospan.run.ExitCode;
import org.immunospan.run.ProgramVersion;
import org.immunospan.tables.OntologyTerms;
import org.immunospan.tables.Overview;
import org.immunospan.tables.TableFilters;
import org.immunospan.tables.Tables;
import org.immunospan.tables.TablesConfig;
import org.immunospan.text.Quantity;
import org.immunospan.text.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes tables for analysis from result folders. */
@Command(name = "tables")
final class TablesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "RUN_DIR", descriptionKey = "runs")
  private List<Path> runs = new ArrayList<>();

  @Option(names = "--out", required = true, paramLabel = "DIR")
  private Path out;

  @Option(names = "--format", paramLabel = "csv|parquet", defaultValue = "csv")
  private TablesConfig.Format format;

  @Option(names = "--excel")
  private boolean excel;

  @Option(names = "--roll-up")
  private boolean rollUp;

  @Option(names = "--type", split = ",", paramLabel = "TYPE")
  private List<String> types = new ArrayList<>();

  @Option(names = "--subtype", split = ",", paramLabel = "SUBTYPE")
  private List<String> subtypes = new ArrayList<>();

  @Option(names = "--lineage", split = ",", paramLabel = "LINEAGE")
  private List<String> lineages = new ArrayList<>();

  @Option(names = "--min-score", paramLabel = "X")
  private Double minScore;

  @Option(names = "--section", split = ",", paramLabel = "SECTION")
  private List<String> sections = new ArrayList<>();

  @Option(names = "--first-year", paramLabel = "YEAR")
  private Integer firstYear;

  @Option(names = "--last-year", paramLabel = "YEAR")
  private Integer lastYear;

  @Option(names = "--journal", paramLabel = "JOURNAL")
  private List<String> journals = new ArrayList<>();

  @Option(names = "--publication-type", paramLabel = "TYPE")
  private List<String> publicationTypes = new ArrayList<>();

  @Option(names = "--min-documents", paramLabel = "N", defaultValue = "1")
  private int minDocuments;

  @Option(names = "--min-shared", paramLabel = "N", defaultValue = "2")
  private int minShared;

  @Option(names = "--only", paramLabel = "FILE")
  private Path only;

  @Option(names = "--memory", paramLabel = "SIZE", defaultValue = "1200MB")
  private String memory;

  @Option(names = "--threads", paramLabel = "N")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws IOException {
    TablesConfig config =
        new TablesConfig(
            runs,
            out,
            filters(),
            format,
            excel,
            rollUp ? Optional.of(OntologyTerms.shippedCells()) : Optional.empty(),
            minShared,
            memory,
            threads);
    Overview overview = withDatabase(() -> Tables.make(config));
    TablesFolder.describe(config, overview, ProgramVersion.get());
    Tables.Totals totals = overview.totals();
    PrintWriter err = spec.commandLine().getErr();
    totals.notes().forEach(note -> err.println("note: " + note));
    err.println(
        "%s, %s of %s, %s"
            .formatted(
                Quantity.of(totals.documents(), "document"),
                Quantity.of(totals.mentions(), "mention"),
                Quantity.of(totals.concepts(), "concept"),
                Quantity.of(totals.pairs(), "pair")));
    return ExitCode.COMPLETE;
  }

  /** A step that needs the database, which is not on the class path of the jar. */
  static <T> T withDatabase(Step<T> step) throws IOException {
    try {
      return step.run();
    } catch (NoClassDefFoundError e) {
      throw new UserException(
          "the database library is missing; start this command with the script immunospan", e);
    }
  }

  /** A step that returns a result. */
  interface Step<T> {
    T run() throws IOException;
  }

  private TableFilters filters() throws IOException {
    return new TableFilters(
        types,
        subtypes,
        lineages,
        minScore == null ? OptionalDouble.empty() : OptionalDouble.of(minScore),
        sections,
        firstYear == null ? OptionalInt.empty() : OptionalInt.of(firstYear),
        lastYear == null ? OptionalInt.empty() : OptionalInt.of(lastYear),
        journals,
        publicationTypes,
        minDocuments,
        only == null ? List.of() : TableFilters.readIdentifiers(only));
  }
}
