package org.immunospan.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.immunospan.resource.Resources.ReadFile;

/**
 * What run.json tells of a run: enough to repeat it and to know that it was repeated.
 *
 * @param program name and version
 * @param started instant in ISO 8601, UTC
 * @param seconds from start to end
 * @param configuration every option that has an effect on the result, also those left at their
 *     default
 * @param resources models and lexicons used
 * @param inputs files read, in order
 * @param leftOut files below a folder that were not read because they are no documents
 * @param counts of documents, mentions and distinct concepts for each type, and faults
 */
@JsonPropertyOrder({
  "program",
  "started",
  "seconds",
  "configuration",
  "resources",
  "inputs",
  "left_out",
  "counts"
})
public record RunReport(
    String program,
    String started,
    double seconds,
    Map<String, Object> configuration,
    List<ReadFile> resources,
    List<ReadFile> inputs,
    @JsonProperty("left_out") List<String> leftOut,
    Map<String, Object> counts) {

  /** What is known before a run: what an interrupted run must agree on to be resumed. */
  static RunReport settings(RunConfig config, List<ReadFile> resources) {
    return new RunReport(
        ProgramVersion.get(), "", 0, config.toMap(), resources, List.of(), List.of(), Map.of());
  }

  /** These settings with what is known after the run. */
  RunReport completed(Instant begin, double duration, Tally tally) {
    return new RunReport(
        program,
        begin.toString(),
        duration,
        configuration,
        resources,
        tally.inputFiles().stream()
            .map(file -> new ReadFile(file.sourceFile(), file.sha256()))
            .toList(),
        tally.filesLeftOut(),
        tally.toMap());
  }

  public String toJson() {
    try {
      return new ObjectMapper()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(this)
              .replace("\r\n", "\n")
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of strings and numbers can be written", e);
    }
  }
}
