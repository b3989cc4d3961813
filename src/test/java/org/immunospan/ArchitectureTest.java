package org.immunospan;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who may import whom. The folder list stays the diagram of the data flow as long as this holds.
 * Each package is in the table; each has classes; no package uses another one that its row does not
 * name; no two packages, sub-packages included, use each other.
 */
@AnalyzeClasses(packages = "org.immunospan", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  /** From the faces down to the values: a package, and what it may use besides itself. */
  private static final Map<String, String> MAY_USE = new LinkedHashMap<>();

  static {
    MAY_USE.put("cli", "run uima train evaluate tables report format tag segment lexicon text");
    MAY_USE.put("run", "uima format resource text");
    MAY_USE.put("uima", "gene cell therapy tag segment lexicon resource text");
    MAY_USE.put("report", "evaluate tables format text");
    MAY_USE.put("tables", "format lexicon text");
    MAY_USE.put("evaluate", "format lexicon text");
    MAY_USE.put("train", "format segment gene cell therapy tag crf lexicon resource text");
    MAY_USE.put("gene", "tag crf lexicon resource text");
    MAY_USE.put("cell", "tag crf lexicon resource text");
    MAY_USE.put("therapy", "tag crf lexicon resource text");
    MAY_USE.put("tag", "lexicon crf resource text");
    MAY_USE.put("segment", "lexicon crf text");
    MAY_USE.put("format", "lexicon text");
    MAY_USE.put("crf", "text");
    MAY_USE.put("lexicon", "text");
    MAY_USE.put("resource", "text");
    MAY_USE.put("text", "");
  }

  /** Templates as Java; they use the package that uses them. */
  private static final String GENERATED = "org.immunospan.report.pages";

  /** A library, and the packages that may use it. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "picocli..", "cli",
          "org.apache.uima..", "uima",
          "opennlp..", "segment tag gene cell therapy crf train",
          "javax.xml.stream..", "format",
          "com.ctc.wstx..", "format",
          // Some terminologies are in JSON or other dialects of CSV; lexicons may not use formats.
          "com.fasterxml.jackson..", "format report run lexicon.build",
          "org.apache.commons.csv..", "format.csv lexicon.build",
          "gg.jte..", "report",
          "org.duckdb..", "tables",
          "org.apache.commons.statistics..", "tables");

  @ArchTest
  static void each_package_uses_what_its_row_names(JavaClasses classes) {
    MAY_USE.forEach(
        (name, used) ->
            classes()
                .that()
                .resideInAPackage(home(name))
                .should()
                .onlyDependOnClassesThat(
                    resideInAnyPackage(homes(name + " " + used))
                        .or(not(resideInAPackage("org.immunospan.."))))
                .because(name + " may use: " + used)
                .check(classes));
  }

  @ArchTest
  static void each_package_is_in_the_table(JavaClasses classes) {
    Set<String> packages = new TreeSet<>();
    for (JavaClass found : classes) {
      packages.add(
          found.getPackageName().replaceFirst("^org\\.immunospan\\.?", "").split("\\.", -1)[0]);
    }
    packages.remove("");

    assertThat(MAY_USE.keySet()).containsAll(packages);
  }

  @ArchTest
  static void the_map_shows_each_package_and_no_other(JavaClasses classes) throws IOException {
    String map = Files.readString(Path.of("src/main/java/org/immunospan/package-info.java"));
    Set<String> drawn = new TreeSet<>();
    Matcher line = Pattern.compile("(?m)^ \\* +([a-z]+)  +\\S").matcher(map);
    while (line.find()) {
      drawn.add(line.group(1));
    }

    assertThat(drawn).isEqualTo(new TreeSet<>(MAY_USE.keySet()));
  }

  @ArchTest
  static void each_library_stays_where_it_belongs(JavaClasses classes) {
    LIBRARIES.forEach(
        (library, users) ->
            noClasses()
                .that()
                .resideOutsideOfPackages(homes(users))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because(library + " is confined to " + users)
                .check(classes));
  }

  @ArchTest
  static final ArchRule one_package_uses_the_network =
      noClasses()
          .that()
          .resideOutsideOfPackage(home("format.eutils"))
          .should()
          .dependOnClassesThat(
              resideInAPackage("java.net.http..")
                  .or(type(java.net.Socket.class))
                  .or(type(java.net.URL.class))
                  .or(type(java.net.URLConnection.class)));

  @ArchTest static final ArchRule values_need_the_jdk_alone = needs_the_jdk_and("text");

  @ArchTest
  static final ArchRule resources_need_the_jdk_and_values_alone =
      needs_the_jdk_and("resource", "text");

  @ArchTest
  static final ArchRule no_format_needs_the_choice_among_them =
      noClasses()
          .that()
          .resideInAPackage("org.immunospan.format.(*)..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.immunospan.format");

  @ArchTest
  static final ArchRule no_cycles =
      slices()
          .matching("org.immunospan.(**)")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(resideInAPackage(GENERATED), resideInAPackage("org.immunospan.report"));

  @ArchTest
  static void the_program_was_checked(JavaClasses classes) {
    assertThat(classes.size()).isGreaterThan(400);
  }

  private static ArchRule needs_the_jdk_and(String... packages) {
    return classes()
        .that()
        .resideInAPackage(home(packages[0]))
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage("java..").or(resideInAnyPackage(homes(String.join(" ", packages)))));
  }

  private static String[] homes(String names) {
    return Stream.of(names.strip().split(" +")).map(ArchitectureTest::home).toArray(String[]::new);
  }

  private static String home(String name) {
    return "org.immunospan." + name + "..";
  }
}
