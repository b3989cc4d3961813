package org.immunospan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.immunospan.gene.GeneModelFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training by the command line, on an invented corpus of 30 sentences. */
class TrainGeneTest extends CapturedOutput {

  @TempDir private Path folder;

  @Test
  void a_model_of_ones_own_finds_what_its_corpus_marks() throws IOException {
    String clusters = folder.resolve("clusters.gz").toString();
    String model = folder.resolve("own.bin").toString();
    String corpus = corpus();
    Path templates = folder.resolve("gene.templates");
    Files.writeString(templates, GeneModelFactory.shippedTemplates());
    assertThat(run("train", "clusters", "--texts", corpus, "--out", clusters)).isZero();

    int exitCode =
        run(
            "train",
            "gene",
            "--corpus",
            corpus,
            "--map",
            "Zorp=GENE",
            "--model",
            model,
            "--clusters",
            clusters,
            "--templates",
            templates.toString(),
            "--scheme",
            "corpus");

    assertThat(err()).contains("documents held out").contains("model 8 of 8");
    assertThat(exitCode).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("strict").contains("overlap");
    Path text = folder.resolve("new.jsonl");
    Files.writeString(text, "{\"id\": \"n\", \"text\": \"We saw that zorpin 47 binds it.\"}\n");
    String result = folder.resolve("result").toString();
    assertThat(run("annotate", text.toString(), "--out", result, "--model", "gene=" + model))
        .isZero();
    assertThat(Files.readString(Path.of(result, "spans.csv"))).contains(",zorpin 47,GENE,");
  }

  @Test
  void the_held_out_part_is_gold_to_evaluate_with() throws IOException {
    Path gold = folder.resolve("heldout.jsonl");

    int exitCode =
        run(
            "train",
            "split",
            "--corpus",
            corpus(),
            "--map",
            "Zorp=GENE",
            "--held-out",
            "3",
            "--out",
            gold.toString());

    assertThat(exitCode).isZero();
    assertThat(Files.readAllLines(gold))
        .hasSizeBetween(3, 20)
        .anyMatch(line -> line.contains("\"type\":\"GENE\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train gene",
        "train gene --model m.bin",
        "train gene --model m.bin --corpus no-such-file",
        "train gene --model m.bin --corpus README.md",
        "train gene --model m.bin --corpus x --held-out 1",
        "train gene --model m.bin --corpus x --epochs 0",
        "train gene --model m.bin --corpus x --every 0",
        "train gene --model m.bin --corpus x --map what",
        "train clusters --out c.gz --texts no-such-file",
      })
  void explains_wrong_use_in_one_line(String commandLine) {
    int exitCode = run(commandLine.split(" ", -1));

    assertThat(exitCode).isEqualTo(2);
    assertThat(err()).startsWith("immunospan: ").doesNotContain("\tat ");
  }

  /** Thirty sentences as PubTator, ten of them without a gene. */
  private String corpus() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int id = 1; id <= 30; id++) {
      String name = String.format(Locale.ROOT, "zorpin %d", id);
      boolean marked = id % 3 != 0;
      lines.add(id + "|t|" + (marked ? "We saw that " + name + " binds it." : "A cell binds it."));
      lines.add(id + "|a|");
      if (marked) {
        lines.add(id + "\t12\t" + (12 + name.length()) + "\t" + name + "\tZorp");
      }
      lines.add("");
    }
    return Files.write(folder.resolve("corpus.txt"), lines).toString();
  }
}
