package org.immunospan.bench;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToLongFunction;

/**
 * Compares builds of the program on a machine that does other things, too: all of them in one
 * process, each document by one after the other, and of each document the least processor time of
 * all rounds. Arguments: a file with documents, how many of them, how many rounds, and for each
 * build {@code name=classpath} with a class {@link OneByOne}; the first build is what the others
 * are compared with.
 *
 * <pre>
 * java -XX:TieredStopAtLevel=1 -cp target/test-classes org.immunospan.bench.InTurn FILE 60 10 \
 *   old=CLASSPATH new=CLASSPATH
 * </pre>
 */
public final class InTurn {

  private InTurn() {}

  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    int rounds = Integer.parseInt(arguments[2]);
    List<String> names = new ArrayList<>();
    List<IntToLongFunction> builds = new ArrayList<>();
    for (String build : Arrays.asList(arguments).subList(3, arguments.length)) {
      String[] parts = build.split("=", 2);
      names.add(parts[0]);
      builds.add(load(parts[1], arguments[0]));
    }
    int documents = Integer.parseInt(arguments[1]);
    for (IntToLongFunction build : builds) {
      documents = (int) Math.min(documents, build.applyAsLong(-1));
    }
    long[][] least = new long[builds.size()][documents];
    for (long[] of : least) {
      Arrays.fill(of, Long.MAX_VALUE);
    }
    for (int round = 1; round <= rounds; round++) {
      for (int document = 0; document < documents; document++) {
        for (int i = 0; i < builds.size(); i++) {
          int build = (i + document + round) % builds.size();
          long time = time(builds.get(build), document);
          least[build][document] = Math.min(least[build][document], time);
        }
      }
      print(round, names, least);
    }
  }

  /** Classes of one build know nothing of those of another. */
  private static IntToLongFunction load(String classpath, String file)
      throws MalformedURLException, ReflectiveOperationException {
    List<URL> urls = new ArrayList<>();
    for (String entry : classpath.split(File.pathSeparator, -1)) {
      urls.add(new File(entry).toURI().toURL());
    }
    ClassLoader loader =
        new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
    return (IntToLongFunction)
        loader
            .loadClass("org.immunospan.bench.OneByOne")
            .getConstructor(String.class)
            .newInstance(file);
  }

  private static long time(IntToLongFunction build, int document) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    long result = build.applyAsLong(document);
    long time = threads.getCurrentThreadCpuTime() - begin;
    if (result < 0) {
      throw new IllegalStateException("expected a count, found " + result);
    }
    return time;
  }

  private static void print(int round, List<String> names, long[][] least) {
    StringBuilder line = new StringBuilder("round " + round + ":");
    double first = 0;
    for (int build = 0; build < least.length; build++) {
      double milliseconds = Arrays.stream(least[build]).sum() / 1e6 / least[build].length;
      first = build == 0 ? milliseconds : first;
      line.append(
          String.format(
              Locale.ROOT,
              "  %s %.3f ms, rate %.3f",
              names.get(build),
              milliseconds,
              first / milliseconds));
    }
    System.out.println(line);
  }
}
