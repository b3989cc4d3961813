package org.immunospan.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fault in one document costs no other document anything. */
class RunTest {

  private static final PrintStream QUIET =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  @TempDir Path folder;

  /** What goes wrong in a worker. */
  private enum Fault {
    MEMORY("set aside: annotating needs more memory than there is"),
    DEPTH("set aside: the text is nested too deeply"),
    BUG("set aside: a fault of the program, please report it: ");

    private final String message;

    Fault(String message) {
      this.message = message;
    }
  }

  private static final class Faulty extends SmallRun.Quick {

    private final Fault fault;
    private final boolean always;
    private final Set<String> met = ConcurrentHashMap.newKeySet();

    Faulty(Fault fault, boolean always) {
      this.fault = fault;
      this.always = always;
    }

    @Override
    public AnnotatedDocument annotate(Document document) {
      if (document.id().endsWith("7") && (met.add(document.id()) || always)) {
        switch (fault) {
          case MEMORY -> throw new OutOfMemoryError("Java heap space");
          case DEPTH -> throw new StackOverflowError();
          case BUG -> throw new IllegalStateException("a bug");
        }
      }
      return super.annotate(document);
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void a_document_that_cannot_be_annotated_is_named_and_the_others_have_their_rows(Fault fault)
      throws IOException {
    Path input = Files.writeString(folder.resolve("a.xml"), SmallInputs.pubMed(2020, 1, 40));
    run(input, "sound", new SmallRun.Quick());

    int exitCode = run(input, "faulty", new Faulty(fault, true));

    assertThat(exitCode).isEqualTo(ExitCode.SOME_UNREADABLE);
    assertThat(lines("faulty", RunFiles.DOCUMENTS)).isEqualTo(lines("sound", RunFiles.DOCUMENTS));
    assertThat(lines("faulty", RunFiles.SPANS))
        .isEqualTo(
            lines("sound", RunFiles.SPANS).stream()
                .filter(row -> !row.matches("\\d*7,.*"))
                .toList());
    assertThat(lines("faulty", RunFiles.ERRORS))
        .hasSize(5)
        .allMatch(row -> row.startsWith("source_file") || row.contains(fault.message));
  }

  @Test
  void a_document_that_lacked_memory_once_is_tried_again() throws IOException {
    Path input = Files.writeString(folder.resolve("a.xml"), SmallInputs.pubMed(2020, 1, 40));
    run(input, "sound", new SmallRun.Quick());

    assertThat(run(input, "faulty", new Faulty(Fault.MEMORY, false))).isEqualTo(ExitCode.COMPLETE);

    ResumeAfterKillTest.assertSame(folder.resolve("sound"), folder.resolve("faulty"));
  }

  private int run(Path input, String out, Annotator annotator) {
    return SmallRun.of(List.of(input.toString()), QUIET, config -> annotator)
        .toFolder(folder.resolve(out), Existing.REFUSE, false);
  }

  private List<String> lines(String out, String file) throws IOException {
    return Files.readAllLines(folder.resolve(out).resolve(file));
  }
}
