package org.immunospan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunospan.format.csv.CsvTable;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.text.Span;

/**
 * What a user gets: whole runs of {@code annotate}, each in a process of its own, from the files to
 * the results. Prints one table in Markdown with the facts of the machine. Linux, whose {@code
 * /proc} has processor time and memory. Arguments: the launcher, or {@code -} for the classes of
 * this process; the greatest number of threads; inputs.
 */
public final class WholeRun {

  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
  private static final double TICKS_PER_SECOND = 100;

  /** What one process took. */
  private record Cost(double seconds, double processorSeconds, long peakKilobytes) {}

  private WholeRun() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    String launcher = arguments[0];
    int mostThreads = Integer.parseInt(arguments[1]);
    List<String> inputs = List.of(arguments).subList(2, arguments.length);
    Path folder = Files.createTempDirectory("whole-run");
    System.out.println(machine());
    System.out.println();
    System.out.println(
        "| run | threads | s | CPU-s | abstracts/s | tokens/s | CPU-s per 1,000 | peak memory |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    Path one =
        Files.writeString(
            folder.resolve("one.jsonl"), "{\"id\": \"1\", \"text\": \"IL-2 acts on T cells.\"}\n");
    print("start: one sentence", 1, folder, run(launcher, List.of(one.toString()), 1, folder));
    for (int threads = 1; threads <= mostThreads; threads++) {
      print("all", threads, folder, run(launcher, inputs, threads, folder));
    }
  }

  private static String machine() throws IOException {
    String processor =
        found("model name\\s*:\\s*(.*)", Files.readString(Path.of("/proc/cpuinfo"))).strip();
    long kilobytes =
        Long.parseLong(found("MemTotal:\\s+(\\d+)", Files.readString(Path.of("/proc/meminfo"))));
    String load = Files.readString(Path.of("/proc/loadavg"));
    return String.format(
        Locale.ROOT,
        "%s, %d processors, %.1f GB; %s %s; Java %s; load before the first run %s",
        processor,
        Runtime.getRuntime().availableProcessors(),
        kilobytes / 1e6,
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("java.version"),
        load.substring(0, load.indexOf(' ')));
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    return matcher.find() ? matcher.group(1) : "0";
  }

  private static Cost run(String launcher, List<String> inputs, int threads, Path folder)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (launcher.equals("-")) {
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.add("org.immunospan.cli.Main");
    } else {
      command.add(launcher);
    }
    command.addAll(List.of("annotate", "--quiet", "--overwrite"));
    command.addAll(List.of("--threads", Integer.toString(threads)));
    command.addAll(List.of("--out", folder.resolve("out").toString()));
    command.addAll(inputs);
    long begin = System.nanoTime();
    Process process = new ProcessBuilder(command).inheritIO().start();
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    Path stat = status.resolveSibling("stat");
    long peak = 0;
    double processorSeconds = 0;
    while (process.isAlive()) {
      try {
        peak = Math.max(peak, Long.parseLong(found(PEAK.pattern(), Files.readString(status))));
        processorSeconds = Math.max(processorSeconds, processorSeconds(Files.readString(stat)));
      } catch (IOException e) {
        // It has just ended.
        break;
      }
      Thread.sleep(Duration.ofMillis(5).toMillis());
    }
    process.waitFor();
    return new Cost((System.nanoTime() - begin) / 1e9, processorSeconds, peak);
  }

  /** User and system time; the name of the program, which may hold blanks, ends in a bracket. */
  private static double processorSeconds(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
  }

  private static void print(String what, int threads, Path folder, Cost cost) throws IOException {
    long documents = 0;
    long tokens = 0;
    BiomedicalTokenizer tokenizer = new BiomedicalTokenizer();
    try (CsvTable rows = CsvTable.open(folder.resolve("out/documents.csv"))) {
      for (CsvTable.Row row = rows.next(); row != null; row = rows.next()) {
        documents++;
        String text = row.get("text");
        tokens += tokenizer.tokenize(text, new Span(0, text.length())).size();
      }
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.1f | %.1f | %,.0f | %,.0f | %.2f | %d MB |%n",
        what,
        threads,
        cost.seconds,
        cost.processorSeconds,
        documents / cost.seconds,
        tokens / cost.seconds,
        1000 * cost.processorSeconds / documents,
        cost.peakKilobytes / 1000);
  }
}
