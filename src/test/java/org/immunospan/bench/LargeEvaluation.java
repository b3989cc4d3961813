package org.immunospan.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.jsonl.JsonLinesWriter;
import org.immunospan.text.Document;
import org.immunospan.text.Span;

/**
 * Writes a gold set and a system as large as one likes, to measure {@code evaluate} with: documents
 * of 220 words with 20 mentions each, of which the system finds four fifths.
 *
 * <pre>{@code
 * mvn test-compile
 * java -cp "target/test-classes:target/classes:target/lib/*" org.immunospan.bench.LargeEvaluation 100000 FOLDER
 * /usr/bin/time -v ./immunospan evaluate --gold FOLDER/gold.jsonl --system FOLDER/spans.csv
 * }</pre>
 */
public final class LargeEvaluation {

  private static final String[] TYPES = {"GENE", "CELL", "THERAPY"};
  private static final int WORDS = 220;
  private static final int MENTIONS = 20;

  private final Random random = new Random(1);
  private final List<String> vocabulary = new ArrayList<>();

  private LargeEvaluation() {
    for (int i = 0; i < 20_000; i++) {
      StringBuilder word = new StringBuilder();
      for (int length = 2 + random.nextInt(9); length > 0; length--) {
        word.append((char) ('a' + random.nextInt(26)));
      }
      vocabulary.add(word.toString());
    }
  }

  /** Arguments: the number of documents and the folder to write to. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    new LargeEvaluation().write(Integer.parseInt(arguments[0]), folder);
  }

  private void write(int documents, Path folder) throws IOException {
    try (BufferedWriter gold = Files.newBufferedWriter(folder.resolve("gold.jsonl"));
        BufferedWriter system =
            Files.newBufferedWriter(folder.resolve("spans.csv"), StandardCharsets.UTF_8)) {
      system.write("doc_id,section,sentence,begin,end,text,type,subtype,identifier\n");
      for (int i = 0; i < documents; i++) {
        gold.write(JsonLinesWriter.line(document(Integer.toString(i), system)));
      }
    }
  }

  private GoldDocument document(String id, BufferedWriter system) throws IOException {
    StringBuilder text = new StringBuilder();
    int[] begins = new int[WORDS];
    int[] ends = new int[WORDS];
    for (int i = 0; i < WORDS; i++) {
      begins[i] = text.length();
      // Squared, so that some words are frequent, as in language.
      double rank = random.nextDouble();
      text.append(vocabulary.get((int) (rank * rank * vocabulary.size())));
      ends[i] = text.length();
      text.append(' ');
    }
    List<GoldMention> mentions = new ArrayList<>();
    for (int i = 0; i < MENTIONS; i++) {
      int first = i * (WORDS / MENTIONS) + random.nextInt(5);
      int last = first + random.nextInt(3);
      String type = TYPES[random.nextInt(TYPES.length)];
      mentions.add(GoldMention.of(new Span(begins[first], ends[last]), type));
      switch (random.nextInt(20)) {
        case 0, 1 -> {}
        case 2 -> row(system, id, text, begins[first], ends[last + 1], type);
        case 3 -> row(system, id, text, begins[first], ends[last], TYPES[random.nextInt(3)]);
        case 4 -> {
          row(system, id, text, begins[first], ends[last], type);
          row(system, id, text, begins[last + 2], ends[last + 2], type);
        }
        default -> row(system, id, text, begins[first], ends[last], type);
      }
    }
    return new GoldDocument(Document.of(id, "", text.toString()), mentions);
  }

  private static void row(
      BufferedWriter out, String id, CharSequence text, int begin, int end, String type)
      throws IOException {
    String name = text.subSequence(begin, end).toString();
    out.write("%s,abstract,1,%s,%s,%s,%s,,\n".formatted(id, begin, end, name, type));
  }
}
