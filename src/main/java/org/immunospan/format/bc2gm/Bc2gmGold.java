package org.immunospan.format.bc2gm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldLines;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.gold.GoldProblem;
import org.immunospan.format.gold.GoldReader;
import org.immunospan.format.gold.GoldSink;
import org.immunospan.text.Document;
import org.immunospan.text.Span;

/**
 * A folder of the BioCreative II gene mention task: {@code *.in} with one sentence per line, {@code
 * GENE.eval} with the names and {@code ALTGENE.eval} with further readings that count as right.
 * Every sentence is a document. Offsets count characters that are not blanks, with the last one
 * included.
 *
 * <p>A few lines of the release give a text that is not at their offsets; the task scores by
 * offsets, so such a line is reported and kept.
 */
public final class Bc2gmGold implements GoldReader {

  public static final String TYPE = "GENE";
  private static final Pattern LINE = Pattern.compile("([^|]+)\\|(\\d+) (\\d+)\\|(.*)");

  public static boolean isIn(Path folder) throws IOException {
    return Files.exists(folder.resolve("GENE.eval")) && !sentenceFiles(folder).isEmpty();
  }

  @Override
  public void read(Path folder, GoldSink sink) throws IOException {
    Map<String, String> sentences = new LinkedHashMap<>();
    Path in = sentenceFiles(folder).get(0);
    try (GoldLines lines = GoldLines.of(in)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        int blank = line.indexOf(' ');
        if (blank <= 0) {
          throw lines.malformed("expected a sentence id, a blank and the sentence");
        }
        if (sentences.put(line.substring(0, blank), line.substring(blank + 1)) != null) {
          throw lines.malformed("the sentence id " + line.substring(0, blank) + " occurs twice");
        }
      }
    }
    Map<String, List<GoldMention>> names = eval(folder.resolve("GENE.eval"), sentences, sink);
    Path alternatives = folder.resolve("ALTGENE.eval");
    Map<String, List<GoldMention>> readings =
        Files.exists(alternatives) ? eval(alternatives, sentences, sink) : Map.of();
    for (Map.Entry<String, String> sentence : sentences.entrySet()) {
      String id = sentence.getKey();
      sink.accept(
          new GoldDocument(
              Document.of(id, "", sentence.getValue()),
              names.getOrDefault(id, List.of()),
              readings.getOrDefault(id, List.of())));
    }
  }

  private static List<Path> sentenceFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.getFileName().toString().endsWith(".in")).sorted().toList();
    }
  }

  private static Map<String, List<GoldMention>> eval(
      Path file, Map<String, String> sentences, GoldSink sink) throws IOException {
    Map<String, List<GoldMention>> mentions = new HashMap<>();
    try (GoldLines lines = GoldLines.of(file)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        var match = LINE.matcher(line);
        if (!match.matches() || !sentences.containsKey(match.group(1))) {
          throw lines.malformed(
              "expected id|first last|text of a sentence in the .in file, found \"" + line + "\"");
        }
        String id = match.group(1);
        String text = sentences.get(id);
        Span span =
            spanOf(text, Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)));
        String found = span == null ? "" : span.of(text);
        if (!found.replace(" ", "").equals(match.group(4).replace(" ", ""))) {
          sink.accept(
              new GoldProblem(
                  lines.place(),
                  id,
                  "gold text \"%s\" is not at %s %s, which holds \"%s\""
                      .formatted(match.group(4), match.group(2), match.group(3), found),
                  span == null));
        }
        if (span != null) {
          mentions.computeIfAbsent(id, key -> new ArrayList<>()).add(GoldMention.of(span, TYPE));
        }
      }
    }
    return mentions;
  }

  /** The span from one character to another, both counted without blanks; null if outside. */
  private static Span spanOf(String text, int first, int last) {
    int begin = -1;
    int count = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (text.charAt(i) != ' ') {
        if (count == first) {
          begin = i;
        }
        if (count == last && begin >= 0) {
          return new Span(begin, i + Character.charCount(text.codePointAt(i)));
        }
        count++;
      }
    }
    return null;
  }
}
