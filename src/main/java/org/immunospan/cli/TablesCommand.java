package org.immunospan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.immunospan.report.TablesJson;
import org.immunospan.report.TablesPage;
import org.immunospan.report.TextFile;
import org.immunospan.run.ExitCode;
import org.immunospan.run.ProgramVersion;
import org.immunospan.tables.OntologyTerms;
import org.immunospan.tables.Overview;
import org.immunospan.tables.TableCatalog;
import org.immunospan.tables.TableFilters;
import org.immunospan.tables.Tables;
import org.immunospan.tables.TablesConfig;
import org.immunospan.text.EntityType;
import org.immunospan.text.Quantity;
import org.immunospan.text.Subtypes;
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
      "  immunospan tables result --out tables --roll-up --types cell --first-year 2015",
      "  immunospan tables run1 run2 --out tables --min-documents 3 --format parquet"
    })
final class TablesCommand implements Callable<Integer> {

  private static final List<String> SUBTYPES =
      Arrays.stream(EntityType.values()).flatMap(type -> Subtypes.of(type).stream()).toList();

  private static final Pattern SIZE =
      Pattern.compile("[0-9]+(\\.[0-9]+)? ?[KMGT]i?B", Pattern.CASE_INSENSITIVE);

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
      names = "--orthologues",
      description =
          "A gene of mouse, rat or another mammal counts as its human orthologue, by the column"
              + " hgnc of spans.csv: Foxp3 as FOXP3.")
  private boolean orthologues;

  @Option(
      names = {"--types", "--type"},
      split = ",",
      paramLabel = "TYPE",
      description = "Only mentions of these types: gene, cell, therapy.")
  private Set<EntityType> types = EnumSet.noneOf(EntityType.class);

  @Option(
      names = "--subtype",
      split = ",",
      paramLabel = "SUBTYPE",
      description =
          "Of cells or therapies, only mentions of these subtypes: immune leaves out other cells, but"
              + " neither genes nor therapies.")
  private List<String> subtypes = new ArrayList<>();

  @Option(
      names = "--lineage",
      split = ",",
      paramLabel = "LINEAGE",
      description = "Of cells, only mentions of these lineages, such as T cell.")
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
    check();
    TablesConfig config =
        new TablesConfig(
            runs,
            out,
            filters(),
            format,
            excel,
            rollUp ? Optional.of(OntologyTerms.shippedCells()) : Optional.empty(),
            orthologues,
            minShared,
            memory,
            threads);
    Overview overview = withDatabase(() -> Tables.make(config));
    describe(config, overview);
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

  private void check() {
    if (minScore != null && !(minScore >= 0 && minScore <= 1)) {
      throw UserException.of("--min-score", "a number from 0 to 1", minScore.toString());
    }
    fromOne("--min-documents", minDocuments);
    fromOne("--min-shared", minShared);
    fromOne("--threads", threads);
    if (!SIZE.matcher(memory).matches()) {
      throw UserException.of("--memory", "a size such as 1200MB or 4GB", memory);
    }
  }

  private static void fromOne(String option, int number) {
    if (number < 1) {
      throw UserException.of(option, "a number from 1", Integer.toString(number));
    }
  }

  /** Writes the page and what describes the tables. */
  private void describe(TablesConfig config, Overview overview) throws IOException {
    Map<String, Object> options = new LinkedHashMap<>(config.filters().asked());
    options.put("min-shared", minShared);
    options.put("roll-up", rollUp);
    options.put("orthologues", orthologues);
    TextFile.write(out.resolve("report.html"), page -> TablesPage.write(overview, page));
    TextFile.write(
        out.resolve("tables.json"),
        file ->
            TablesJson.writeOrigin(
                new TablesJson.Origin(ProgramVersion.get(), options, Tables.hashes(runs)),
                overview.totals(),
                file));
    TextFile.write(
        out.resolve("datapackage.json"),
        file -> TablesJson.writeDataPackage(TableCatalog.shipped(), config.ending(), file));
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

  /** The values as they are known, in any case. */
  private static List<String> known(String option, List<String> values, List<String> known) {
    return values.stream()
        .map(
            value ->
                known.stream()
                    .filter(value.strip()::equalsIgnoreCase)
                    .findFirst()
                    .orElseThrow(
                        () -> UserException.of(option, String.join(", ", known), value.strip())))
        .toList();
  }

  private TableFilters filters() throws IOException {
    return new TableFilters(
        types.stream().map(EntityType::name).toList(),
        known("--subtype", subtypes, SUBTYPES),
        known("--lineage", lineages, OntologyTerms.lineages()),
        minScore == null ? OptionalDouble.empty() : OptionalDouble.of(minScore),
        sections,
        firstYear == null ? OptionalInt.empty() : OptionalInt.of(firstYear),
        lastYear == null ? OptionalInt.empty() : OptionalInt.of(lastYear),
        journals,
        publicationTypes,
        minDocuments,
        only == null ? List.of() : identifiers());
  }

  private List<String> identifiers() throws IOException {
    try {
      return Files.readAllLines(only).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw UserException.of(only.toString(), e);
    }
  }
}
