package org.immunospan.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.immunospan.run.Progress.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProgressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "TERMINAL; 0.5; 2; 0; a.xml;"
            + " '[###############---------------]  50 %  1,500 documents  750/s  2 s left  a.xml'",
        "LINES; 0.5; 7300; 3; a.xml;"
            + " ' 50 %  1,500 documents  750/s  2 h 1 min left  3 errors  a.xml'",
        "LINES; 1; 150; 1; ''; '100 %  1,500 documents  750/s  2 min left  1 error'",
        "TERMINAL; NaN; NaN; 0; /a/long/path/to/pubmed24n0001.xml.gz;"
            + " '1,500 documents  750/s  ...g/path/to/pubmed24n0001.xml.gz'",
      })
  void says_where_the_run_is(
      Display display, double fraction, double left, long errors, String file, String line) {
    State state = new State(fraction, 1500, 750, left, errors, file);

    assertThat(Progress.line(state, display)).isEqualTo(line);
  }

  @ParameterizedTest
  @EnumSource(names = {"LINES", "QUIET"})
  void writes_no_line_before_half_a_minute_is_over(Display display) {
    assertThat(shown(display)).isEmpty();
  }

  @Test
  void counts_speed_and_time_from_the_first_document_of_this_run() {
    assertThat(shown(Display.TERMINAL)).contains("  1,010 documents  ").doesNotContain("1,010/s");
  }

  /** What a run shows that went on at 1,000 documents and at half of its input. */
  private static String shown(Display display) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long[] documents = {1000};
    Progress progress =
        new Progress(
            new PrintStream(bytes, true, StandardCharsets.UTF_8),
            display,
            () -> documents[0] / 2000.0,
            () -> documents[0],
            () -> 0,
            () -> "");
    progress.update();
    documents[0] += 10;
    long end = System.nanoTime() + 250_000_000L;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    progress.update();
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
