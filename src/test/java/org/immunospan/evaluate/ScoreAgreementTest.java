package org.immunospan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.gold.TypeMap;
import org.immunospan.format.jsonl.JsonLinesWriter;
import org.immunospan.text.CodePoints;
import org.immunospan.text.Decimals;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our figures against those of the independent scorer, on disturbed copies of every corpus. */
class ScoreAgreementTest {

  private static final Path SHARED = Path.of("../shared");
  private static final Path REFEREE = SHARED.resolve("tools/score.py");
  private static final Pattern ROW =
      Pattern.compile(
          "(\\S+) +(?:strict|overlap)? *P (\\S+)  R (\\S+)  F1 (\\S+)(?:   tp (\\d+) fp (\\d+) fn"
              + " (\\d+))?(?:   right identifier (\\d+)/(\\d+).*)?");

  @TempDir private Path folder;

  @BeforeAll
  static void needs_the_referee() {
    assumeTrue(Files.exists(REFEREE), "no " + REFEREE + ": agreement is not checked");
    assumeTrue(pythonWorks(), "no python3: agreement is not checked");
  }

  private static boolean pythonWorks() {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          gold/dev.jsonl                          | -                 | GENE,CELL,THERAPY
          gold/dev.jsonl                          | -                 | GENE,CELL/immune,THERAPY/drug
          data/biored/BioRED_TrainDev.PubTator    | biored            | GENE
          data/bionlp13cg/bionlp13cg-devel.zip    | bionlp13cg        | GENE,CELL
          data/jnlpba/Genia4EReval2.iob2          | jnlpba            | GENE,CELL
          data/celllink/CellLink_part.BioC.xml    | celllink          | CELL
          data/craft/craft-CL-brat.zip            | craft-cl          | CELL
          data/pico-conll                         | pico-conll        | THERAPY
          """)
  void agrees_on_one_corpus_of_each_format(String corpus, String map, String types)
      throws Exception {
    agree(corpus, map, types);
  }

  /** {@code mvn test -Dtest=ScoreAgreementTest -Dtest.jvm=-Dagreement=all} */
  @EnabledIfSystemProperty(named = "agreement", matches = "all")
  @ParameterizedTest(name = "{0} {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          data/nlmgene/NLMgene_Train.PubTator     | Gene=GENE,Cell=CELL | GENE,CELL
          data/gnormplus                          | gnormplus         | GENE
          data/tmvar3                             | tmvar3            | GENE
          data/drugprot/DrugProt_Dev750.PubTator  | drugprot          | GENE
          data/bc5cdr/BC5CDR_TrainDev.PubTator    | bc5cdr            | THERAPY
          data/nlmchem/NLMchem_Test.PubTator      | Chemical=THERAPY  | THERAPY
          data/bionlp11epi/bionlp11epi-devel.zip  | bionlp11epi       | GENE
          data/bionlp11id/bionlp11id-devel.zip    | bionlp11id        | GENE
          data/bionlp13pc/bionlp13pc-devel.zip    | bionlp13pc        | GENE
          data/anatem/anatem-devel.zip            | anatem            | CELL
          data/jnlpba/jnlpba-test.zip             | jnlpba            | GENE,CELL
          data/cellfinder/cellfinder1_brat.zip    | cellfinder        | GENE,CELL
          data/craft/craft-PR-brat.zip            | craft-pr          | GENE
          data/pico-corpus/pico-corpus.zip        | pico-corpus       | THERAPY
          data/ebm-nlp/ebmnlp-dev.txt             | ebm-nlp           | THERAPY
          """)
  void agrees_on_all_others(String corpus, String map, String types) throws Exception {
    agree(corpus, map, types);
  }

  private void agree(String corpus, String map, String types) throws Exception {
    GoldSet gold =
        GoldSet.read(SHARED.resolve(corpus), map == null ? TypeMap.IDENTITY : TypeMap.parse(map));
    Path jsonl = folder.resolve("gold.jsonl");
    try (BufferedWriter out = Files.newBufferedWriter(jsonl)) {
      for (GoldDocument document : gold.documents().values()) {
        out.write(JsonLinesWriter.line(document));
      }
    }
    Path csv = folder.resolve("spans.csv");
    writeDisturbed(gold, csv, new Random(corpus.hashCode()));
    List<TypeFilter> filters = Arrays.stream(types.split(",", -1)).map(TypeFilter::parse).toList();
    SystemSpans system = SystemSpans.read(csv, gold, SystemSpans.Offsets.CODEPOINTS);

    for (Scheme scheme : List.of(Scheme.STRICT, Scheme.OVERLAP)) {
      Evaluation evaluation =
          Evaluation.run(
              gold, system, new EvaluationSettings(filters, scheme, 0, 1, 1, Hierarchy.NONE));
      List<String> referee =
          referee("spans", jsonl, csv, "--link", "--types", types, "--match", scheme.label());
      assertThat(ours(evaluation, scheme)).isEqualTo(referee);
    }
  }

  @ParameterizedTest
  @CsvSource({"train", "test"})
  void agrees_on_the_official_score_of_bc2gm(String part) throws Exception {
    Path corpus = SHARED.resolve("data/bc2gm").resolve(part);
    GoldSet gold = GoldSet.read(corpus, TypeMap.IDENTITY);
    Path csv = folder.resolve("spans.csv");
    writeDisturbed(gold, csv, new Random(part.hashCode()));

    Evaluation evaluation =
        Evaluation.run(
            gold,
            SystemSpans.read(csv, gold, SystemSpans.Offsets.CODEPOINTS),
            new EvaluationSettings(
                List.of(TypeFilter.parse("GENE")), Scheme.STRICT, 0, 1, 1, Hierarchy.NONE));

    List<String> found =
        List.of(
            line("strict", evaluation.bc2Strict().orElseThrow(), false),
            line("official", evaluation.bc2Official().orElseThrow(), true));
    assertThat(found).isEqualTo(referee("bc2gm", corpus, csv));
  }

  @Test
  void finds_sets_on_which_the_greedy_and_the_best_matching_differ() throws Exception {
    GoldSet gold = GoldSet.read(SHARED.resolve("gold/dev.jsonl"), TypeMap.IDENTITY);
    Path csv = folder.resolve("spans.csv");
    writeDisturbed(gold, csv, new Random(1));
    Evaluation evaluation =
        Evaluation.run(
            gold,
            SystemSpans.read(csv, gold, SystemSpans.Offsets.CODEPOINTS),
            new EvaluationSettings(Samples.TYPES, Scheme.STRICT, 0, 1, 1, Hierarchy.NONE));

    double greedy = evaluation.rows(Scheme.OVERLAP).get(3).f1().value();
    double best = evaluation.rows(Scheme.TYPE).get(3).f1().value();

    assertThat(greedy).isLessThan(best).isGreaterThan(best - 0.01);
  }

  private static List<String> ours(Evaluation evaluation, Scheme scheme) {
    List<String> lines = new ArrayList<>();
    int types = evaluation.settings().filters().size();
    for (int i = 0; i <= types; i++) {
      String line = line(null, evaluation.rows(scheme).get(i), true);
      LinkScore link = i < types ? evaluation.links(i) : null;
      boolean linkable = link != null && link.linkable() > 0;
      lines.add(linkable ? line + " " + link.linked() + " " + link.linkable() : line);
    }
    return lines;
  }

  private static String line(String label, ScoreRow row, boolean counts) {
    Score score = row.score().orElseThrow();
    String line =
        String.join(
            " ",
            label == null ? row.label() : label,
            figure(score.precision()),
            figure(score.recall()),
            figure(score.f1()));
    return counts
        ? String.join(
            " ",
            line,
            Decimals.count(score.truePositives()),
            Decimals.count(score.falsePositives()),
            Decimals.count(score.falseNegatives()))
        : line;
  }

  private static String figure(double value) {
    return Double.isNaN(value) ? "nan" : Decimals.score(value);
  }

  private List<String> referee(String task, Path gold, Path csv, String... options)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of("python3", REFEREE.toString(), task, gold.toString(), csv.toString()));
    command.addAll(List.of(options));
    Path output = folder.resolve("referee.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    process.waitFor();
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(output)) {
      Matcher row = ROW.matcher(line);
      assertThat(line).matches(ROW);
      if (row.matches()) {
        StringBuilder text = new StringBuilder(row.group(1));
        for (int group = 2; group <= row.groupCount(); group++) {
          text.append(row.group(group) == null ? "" : " " + row.group(group));
        }
        lines.add(text.toString());
      }
    }
    return lines;
  }

  /** A system that is right often enough and wrong in every way. */
  private static void writeDisturbed(GoldSet gold, Path csv, Random random) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8)) {
      out.write("doc_id,begin,end,text,type,subtype,identifier\n");
      for (GoldDocument document : gold.documents().values()) {
        List<GoldMention> marks = new ArrayList<>(document.mentions());
        marks.addAll(document.alternatives());
        for (GoldMention mention : marks) {
          disturb(document, mention, random, out);
        }
        int length = document.text().codePointCount(0, document.text().length());
        for (int i = random.nextInt(3); i > 0 && length > 20; i--) {
          int begin = random.nextInt(length - 12);
          row(out, document, begin, begin + 1 + random.nextInt(10), "GENE", "");
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void disturb(
      GoldDocument document, GoldMention mention, Random random, BufferedWriter out)
      throws IOException {
    CodePoints points = CodePoints.of(document.text());
    int begin = points.fromUtf16(mention.span().begin());
    int end = points.fromUtf16(mention.span().end());
    String type = mention.type();
    String identifier = String.join("|", mention.identifiers());
    int length = points.length();
    switch (random.nextInt(12)) {
      case 0 -> {
        return;
      }
      case 1 -> begin = Math.max(0, begin - random.nextInt(8));
      case 2 -> end = Math.min(length, end + random.nextInt(8));
      case 3 -> {
        begin = Math.max(0, begin - random.nextInt(12));
        end = Math.min(length, end + random.nextInt(12));
      }
      case 4 -> type = random.nextBoolean() ? "CELL" : "THERAPY";
      case 5 -> identifier = "x:1";
      case 6 -> row(out, document, begin, end, type, "x:2");
      case 7 -> {
        if (end - begin > 4) {
          row(out, document, begin, begin + 2, type, "");
          begin += 2;
        }
      }
      default -> {}
    }
    row(out, document, begin, end, type, identifier);
  }

  private static void row(
      BufferedWriter out, GoldDocument document, int begin, int end, String type, String identifier)
      throws IOException {
    CodePoints points = CodePoints.of(document.text());
    String text =
        document.text().substring(points.toUtf16(begin), points.toUtf16(end)).replace("\"", "\"\"");
    out.write(
        "%s,%s,%s,\"%s\",%s,%s,%s\n"
            .formatted(document.id(), begin, end, text, type, "immune", identifier));
  }
}
