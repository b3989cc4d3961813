package org.immunospan.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.immunospan.run.ExitCode;
import org.immunospan.run.Verification;
import org.immunospan.text.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code immunospan verify}: whether a result is sound. */
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {

  private static final int MOST = 100;

  @Parameters(paramLabel = "DIR", descriptionKey = "folder")
  private Path folder;

  private long problems;

  @Override
  public Integer call() {
    Verification verified =
        Verification.of(folder, this::print, note -> System.err.println("immunospan: " + note));
    System.out.println(
        Quantity.of(verified.documents(), "document")
            + ", "
            + Quantity.of(verified.spans(), "span")
            + ": "
            + (problems == 0 ? "sound" : Quantity.of(problems, "problem")));
    return problems == 0 ? ExitCode.COMPLETE : ExitCode.SOME_UNREADABLE;
  }

  private void print(Verification.Problem problem) {
    problems++;
    if (problems <= MOST) {
      System.out.println(problem);
    } else if (problems == MOST + 1) {
      System.out.println("...");
    }
  }
}
