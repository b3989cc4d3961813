package org.immunospan.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.immunospan.report.pages.JtetablesGenerated;
import org.immunospan.tables.Overview;
import org.immunospan.tables.Overview.Concept;
import org.immunospan.tables.Overview.Pair;
import org.immunospan.tables.Overview.Sentence;
import org.immunospan.text.Decimals;
import org.immunospan.text.Quantity;

/**
 * Tables as one HTML page that needs nothing else: totals, the most frequent concepts with their
 * trends, a heat map, a network and a table of the strongest pairs, and the sentences behind each
 * number. The template is {@code tables.jte}.
 *
 * @param overview what the page shows
 */
public record TablesPage(Overview overview) {

  private static final int NETWORK_PAIRS_OF_TYPES = 16;
  private static final int SPARK_WIDTH = 90;
  private static final int SPARK_HEIGHT = 20;
  private static final int YEARS_HEIGHT = 90;

  /** Writes the page; the caller closes the writer. */
  public static void write(Overview overview, Writer writer) {
    JtetablesGenerated.render(
        new OwaspHtmlTemplateOutput(new WriterOutput(writer)), null, new TablesPage(overview));
  }

  public String styles() {
    return StaticFiles.read("page.css") + StaticFiles.read("tables.css");
  }

  public String script() {
    return StaticFiles.read("tables.js");
  }

  public String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  public String summary() {
    List<Overview.Year> years = overview.years();
    String range =
        years.isEmpty()
            ? ""
            : ", " + years.get(0).year() + " to " + years.get(years.size() - 1).year();
    return Quantity.of(overview.totals().documents(), "document") + range + ".";
  }

  /** The class of marks of a type in the style sheet. */
  public static String typeClass(String type) {
    return switch (type) {
      case "GENE" -> "t0";
      case "CELL" -> "t1";
      case "THERAPY" -> "t2";
      default -> "t3";
    };
  }

  public List<String> types() {
    return overview.concepts().stream().map(Concept::type).distinct().toList();
  }

  public String heading(String type) {
    return switch (type) {
      case "GENE" -> "Genes";
      case "CELL" -> "Cell types";
      case "THERAPY" -> "Therapies";
      default -> type;
    };
  }

  public List<Concept> concepts(String type) {
    return overview.concepts().stream().filter(concept -> concept.type().equals(type)).toList();
  }

  /** The length of the bar of a concept in percent of the longest of its type. */
  public String bar(Concept concept) {
    long most = concepts(concept.type()).stream().mapToLong(Concept::documents).max().orElse(1);
    return Decimals.fixed(100.0 * concept.documents() / most, 1);
  }

  /** The line of shares by year as points of a polyline; empty with fewer than two years. */
  public String spark(Concept concept) {
    List<Double> shares = concept.shares();
    double most = shares.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    if (shares.size() < 2 || most == 0) {
      return "";
    }
    return java.util.stream.IntStream.range(0, shares.size())
        .mapToObj(
            i ->
                Decimals.fixed(2 + (SPARK_WIDTH - 4.0) * i / (shares.size() - 1), 1)
                    + ","
                    + Decimals.fixed(
                        SPARK_HEIGHT - 2 - (SPARK_HEIGHT - 4) * shares.get(i) / most, 1))
        .collect(Collectors.joining(" "));
  }

  /** A bar of the chart of documents by year. */
  public record YearBar(
      String x,
      String width,
      String y,
      String height,
      String label,
      String title,
      boolean isLabelled) {}

  public List<YearBar> yearBars() {
    List<Overview.Year> years = overview.years();
    long most = years.stream().mapToLong(Overview.Year::documents).max().orElse(1);
    int every = Math.max(1, (years.size() + 9) / 10);
    double width = 1000.0 / Math.max(1, years.size());
    List<YearBar> bars = new ArrayList<>();
    for (int i = 0; i < years.size(); i++) {
      double height = Math.max(0.5, (double) YEARS_HEIGHT * years.get(i).documents() / most);
      bars.add(
          new YearBar(
              Decimals.fixed(i * width, 1),
              Decimals.fixed(width * 0.86, 1),
              Decimals.fixed(YEARS_HEIGHT - height, 1),
              Decimals.fixed(height, 1),
              Integer.toString(years.get(i).year()),
              years.get(i).year() + ": " + Quantity.of(years.get(i).documents(), "document"),
              i % every == 0));
    }
    return bars;
  }

  public NetworkPlot network() {
    return NetworkPlot.of(
        pairKinds().stream()
            .flatMap(
                kind ->
                    overview.pairs().stream()
                        .filter(
                            pair -> !pair.typeA().equals(pair.typeB()) && kind(pair).equals(kind))
                        .limit(NETWORK_PAIRS_OF_TYPES))
            .toList());
  }

  /** What kinds of pairs there are, such as "Cell types and genes". */
  public List<String> pairKinds() {
    return overview.pairs().stream().map(this::kind).distinct().toList();
  }

  /** The types of a pair in words. */
  public String kind(Pair pair) {
    return heading(pair.typeA()) + " and " + heading(pair.typeB()).toLowerCase(Locale.ROOT);
  }

  /** How strongly a cell of the heat map is coloured, in percent of the strongest. */
  public String heat(Pair pair) {
    double most =
        overview.heatMap().pairs().stream()
            .flatMap(List::stream)
            .flatMap(java.util.Optional::stream)
            .mapToDouble(Pair::score)
            .max()
            .orElse(1);
    return Decimals.fixed(10 + 75 * Math.sqrt(pair.score() / most), 0);
  }

  public static String title(Pair pair) {
    return "%s and %s: %s, %s"
        .formatted(
            pair.nameA(),
            pair.nameB(),
            Quantity.of(pair.documents(), "document"),
            Quantity.of(pair.sharedSentences(), "sentence"));
  }

  /** Which of the sentences with a concept are shown; empty when all documents are there. */
  public static String shown(Concept concept) {
    return shown(concept.sentences().size(), concept.documents(), "");
  }

  /** Which of the sentences with a pair are shown. */
  public static String shown(Pair pair) {
    int shown = pair.sentences().size();
    return pair.sharedSentences() > 0
        ? shown(shown, pair.sentenceDocuments(), " with both in a sentence")
        : "No sentence has both. " + shown(shown, pair.documents(), " with both");
  }

  private static String shown(int shown, long documents, String which) {
    return shown < documents
        ? "%s of %s%s, newest first".formatted(shown, Quantity.of(documents, "document"), which)
        : "";
  }

  /** Numbers of sentences, separated by spaces. */
  public static String numbers(List<Integer> sentences) {
    return sentences.stream().map(Object::toString).collect(Collectors.joining(" "));
  }

  public String fixed(double value, int digits) {
    return Decimals.fixed(value, digits);
  }

  /** A p or q value: three decimals, or a power of ten where they would be nothing. */
  public String probability(double value) {
    return value >= 0.001 || value == 0
        ? Decimals.fixed(value, 3)
        : String.format(Locale.ROOT, "%.0e", value);
  }

  public boolean isPubMed(Sentence sentence) {
    String id = sentence.docId();
    return !id.isEmpty() && id.length() <= 8 && id.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  public String source(Sentence sentence) {
    return (sentence.journal() + (sentence.year() > 0 ? " " + sentence.year() : "")).strip();
  }

  public List<MarkedText.Piece> marked(Sentence sentence) {
    return MarkedText.of(
        sentence.text(),
        sentence.marks().stream()
            .map(m -> new MarkedText.Mark(m.begin(), m.end(), typeClass(m.type()), m.title()))
            .toList());
  }
}
