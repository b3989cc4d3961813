package org.immunospan.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.immunospan.report.TablesFolder;
import org.immunospan.run.ExitCode;
import org.immunospan.run.ProgramVersion;
import org.immunospan.tables.OntologyTerms;
import org.immunospan.tables.Overview;
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
@Command(name = "tables")
final class TablesCommand implements Callable<Integer> {

  private static final List<String> SUBTYPES =
      Arrays.stream(EntityType.values()).flatMap(type -> Subtypes.of(type).stream()).toList();

  private static final Pattern SIZE =
      Pattern.compile("[0-9]+(\\.[0-9]+)? ?[KMGT]i?B", Pattern.CASE_INSENSITIVE);

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "RUN_DIR", descriptionKey = "runs")
  private List<Path> runs = new ArrayList<>();

  @Option(names = "--out", required = true, paramLabel = "DIR")
  private Path out;

  @Option(names = "--overwrite")
  private boolean overwrite;

  @Option(names = "--format", paramLabel = "csv|parquet", defaultValue = "csv")
  private TablesConfig.Format format;

  @Option(names = "--excel")
  private boolean excel;

  @Option(names = "--roll-up")
  private boolean rollUp;

  @Option(names = "--orthologues")
  private boolean orthologues;

  @Option(
      names = {"--types", "--type"},
      split = ",",
      paramLabel = "TYPE",
      descriptionKey = "types")
  private Set<EntityType> types = EnumSet.noneOf(EntityType.class);

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
    check();
    TablesConfig config =
        new TablesConfig(
            runs,
            out,
            overwrite,
            filters(),
            format,
            excel,
            rollUp ? Optional.of(OntologyTerms.shippedCells()) : Optional.empty(),
            orthologues,
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
        only == null ? List.of() : TableFilters.readIdentifiers(only));
  }
}
