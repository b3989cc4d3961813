package org.immunospan.run;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunospan.resource.Resources.ReadFile;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.Span;
import org.immunospan.uima.PipelineConfig;

/**
 * A run with small parts, by a quick annotator that takes capitals for genes or by the models. As a
 * program: {@code quick|models OUT REFUSE|RESUME INPUT...}.
 */
final class SmallRun {

  private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Z0-9]+\\b");
  private static final PartsOutput.Size SMALL = new PartsOutput.Size(8, 25);

  private SmallRun() {}

  public static void main(String[] arguments) {
    List<String> inputs = List.of(arguments).subList(3, arguments.length);
    Run run =
        arguments[0].equals("quick")
            ? of(inputs, System.err, config -> new Slow())
            : of(inputs, System.err, Annotator::of);
    System.exit(run.toFolder(Path.of(arguments[1]), Existing.valueOf(arguments[2]), false));
  }

  /** Without models. */
  static Run quick(List<String> inputs, PrintStream messages) {
    return of(inputs, messages, config -> new Quick());
  }

  static Run of(
      List<String> inputs, PrintStream messages, Function<PipelineConfig, Annotator> annotators) {
    return new Run(
        RunConfig.of(inputs),
        InputStream.nullInputStream(),
        messages,
        Display.LINES,
        annotators,
        SMALL);
  }

  /** Takes every word in capitals for a gene. */
  static class Quick implements Annotator {

    @Override
    public AnnotatedDocument annotate(Document document) {
      List<Mention> mentions = new ArrayList<>();
      Matcher names = NAME.matcher(document.text());
      while (names.find()) {
        Span span = new Span(names.start(), names.end());
        mentions.add(Mention.of(span, EntityType.GENE).withScore(1).withSource("capitals"));
      }
      return new AnnotatedDocument(document, List.of(), mentions);
    }

    @Override
    public List<ReadFile> resources() {
      return List.of(new ReadFile("capitals", "1"));
    }

    @Override
    public void close() {}
  }

  /** Takes a while for each document, so that a process that annotates can be met at it. */
  private static final class Slow extends Quick {

    @Override
    public AnnotatedDocument annotate(Document document) {
      LockSupport.parkNanos(1_000_000);
      return super.annotate(document);
    }
  }
}
