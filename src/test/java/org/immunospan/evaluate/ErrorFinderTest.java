package org.immunospan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunospan.format.Format;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.text.Document;
import org.immunospan.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ErrorFinderTest {

  private static final Pattern MARK = Pattern.compile(" ([gctGCT])=(\\d+)-(\\d+)");

  /**
   * Texts followed by their marks: {@code g=0-4} is a gold gene, {@code G=0-4} one of the system,
   * likewise {@code c} for cells and {@code t} for therapies.
   */
  private static Evaluation evaluate(String... texts) {
    Map<String, GoldDocument> gold = new LinkedHashMap<>();
    Map<String, List<SystemSpan>> system = new HashMap<>();
    for (String marked : texts) {
      String id = Integer.toString(gold.size() + 1);
      List<GoldMention> mentions = new ArrayList<>();
      List<SystemSpan> spans = new ArrayList<>();
      String text = parse(marked, mentions, spans);
      gold.put(id, new GoldDocument(Document.of(id, "", text), mentions));
      system.put(id, spans);
    }
    return Evaluation.run(
        new GoldSet(Format.JSONL, gold, List.of(), new TreeMap<>(), 0, List.of("GENE", "CELL")),
        new SystemSpans(Path.of("s.csv"), system, new TreeSet<>(), new TreeMap<>()),
        new EvaluationSettings(Samples.TYPES, Scheme.STRICT, 0, 1, 1, Hierarchy.NONE));
  }

  private static String parse(String marked, List<GoldMention> mentions, List<SystemSpan> spans) {
    Matcher match = MARK.matcher(marked);
    while (match.find()) {
      Span span = new Span(Integer.parseInt(match.group(2)), Integer.parseInt(match.group(3)));
      String letter = match.group(1);
      String type =
          switch (letter.toLowerCase(Locale.ROOT)) {
            case "g" -> "GENE";
            case "c" -> "CELL";
            default -> "THERAPY";
          };
      if (Character.isLowerCase(letter.charAt(0))) {
        mentions.add(GoldMention.of(span, type));
      } else {
        spans.add(new SystemSpan(span, type, "", ""));
      }
    }
    return MARK.matcher(marked).replaceAll("");
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/golden/evaluate/error-classes.tsv",
      delimiter = '\t',
      numLinesToSkip = 1)
  void classes_errors_as_a_reader_would(
      String why, String text, String marks, String missed, String spurious) {
    Evaluation evaluation = evaluate(text + " " + marks);

    List<String> misses = new ArrayList<>();
    List<String> extras = new ArrayList<>();
    for (MentionError error : evaluation.errors()) {
      (error.missed() ? misses : extras).add(error.errorClass().label());
    }
    assertThat(String.join(", ", misses)).isEqualTo(missed == null ? "" : missed);
    assertThat(String.join(", ", extras)).isEqualTo(spurious == null ? "" : spurious);
  }

  @Test
  void knows_what_the_other_side_marks_elsewhere() {
    Evaluation evaluation =
        evaluate("TNF rose. g=0-3 G=0-3", "High  tnf here. g=6-9", "TNF fell. G=0-3");

    assertThat(evaluation.errors())
        .extracting(MentionError::errorClass)
        .containsExactly(ErrorClass.MARKED_ELSEWHERE, ErrorClass.MARKED_ELSEWHERE);
    assertThat(evaluation.errorClasses(true)).containsEntry(ErrorClass.MARKED_ELSEWHERE, 1L);
  }

  @Test
  void counts_confusion_of_types_with_none_last() {
    Evaluation evaluation = evaluate("abcdefghij g=0-3 C=0-3 g=4-5 G=6-7 c=8-9 C=8-10");

    assertThat(evaluation.confusion(0, 1)).isEqualTo(1);
    assertThat(evaluation.confusion(0, 3)).isEqualTo(1);
    assertThat(evaluation.confusion(3, 0)).isEqualTo(1);
    assertThat(evaluation.confusion(1, 1)).isEqualTo(1);
  }

  @Test
  void writes_errors_with_context_in_code_points() throws IOException {
    StringWriter out = new StringWriter();

    ErrorCsv.write(evaluate("𝛼, \"IL-2\" rose g=5-9 G=5-8"), out);

    assertThat(out)
        .hasToString(
            """
            doc_id,kind,class,type,begin,end,text,other_type,other_begin,other_end,other_text,before,after
            1,missed,boundary right,GENE,4,8,IL-2,GENE,4,7,IL-,"𝛼, ""\","\"" rose"
            1,spurious,boundary right,GENE,4,7,IL-,GENE,4,8,IL-2,"𝛼, ""\","2"" rose"
            """);
  }

  @Test
  void never_cuts_context_inside_a_surrogate_pair() {
    String text = "𝛼".repeat(30);

    assertThat(ErrorCsv.before(text, 59 - 1)).isEqualTo("𝛼".repeat(20));
    assertThat(ErrorCsv.after("x" + text, 2 - 1)).isEqualTo("𝛼".repeat(20));
    assertThat(ErrorCsv.after("xy" + text, 1)).isEqualTo("y" + "𝛼".repeat(20));
  }
}
