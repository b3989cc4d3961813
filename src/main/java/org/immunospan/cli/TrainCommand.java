package org.immunospan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.immunospan.train.BoundaryScore;
import org.immunospan.train.SentenceTraining;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code immunospan train}: makes the shipped models, or models of your own. */
@Command(
    name = "train",
    subcommands = {
      TrainCommand.Sentences.class,
      TrainGeneCommand.class,
      TrainGeneLinkCommand.class,
      TrainCellCommand.class,
      TrainTherapyCommand.class,
      TrainClustersCommand.class,
      TrainSplitCommand.class
    })
final class TrainCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected what to train, found nothing");
  }

  /** {@code train sentences}. */
  @Command(name = "sentences")
  static final class Sentences implements Callable<Integer> {

    @Option(names = "--corpus", required = true, paramLabel = "FILE")
    private Path corpus;

    @Option(names = "--texts", required = true, paramLabel = "DIR")
    private Path texts;

    @Option(names = "--model", required = true, paramLabel = "FILE")
    private Path model;

    @Override
    public Integer call() throws IOException {
      BoundaryScore score = SentenceTraining.train(corpus, texts, model);
      System.out.print(score.row("all") + score.inside().row("inside"));
      return 0;
    }
  }
}
