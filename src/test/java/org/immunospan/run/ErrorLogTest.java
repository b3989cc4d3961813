package org.immunospan.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.immunospan.format.source.ReadError;
import org.immunospan.text.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorLogTest {

  private static final ReadError FIRST = new ReadError("a.xml", "line 1", "", "one, \"two\"");
  private static final ReadError SECOND = new ReadError("b.xml", "line 2", "7", "three");
  private static final Document DOCUMENT = Document.of("8", "", "Some text.");

  @TempDir Path folder;

  @Test
  void a_resumed_file_is_that_of_a_run_without_interruption() throws IOException {
    Path whole = folder.resolve("whole");
    try (ErrorLog log = ErrorLog.open(whole)) {
      log.add(FIRST);
      log.add(Failures.of(DOCUMENT, "set aside"));
      log.add(SECOND);
    }
    byte[] bytes = Files.readAllBytes(whole);

    for (int length = 0; length <= bytes.length; length++) {
      Path cut = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(bytes, length));
      try (ErrorLog log = ErrorLog.open(cut)) {
        log.add(FIRST);
        if (!log.keepFailure(DOCUMENT)) {
          log.add(Failures.of(DOCUMENT, "set aside"));
        }
        log.add(SECOND);
      }
      assertThat(cut).as("cut at byte " + length).hasBinaryContent(bytes);
    }
  }

  @Test
  void replaces_rows_that_do_not_come_again() throws IOException {
    Path file = folder.resolve("errors.csv");
    try (ErrorLog log = ErrorLog.open(file)) {
      log.add(FIRST);
      log.add(SECOND);
    }

    try (ErrorLog log = ErrorLog.open(file)) {
      log.add(SECOND);
    }

    assertThat(file).hasContent("source_file,place,doc_id,message\nb.xml,line 2,7,three\n");
  }
}
