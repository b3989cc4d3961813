package org.immunospan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.immunospan.lexicon.Lexicon;
import org.immunospan.lexicon.LexiconCheck;
import org.immunospan.lexicon.LexiconReader;
import org.immunospan.lexicon.LexiconWriter;
import org.immunospan.lexicon.build.CellLexiconBuilder;
import org.immunospan.lexicon.build.CellMarkerBuilder;
import org.immunospan.lexicon.build.GeneLexiconBuilder;
import org.immunospan.lexicon.build.TherapyLexiconBuilder;
import org.immunospan.lexicon.check.NameRisks;
import org.immunospan.lexicon.gene.GeneLexicon;
import org.immunospan.run.ExitCode;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.text.Quantity;
import org.immunospan.text.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code immunospan lexicon}: builds the shipped lexicons and checks a user's own. */
@Command(
    name = "lexicon",
    subcommands = {LexiconCommand.Build.class, LexiconCommand.Check.class})
final class LexiconCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected build or check, found neither");
  }

  /** What can be built. */
  enum Kind {
    CELL,
    CELL_MARKER,
    GENE,
    THERAPY
  }

  /** {@code lexicon build}. */
  @Command(name = "build")
  static final class Build implements Callable<Integer> {

    @Parameters(paramLabel = "cell|cell_marker|gene|therapy", descriptionKey = "kind")
    private Kind kind;

    @Option(names = "--terminologies", required = true, paramLabel = "DIR")
    private Path terminologies;

    @Option(names = "--out", required = true, paramLabel = "PATH")
    private Path out;

    @Override
    public Integer call() throws IOException {
      if (!Files.isDirectory(terminologies)) {
        throw new UserException(terminologies + ": expected a folder of terminologies");
      }
      BiomedicalTokenizer tokenizer = new BiomedicalTokenizer();
      switch (kind) {
        case CELL -> LexiconWriter.write(CellLexiconBuilder.build(terminologies, tokenizer), out);
        case THERAPY ->
            LexiconWriter.write(TherapyLexiconBuilder.build(terminologies, tokenizer), out);
        case GENE -> GeneLexiconBuilder.build(terminologies, out);
        case CELL_MARKER -> CellMarkerBuilder.build(terminologies, out);
      }
      return 0;
    }
  }

  /** {@code lexicon check}. */
  @Command(name = "check")
  static final class Check implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private Path file;

    @Option(names = "--risks")
    private boolean showsRisks;

    @Option(names = "--corpus", paramLabel = "INPUT")
    private List<String> corpus = List.of();

    @Override
    public Integer call() throws IOException {
      if (file.toString().endsWith(".bin")) {
        return genes();
      }
      Lexicon lexicon = LexiconReader.read(file);
      if (showsRisks) {
        risks(NameRisks.of(lexicon, new BiomedicalTokenizer()));
      }
      List<String> problems = LexiconCheck.problems(lexicon, new BiomedicalTokenizer());
      if (!problems.isEmpty()) {
        problems.forEach(problem -> System.err.println("immunospan: " + file + ": " + problem));
        return ExitCode.WRONG_USE;
      }
      PrintStream summary = showsRisks ? System.err : System.out;
      summary.printf(
          Locale.ROOT,
          "%s: %s %s, %,d %s, %s%n",
          file,
          lexicon.type(),
          lexicon.source(),
          lexicon.entries().size(),
          lexicon.entries().size() == 1 ? "entry" : "entries",
          Quantity.of(lexicon.names(), "name"));
      return 0;
    }

    private int genes() throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        GeneLexicon lexicon = GeneLexicon.read(in, file.toString());
        if (showsRisks) {
          risks(NameRisks.of(lexicon));
        }
        System.err.printf(Locale.ROOT, "%s: GENE, %,d genes%n", file, lexicon.size());
      }
      return 0;
    }

    private void risks(NameRisks risks) {
      Texts.read(corpus, document -> risks.count(document.text()));
      risks.print(System.out);
    }
  }
}
