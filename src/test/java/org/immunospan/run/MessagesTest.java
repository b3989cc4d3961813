package org.immunospan.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Tally tally = new Tally();
  private final Messages messages = messages(true);

  @Test
  void a_run_that_is_stopped_says_how_to_go_on() {
    messages.sayHowToGoOn();

    assertThat(written()).contains("interrupted after 0 documents", "--resume");
  }

  @Test
  void a_run_that_is_stopped_when_all_is_written_says_so() {
    messages.completed();
    messages.sayHowToGoOn();

    assertThat(written()).contains("the results in out are complete").doesNotContain("--resume");
  }

  @Test
  void where_nothing_could_be_read_there_is_no_table() {
    tally.addError();

    messages.summary();

    assertThat(written())
        .isEqualToIgnoringNewLines("immunospan: nothing could be read: see errors.csv");
  }

  @Test
  void a_stream_has_no_file_of_errors() {
    tally.addError();

    messages(false).summary();

    assertThat(written()).isEqualToIgnoringNewLines("immunospan: nothing could be read");
  }

  private Messages messages(boolean writesErrors) {
    PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
    Progress progress = new Progress(out, Display.LINES, () -> 0, () -> 0, () -> 0, () -> "");
    return new Messages(
        out, Display.LINES, tally, "out", writesErrors, System.nanoTime(), progress);
  }

  private String written() {
    return written.toString(StandardCharsets.UTF_8);
  }
}
