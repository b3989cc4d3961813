package org.immunospan;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Who may import whom. The folder list stays the diagram of the data flow as long as this holds.
 */
@AnalyzeClasses(packages = "org.immunospan", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule arrows_point_down =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("values")
          .definedBy("org.immunospan.text..")
          .layer("resource")
          .definedBy("org.immunospan.resource..")
          .layer("knowledge")
          .definedBy("org.immunospan.lexicon..", "org.immunospan.crf..")
          .layer("steps")
          .definedBy(
              "org.immunospan.format..",
              "org.immunospan.segment..",
              "org.immunospan.tag..",
              "org.immunospan.cell..",
              "org.immunospan.therapy..",
              "org.immunospan.gene..",
              "org.immunospan.link..")
          .withOptionalLayers(true)
          .layer("study")
          .definedBy("org.immunospan.train..", "org.immunospan.evaluate..")
          .layer("tables")
          .definedBy("org.immunospan.tables..")
          .layer("reports")
          .definedBy("org.immunospan.report..")
          .layer("pipeline")
          .definedBy("org.immunospan.uima..")
          .layer("run")
          .definedBy("org.immunospan.run..")
          .layer("faces")
          .definedBy("org.immunospan.cli..")
          .whereLayer("faces")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("run")
          .mayOnlyBeAccessedByLayers("faces")
          .whereLayer("pipeline")
          .mayOnlyBeAccessedByLayers("run", "faces")
          .whereLayer("tables")
          .mayOnlyBeAccessedByLayers("reports", "faces")
          .whereLayer("reports")
          .mayOnlyBeAccessedByLayers("faces")
          .whereLayer("study")
          .mayOnlyBeAccessedByLayers("reports", "faces")
          .whereLayer("steps")
          .mayOnlyBeAccessedByLayers("study", "reports", "pipeline", "run", "faces")
          .whereLayer("knowledge")
          .mayOnlyBeAccessedByLayers("steps", "study", "pipeline", "run", "faces");

  @ArchTest
  static final ArchRule steps_do_not_know_each_other =
      slices()
          .matching("org.immunospan.(format|segment|tag|link)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule values_need_the_jdk_alone =
      classes()
          .that()
          .resideInAPackage("org.immunospan.text..")
          .should()
          .onlyDependOnClassesThat(
              resideInAPackage("java..").or(resideInAPackage("org.immunospan.text..")));

  @ArchTest
  static final ArchRule resources_need_the_jdk_and_values_alone =
      classes()
          .that()
          .resideInAPackage("org.immunospan.resource..")
          .should()
          .onlyDependOnClassesThat(
              resideInAPackage("java..")
                  .or(resideInAPackage("org.immunospan.resource.."))
                  .or(resideInAPackage("org.immunospan.text..")));

  @ArchTest
  static final ArchRule uima_stays_in_uima = confined("org.apache.uima..", "org.immunospan.uima..");

  @ArchTest
  static final ArchRule picocli_stays_in_cli = confined("picocli..", "org.immunospan.cli..");

  @ArchTest
  static final ArchRule templates_stay_in_report = confined("gg.jte..", "org.immunospan.report..");

  @ArchTest
  static final ArchRule the_database_stays_in_tables =
      confined("org.duckdb..", "org.immunospan.tables..");

  @ArchTest
  static final ArchRule statistics_stay_in_tables =
      confined("org.apache.commons.statistics..", "org.immunospan.tables..");

  @ArchTest
  static final ArchRule opennlp_stays_with_models =
      confined(
          "opennlp..",
          "org.immunospan.segment..",
          "org.immunospan.tag..",
          "org.immunospan.cell..",
          "org.immunospan.therapy..",
          "org.immunospan.gene..",
          "org.immunospan.crf..",
          "org.immunospan.train..");

  @ArchTest
  static final ArchRule xml_stays_with_readers =
      confined("javax.xml.stream..", "org.immunospan.format..");

  @ArchTest
  static final ArchRule woodstox_stays_with_readers =
      confined("com.ctc.wstx..", "org.immunospan.format..");

  @ArchTest
  static final ArchRule csv_has_one_dialect =
      confined(
          "org.apache.commons.csv..",
          "org.immunospan.format.csv..",
          // Tables of terminologies are in other dialects, and lexicons may not use formats.
          "org.immunospan.lexicon.build..");

  @ArchTest
  static final ArchRule json_stays_with_formats_and_reports =
      confined(
          "com.fasterxml.jackson..",
          "org.immunospan.format..",
          "org.immunospan.report..",
          "org.immunospan.run..",
          // Some terminologies come as JSON, and lexicons may not use formats.
          "org.immunospan.lexicon.build..");

  @ArchTest
  static final ArchRule formats_do_not_form_cycles =
      slices().matching("org.immunospan.format.(*)..").should().beFreeOfCycles();

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
      slices().matching("org.immunospan.(*)..").should().beFreeOfCycles();

  @ArchTest
  static void something_was_checked(JavaClasses classes) {
    assertThat(classes.size()).isGreaterThan(20);
  }

  private static ArchRule confined(String library, String... homes) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(homes)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .because(library + " is confined to " + String.join(", ", homes));
  }
}
