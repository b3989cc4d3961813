package org.immunospan.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.immunospan.run.Benchmark;
import org.immunospan.text.Document;
import org.immunospan.text.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code immunospan bench}: how fast this machine annotates. Reads all documents into memory first,
 * so that reading and writing are not measured.
 */
@Command(name = "bench")
final class BenchCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "INPUT", descriptionKey = "inputs")
  private List<String> inputs;

  @Option(names = "--threads", paramLabel = "N")
  private int threads = 1;

  @Option(names = "--rounds", paramLabel = "N")
  private int rounds = 5;

  @Option(names = "--most", paramLabel = "N")
  private int most = Integer.MAX_VALUE;

  @Override
  public Integer call() {
    if (threads < 1 || rounds < 1 || most < 1) {
      throw new UserException("--threads, --rounds and --most: expected a number from 1");
    }
    List<Document> documents = read();
    Benchmark.run(documents, threads, rounds, System.out, System.err);
    return 0;
  }

  private List<Document> read() {
    List<Document> documents = new ArrayList<>();
    Texts.read(
        inputs,
        document -> {
          if (documents.size() < most) {
            documents.add(document);
          }
        });
    if (documents.isEmpty()) {
      throw new UserException("expected documents in " + inputs + ", found none");
    }
    return documents;
  }
}
