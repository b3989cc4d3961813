package org.immunospan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.Span;
import org.immunospan.crf.ModelFile;
import org.immunospan.crf.TokenSpan;
import org.immunospan.crf.decode.FastDecoder;
import org.immunospan.crf.feature.Adjacency;
import org.immunospan.gene.GeneModelFactory;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.text.Tokens;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Tokens a second (column {@code tokens}) on one thread, features included, of our decoder and of
 * the stock name finder with the same model on the same sentences.
 *
 * <pre>
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp target/classes:target/test-classes:$(cat target/classpath) org.openjdk.jmh.Main NameFinding -p model=FILE
 * </pre>
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class NameFindingBenchmark {

  /** A CRF model. */
  @Param("models/gene.bin")
  public String model;

  /** Files of one sentence a line, joined by commas. */
  @Param("../shared/data/bc2gm/train/train.in,../shared/data/bc2gm/test/test.in")
  public String sentences;

  private final List<Tokens> tokens = new ArrayList<>();
  private FastDecoder fast;
  private NameFinderME stock;
  private int next;

  /** Counts tokens, which JMH turns into tokens a second. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Count {
    public long tokens;
  }

  /** Reads the model and cuts the sentences into tokens. */
  @Setup
  public void read() throws IOException {
    GeneModelFactory.permit();
    TokenNameFinderModel read = ModelFile.read(Path.of(model));
    fast = FastDecoder.of(read);
    stock = new NameFinderME(read);
    BiomedicalTokenizer tokenizer = new BiomedicalTokenizer();
    for (String file : sentences.split(",", -1)) {
      for (String line : Files.readAllLines(Path.of(file))) {
        tokens.add(tokenizer.tokenize(line, new org.immunospan.text.Span(0, line.length())));
      }
    }
  }

  /** Our decoder. */
  @Benchmark
  public List<TokenSpan> fast(Count count) {
    return fast.find(sentence(count));
  }

  /** OpenNLP's name finder. */
  @Benchmark
  public Span[] stock(Count count) {
    Tokens sentence = sentence(count);
    return stock.find(sentence.toStrings(), Adjacency.context(sentence));
  }

  private Tokens sentence(Count count) {
    Tokens sentence = tokens.get(next);
    next = next + 1 == tokens.size() ? 0 : next + 1;
    count.tokens += sentence.size();
    return sentence;
  }
}
