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
@Command(
    name = "tables",
    description = {
      "Makes tables for analysis from results of annotate: concepts, document_concepts,"
          + " cooccurrence, triads, trends, markers and unlinked, and immunospan.duckdb, a database"
          + " file with all of them for DuckDB, R and Python.",
      "",
      "Concepts without an identifier are grouped by their surface form, and say so. A mention"
          + " inside a longer one of another type (CD4 in CD4+ T cells) is counted, but makes no"
          + " pair."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  immunospan tables result --out tables",
      "  immunospan tables result --out tables --roll-up --type CELL --first-year 2015",
      "  immunospan tables run1 run2 --out tables --min-documents 3 --format parquet"
    })
final class TablesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN_DIR",
      description = "Result folders; a document in several of them counts as the last one has it.")
  private List<Path> runs = new ArrayList<>();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
  private Path out;

  @Option(
      names = "--format",
      paramLabel = "csv|parquet",
      description = "Format of the tables. Default: ${DEFAULT-VALUE}.",
      defaultValue = "csv")
  private TablesConfig.Format format;

  @Option(
      names = "--excel",
      description =
          "Writes all tables into tables.xlsx too, where gene names and identifiers stay text.")
  private boolean excel;

  @Option(
      names = "--roll-up",
      description =
          "A cell also counts as each more general term of the Cell Ontology: a regulatory T cell"
              + " as T cell and leukocyte.")
  private boolean rollUp;

  @Option(
      names = "--type",
      split = ",",
      paramLabel = "TYPE",
      description = "Only mentions of these types: GENE, CELL, THERAPY.")
  private List<String> types = new ArrayList<>();

  @Option(
      names = "--subtype",
      split = ",",
      paramLabel = "SUBTYPE",
      description = "Only mentions of these subtypes, such as immune.")
  private List<String> subtypes = new ArrayList<>();

  @Option(
      names = "--lineage",
      split = ",",
      paramLabel = "LINEAGE",
      description = "Only mentions of these lineages.")
  private List<String> lineages = new ArrayList<>();

  @Option(
      names = "--min-score",
      paramLabel = "X",
      description = "Only mentions with at least this score.")
  private Double minScore;

  @Option(
      names = "--section",
      split = ",",
      paramLabel = "SECTION",
      description = "Only mentions in these sections, such as title.")
  private List<String> sections = new ArrayList<>();

  @Option(
      names = "--first-year",
      paramLabel = "YEAR",
      description = "Only documents from this year on.")
  private Integer firstYear;

  @Option(
      names = "--last-year",
      paramLabel = "YEAR",
      description = "Only documents up to this year.")
  private Integer lastYear;

  @Option(
      names = "--journal",
      paramLabel = "JOURNAL",
      description = "Only documents of this journal; may be repeated.")
  private List<String> journals = new ArrayList<>();

  @Option(
      names = "--publication-type",
      paramLabel = "TYPE",
      description = "Only documents of this publication type; may be repeated.")
  private List<String> publicationTypes = new ArrayList<>();

  @Option(
      names = "--min-documents",
      paramLabel = "N",
      description = "Only concepts in at least N documents. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private int minDocuments;

  @Option(
      names = "--min-shared",
      paramLabel = "N",
      description =
          "Only pairs and triads that share at least N documents. Default: ${DEFAULT-VALUE}.",
      defaultValue = "2")
  private int minShared;

  @Option(
      names = "--only",
      paramLabel = "FILE",
      description = "Only the identifiers in this file, one in each line.")
  private Path only;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description =
          "What the database may use, such as 4GB; beyond it, it works on disk. Default:"
              + " ${DEFAULT-VALUE}.",
      defaultValue = "1200MB")
  private String memory;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads of the database. Default: the number of processors.")
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
