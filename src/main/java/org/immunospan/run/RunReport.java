package org.immunospan.run;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.immunospan.resource.Resources.ReadFile;
import org.immunospan.text.UserException;

/**
 * What run.json says about a run: enough to repeat it and to know that it was repeated.
 *
 * @param program name and version
 * @param started instant in ISO 8601, UTC
 * @param seconds from start to end
 * @param configuration every option that has an effect on the result, also those left at their
 *     default
 * @param resources models and lexicons used
 * @param inputs files read, in order
 * @param leftOut files below a folder that were not read because they are not documents
 * @param results the CSV files, as they were written
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
  "results",
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
    List<Summing.Sum> results,
    Map<String, Object> counts) {

  private static final int LONGEST_SHOWN = 60;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** What is known before a run: what an interrupted run must agree on to be resumed. */
  static RunReport settings(RunConfig config, List<ReadFile> resources) {
    return new RunReport(
        ProgramVersion.get(),
        "",
        0,
        config.toMap(),
        resources,
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  /** These settings with what is known after the run. */
  RunReport completed(Instant begin, double duration, Tally tally) {
    return new RunReport(
        program,
        begin.toString(),
        duration,
        configuration,
        resources,
        tally.inputFiles(),
        tally.filesLeftOut(),
        results,
        tally.toMap());
  }

  /** What another run, which adds to this one's result, takes over from its report. */
  record Before(List<String> inputs, List<ReadFile> files, List<String> leftOut, long repeated) {

    static Before of(String json) {
      try {
        JsonNode report = JSON.readTree(json);
        List<ReadFile> files = new ArrayList<>();
        report
            .path("inputs")
            .forEach(
                file ->
                    files.add(
                        new ReadFile(file.path("file").asText(), file.path("sha256").asText())));
        return new Before(
            texts(report.path("configuration").path("inputs")),
            files,
            texts(report.path("left_out")),
            report.path("counts").path("repeated").asLong());
      } catch (JsonProcessingException e) {
        throw new UserException(RunFiles.REPORT + ": is not a report of a run", e);
      }
    }

    private static List<String> texts(JsonNode array) {
      List<String> texts = new ArrayList<>();
      array.forEach(text -> texts.add(text.asText()));
      return texts;
    }
  }

  /** These settings for a run over more inputs. */
  RunReport withInputsBefore(List<String> before) {
    Map<String, Object> all = new LinkedHashMap<>(configuration);
    List<Object> arguments = new ArrayList<>(before);
    arguments.addAll((List<?>) configuration.get("inputs"));
    all.put("inputs", arguments);
    return new RunReport(
        program, started, seconds, all, resources, inputs, leftOut, results, counts);
  }

  /** This report with the files that were written. */
  RunReport withResults(List<Summing.Sum> sums) {
    return new RunReport(
        program, started, seconds, configuration, resources, inputs, leftOut, sums, counts);
  }

  /**
   * In which settings a run before differs from this one, in words; "" when it does not.
   *
   * @param ignored names in the configuration that may differ
   */
  String difference(String jsonBefore, Set<String> ignored) {
    List<String> differences = new ArrayList<>();
    try {
      JsonNode before = JSON.readTree(jsonBefore);
      JsonNode now = JSON.readTree(toJson());
      compare("program", before.path("program"), now.path("program"), differences);
      Set<String> names = new TreeSet<>();
      before.path("configuration").fieldNames().forEachRemaining(names::add);
      now.path("configuration").fieldNames().forEachRemaining(names::add);
      names.removeAll(ignored);
      for (String name : names) {
        compare(
            name,
            before.path("configuration").path(name),
            now.path("configuration").path(name),
            differences);
      }
      Map<String, JsonNode> filesBefore = files(before);
      Map<String, JsonNode> filesNow = files(now);
      Set<String> files = new TreeSet<>(filesBefore.keySet());
      files.addAll(filesNow.keySet());
      for (String file : files) {
        compare(
            file,
            filesBefore.getOrDefault(file, MissingNode.getInstance()),
            filesNow.getOrDefault(file, MissingNode.getInstance()),
            differences);
      }
    } catch (JsonProcessingException e) {
      return "its settings cannot be read";
    }
    return String.join("; ", differences);
  }

  private static void compare(String name, JsonNode before, JsonNode now, List<String> into) {
    if (!before.equals(now)) {
      into.add(name + " was " + shown(before) + " and is " + shown(now));
    }
  }

  private static String shown(JsonNode value) {
    String text =
        value.isMissingNode() ? "not there" : value.isTextual() ? value.asText() : value.toString();
    return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text;
  }

  private static Map<String, JsonNode> files(JsonNode settings) {
    Map<String, JsonNode> files = new TreeMap<>();
    settings
        .path("resources")
        .forEach(file -> files.put(file.path("file").asText(), file.path("sha256")));
    return files;
  }

  public String toJson() {
    try {
      return JSON.writeValueAsString(this).replace("\r\n", "\n") + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of strings and numbers can be written", e);
    }
  }
}
