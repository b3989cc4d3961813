package org.immunospan.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.immunospan.format.Format;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.text.Document;
import org.immunospan.text.Span;

/** Gold and system written as {@code GENE:0-5 CELL/immune:3-9=CL:1}, and random ones. */
public final class Samples {

  public static final List<TypeFilter> TYPES =
      List.of(
          new TypeFilter("GENE", ""), new TypeFilter("CELL", ""), new TypeFilter("THERAPY", ""));

  private static final String[] NAMES = {"GENE", "CELL", "THERAPY"};
  private static final int LENGTH = 60;

  private Samples() {}

  /** A mention before it is put on one of the two sides. */
  public record Mark(int begin, int end, String type, String subtype, String identifier) {

    public static Mark parse(String text) {
      String[] sides = text.split("=", 2);
      String[] parts = sides[0].split(":", 2);
      String[] range = parts[1].split("-", 2);
      TypeFilter type = TypeFilter.parse(parts[0]);
      return new Mark(
          Integer.parseInt(range[0]),
          Integer.parseInt(range[1]),
          type.type(),
          type.subtype(),
          sides.length > 1 ? sides[1] : "");
    }

    public GoldMention gold() {
      List<String> identifiers =
          identifier.isEmpty() ? List.of() : Arrays.asList(identifier.split("\\|", -1));
      return new GoldMention(new Span(begin, end), type, subtype, identifiers, List.of());
    }

    public SystemSpan system() {
      return new SystemSpan(new Span(begin, end), type, subtype, identifier);
    }
  }

  public static List<Mark> marks(String text) {
    return text == null || text.isBlank()
        ? List.of()
        : Arrays.stream(text.strip().split(" +", -1)).map(Mark::parse).toList();
  }

  public static GoldSet gold(Map<String, List<Mark>> documents) {
    Map<String, GoldDocument> gold = new LinkedHashMap<>();
    documents.forEach(
        (id, marks) ->
            gold.put(
                id,
                new GoldDocument(
                    Document.of(id, "", "x".repeat(LENGTH)),
                    marks.stream().map(Mark::gold).toList())));
    return new GoldSet(Format.JSONL, gold, List.of(), new TreeMap<>(), 0, Arrays.asList(NAMES));
  }

  public static SystemSpans system(Map<String, List<Mark>> documents) {
    Map<String, List<SystemSpan>> spans = new HashMap<>();
    documents.forEach((id, marks) -> spans.put(id, marks.stream().map(Mark::system).toList()));
    return new SystemSpans(Path.of("spans.csv"), spans, new TreeSet<>(), new TreeMap<>());
  }

  public static Evaluation evaluate(String gold, String system) {
    return evaluate(Map.of("1", marks(gold)), Map.of("1", marks(system)));
  }

  /** Without intervals. */
  public static Evaluation evaluate(Map<String, List<Mark>> gold, Map<String, List<Mark>> system) {
    EvaluationSettings settings =
        new EvaluationSettings(TYPES, Scheme.STRICT, 0, 100, 1, Hierarchy.NONE);
    return Evaluation.run(gold(gold), system(system), settings);
  }

  static Comparison compare(String gold, String system) {
    return Comparison.of(
        gold(Map.of("1", marks(gold))).documents().get("1"),
        marks(system).stream().map(Mark::system).toList(),
        TYPES);
  }

  /** Crowded marks without identifiers, many of which overlap, nest and coincide. */
  public static List<Mark> random(Random random, int most) {
    List<Mark> marks = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      int begin = random.nextInt(LENGTH - 12);
      int end = begin + 1 + random.nextInt(random.nextBoolean() ? 3 : 12);
      marks.add(new Mark(begin, end, NAMES[random.nextInt(NAMES.length)], "", ""));
    }
    return marks;
  }
}
