package org.immunospan.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.text.Quantity;

/**
 * The result as one HTML page that needs nothing else: scores with intervals as a picture,
 * confusion of types, classes of errors, and documents with gold and system marked side by side. Of
 * large sets it holds the {@value #DOCUMENTS} documents with the most errors. Light or dark as the
 * reader's system is.
 */
public final class HtmlReport {

  /** The number of colours for types in the style sheet. */
  static final int COLOURS = 6;

  private static final int DOCUMENTS = 300;
  private static final int FREQUENT = 15;

  private final Evaluation evaluation;
  private final StringBuilder out = new StringBuilder();

  private HtmlReport(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** Writes the page; the caller closes the writer. */
  public static void write(
      Evaluation evaluation, List<Difference> differences, boolean seen, Writer writer)
      throws IOException {
    HtmlReport report = new HtmlReport(evaluation);
    report.head();
    report.scores();
    report.out.append("<div class=\"pair\">\n");
    report.schemes();
    report.confusion();
    report.out.append("</div>\n");
    report.differences(differences);
    report.errorClasses();
    report.frequent();
    report.links();
    if (seen) {
      report.seen();
    }
    report.documents();
    report.foot();
    writer.write(report.out.toString());
  }

  private void head() throws IOException {
    GoldSet gold = evaluation.gold();
    long mentions = gold.mentionsByType().values().stream().mapToLong(Integer::longValue).sum();
    out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>Evaluation of ")
        .append(Html.escape(fileName()))
        .append("</title>\n<style>\n")
        .append(resource("report.css"))
        .append("</style>\n</head>\n<body>\n<main>\n<h1>Evaluation of <code>")
        .append(Html.escape(fileName()))
        .append("</code></h1>\n<p>")
        .append(
            "%s and %s, read as %s."
                .formatted(
                    Quantity.of(gold.documents().size(), "document"),
                    Quantity.of(mentions, "gold mention"),
                    gold.format().label()));
    if (!gold.problems().isEmpty()) {
      out.append(" Not where their text is: ")
          .append(Quantity.of(gold.problems().size(), "gold mention"))
          .append('.');
    }
    if (!gold.typesLeftOut().isEmpty()) {
      out.append(" Types left out: ")
          .append(Html.escape(String.join(", ", gold.typesLeftOut().keySet())))
          .append('.');
    }
    out.append("</p>\n");
  }

  private String fileName() {
    return evaluation.system().file().getFileName().toString();
  }

  private void scores() {
    Settings settings = evaluation.settings();
    List<ScoreRow> rows = new ArrayList<>(evaluation.rows(settings.scheme()));
    evaluation.bc2Official().ifPresent(rows::add);
    section(
        "Scores",
        "%s: %s.%s"
            .formatted(
                settings.scheme().label(),
                settings.scheme().meaning(),
                settings.resamples() > 0
                    ? " Bars are 95 %% confidence intervals over documents (percentiles of %s bootstrap resamples)."
                        .formatted(settings.resamples())
                    : ""));
    out.append("<div class=\"scroll\">").append(ForestPlot.of(rows)).append("</div>\n");
    out.append("<div class=\"scroll\"><table>\n");
    header("", "P", "R", "F1", "TP", "FP", "FN");
    for (ScoreRow row : rows) {
      cells(
          Html.escape(row.label()),
          estimate(row.precision()),
          estimate(row.recall()),
          estimate(row.f1()),
          row.score().map(s -> Decimals.count(s.truePositives())).orElse(""),
          row.score().map(s -> Decimals.count(s.falsePositives())).orElse(""),
          row.score().map(s -> Decimals.count(s.falseNegatives())).orElse(""));
    }
    out.append("</table></div>\n</section>\n");
  }

  private static String estimate(Estimate estimate) {
    String interval = Decimals.interval(estimate.interval());
    return Decimals.score(estimate.value())
        + (interval.isEmpty() ? "" : "<small>" + interval + "</small>");
  }

  private void schemes() {
    section("F1 by scheme", "The first four as in SemEval-2013 and nervaluate.");
    out.append("<table>\n");
    List<List<ScoreRow>> all = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(""));
    for (Scheme scheme : Scheme.values()) {
      head.add("<span title=\"" + scheme.meaning() + "\">" + scheme.label() + "</span>");
      all.add(evaluation.rows(scheme));
    }
    header(head.toArray(String[]::new));
    for (int i = 0; i < all.get(0).size(); i++) {
      List<String> cells = new ArrayList<>(List.of(Html.escape(all.get(0).get(i).label())));
      for (List<ScoreRow> rows : all) {
        cells.add(Decimals.score(rows.get(i).f1().value()));
      }
      cells(cells.toArray(String[]::new));
    }
    out.append("</table>\n</section>\n");
  }

  private void confusion() {
    int rows = evaluation.settings().filters().size();
    section("Confusion of types", "Each mention beside the one it overlaps best.");
    out.append("<table class=\"heat\"><caption>gold ↓ &nbsp; system →</caption>\n<tr><th></th>");
    for (int column = 0; column <= rows; column++) {
      out.append("<th>").append(name(column, rows, "missed")).append("</th>");
    }
    out.append("</tr>\n");
    for (int row = 0; row <= rows; row++) {
      out.append("<tr><th scope=\"row\">").append(name(row, rows, "spurious")).append("</th>");
      int current = row;
      long sum =
          IntStream.rangeClosed(0, rows).mapToLong(c -> evaluation.confusion(current, c)).sum();
      for (int column = 0; column <= rows; column++) {
        if (row == rows && column == rows) {
          out.append("<td></td>");
          continue;
        }
        long count = evaluation.confusion(row, column);
        double share = sum == 0 || count == 0 ? 0 : 8 + 62.0 * count / sum;
        out.append(
            "<td style=\"background:color-mix(in srgb,var(--%s) %s%%,transparent)\">%s</td>"
                .formatted(row == column ? "accent" : "wrong", Decimals.fixed(share, 0), count));
      }
      out.append("</tr>\n");
    }
    out.append("</table>\n</section>\n");
  }

  private String name(int index, int rows, String last) {
    return index == rows ? last : Html.escape(evaluation.label(index));
  }

  private void differences(List<Difference> differences) {
    if (differences.isEmpty()) {
      return;
    }
    section(
        "Against the other system",
        "F1 and the p value of a paired approximate randomisation test over documents, %s rounds."
            .formatted(evaluation.settings().shuffles()));
    out.append("<table>\n");
    header("", "F1", "other", "difference", "p");
    for (Difference d : differences) {
      cells(
          Html.escape(d.label()),
          Decimals.score(d.f1()),
          Decimals.score(d.otherF1()),
          (d.difference() > 0 ? "+" : "") + Decimals.score(d.difference()),
          Decimals.score(d.pValue()));
    }
    out.append("</table>\n</section>\n");
  }

  private void errorClasses() {
    Map<ErrorClass, Long> missed = evaluation.errorClasses(true);
    Map<ErrorClass, Long> spurious = evaluation.errorClasses(false);
    long most =
        List.of(missed, spurious).stream()
            .flatMap(counts -> counts.values().stream())
            .mapToLong(Long::longValue)
            .max()
            .orElse(0);
    if (most == 0) {
      return;
    }
    section("Errors by class", "Everything that is not strictly right.");
    out.append("<table class=\"bars\" style=\"width:100%\">\n");
    header("missed", "", "spurious");
    for (ErrorClass errorClass : ErrorClass.values()) {
      long m = missed.getOrDefault(errorClass, 0L);
      long s = spurious.getOrDefault(errorClass, 0L);
      if (m + s > 0) {
        out.append(
            "<tr><td class=\"bar left\">%s</td><td class=\"name\" title=\"%s\">%s</td><td class=\"bar right\">%s</td></tr>\n"
                .formatted(
                    m == 0 ? "" : "<b>" + m + "</b>" + bar(m, most),
                    errorClass.meaning(),
                    errorClass.label(),
                    s == 0 ? "" : bar(s, most) + "<b>" + s + "</b>"));
      }
    }
    out.append("</table>\n</section>\n");
  }

  private static String bar(long value, long most) {
    return "<i style=\"width:" + Decimals.fixed(80.0 * value / most, 1) + "%\"></i>";
  }

  private void frequent() {
    List<MentionError> errors = evaluation.errors();
    if (errors.isEmpty()) {
      return;
    }
    section("Most frequent errors", "");
    out.append("<div class=\"names\">\n");
    for (boolean missed : new boolean[] {true, false}) {
      out.append("<table>\n");
      header(missed ? "missed" : "spurious", "");
      for (var entry : ErrorRanking.of(evaluation, errors, missed, FREQUENT)) {
        cells(Html.escape(entry.getKey()), entry.getValue().toString());
      }
      out.append("</table>\n");
    }
    out.append("</div>\n</section>\n");
  }

  private void links() {
    int rows = evaluation.settings().filters().size();
    if (IntStream.range(0, rows).noneMatch(row -> evaluation.links(row).isDefined())) {
      return;
    }
    boolean lineage = evaluation.settings().hierarchy() != Hierarchy.NONE;
    section(
        "Identifiers",
        "Right: share of right identifiers among right spans. End to end: span and identifier."
            + " Per document: the set of identifiers.");
    out.append("<div class=\"scroll\"><table>\n");
    header(
        "",
        "right",
        "end to end P",
        "R",
        "F1",
        "per document P",
        "R",
        "F1",
        lineage ? "lineage F1" : "",
        lineage ? "too general" : "",
        lineage ? "too specific" : "");
    for (int row = 0; row < rows; row++) {
      LinkScore link = evaluation.links(row);
      if (link.isDefined() && !link.isLinked()) {
        cells(Html.escape(evaluation.label(row)), LinkScore.NOT_LINKED);
      } else if (link.isDefined()) {
        cells(
            Html.escape(evaluation.label(row)),
            Decimals.score(link.accuracy())
                + "<small>%s/%s</small>".formatted(link.linked(), link.linkable()),
            Decimals.score(link.endToEnd().precision()),
            Decimals.score(link.endToEnd().recall()),
            Decimals.score(link.endToEnd().f1()),
            Decimals.score(link.document().precision()),
            Decimals.score(link.document().recall()),
            Decimals.score(link.document().f1()),
            Decimals.score(link.lineage().f1()),
            link.lineage().gold() > 0 ? Long.toString(link.moreGeneral()) : "",
            link.lineage().gold() > 0 ? Long.toString(link.moreSpecific()) : "");
      }
    }
    out.append("</table></div>\n</section>\n");
  }

  private void seen() {
    section(
        "Seen and unseen names",
        "Strict recall on mention texts that occur in the training corpus and on those that do not.");
    out.append("<table>\n");
    header("", "seen", "mentions", "unseen", "mentions");
    for (int row = 0; row < evaluation.settings().filters().size(); row++) {
      SeenRecall seen = evaluation.seen(row);
      cells(
          Html.escape(seen.label()),
          Decimals.score(seen.onSeen()),
          Long.toString(seen.seen()),
          Decimals.score(seen.onUnseen()),
          Long.toString(seen.unseen()));
    }
    out.append("</table>\n</section>\n");
  }

  private void documents() {
    Map<String, Integer> errors = new HashMap<>();
    evaluation.errors().forEach(error -> errors.merge(error.document().id(), 1, Integer::sum));
    List<GoldDocument> shown = new ArrayList<>(evaluation.gold().documents().values());
    boolean cut = shown.size() > DOCUMENTS;
    if (cut) {
      shown.sort(
          Comparator.comparing(
              document -> errors.getOrDefault(document.id(), 0), Comparator.reverseOrder()));
      shown = shown.subList(0, DOCUMENTS);
    }
    section(
        "Documents",
        cut
            ? "The %s documents with the most errors, of %s."
                .formatted(DOCUMENTS, evaluation.gold().documents().size())
            : "All documents, gold on the left, system on the right.");
    out.append("<div class=\"legend\">");
    for (int row = 0; row < evaluation.settings().filters().size(); row++) {
      out.append(
          "<span><mark class=\"t%s\">%s</mark></span>"
              .formatted(row % COLOURS, Html.escape(evaluation.label(row))));
    }
    out.append("<span><mark class=\"near\">boundary or type differs</mark></span>")
        .append("<span><mark class=\"alone\">missed or spurious</mark></span></div>\n")
        .append("<div class=\"controls\" hidden>")
        .append("<input id=\"search\" type=\"search\" placeholder=\"text or document id\">")
        .append("<label><input id=\"wrong\" type=\"checkbox\"> only with errors</label>")
        .append("<button id=\"previous\">previous</button><button id=\"next\">next</button>")
        .append("<span id=\"where\"></span></div>\n");
    for (GoldDocument document : shown) {
      document(document, errors.getOrDefault(document.id(), 0));
    }
    out.append("</section>\n");
  }

  private void document(GoldDocument document, int errors) {
    Comparison comparison =
        Comparison.of(
            document, evaluation.system().of(document.id()), evaluation.settings().filters());
    ErrorFinder finder = new ErrorFinder(comparison);
    List<MarkedText.Mark> gold = new ArrayList<>();
    for (int i = 0; i < comparison.gold().size(); i++) {
      String state = finder.isRight(i) ? "" : finder.partnerOfGold()[i] < 0 ? " alone" : " near";
      gold.add(mark(comparison, comparison.gold().get(i), state));
    }
    List<MarkedText.Mark> system = new ArrayList<>();
    for (int j = 0; j < comparison.system().size(); j++) {
      int partner = finder.partnerOfSystem()[j];
      String state = partner < 0 ? " alone" : finder.isRight(partner) ? "" : " near";
      system.add(mark(comparison, comparison.system().get(j), state));
    }
    out.append(
        "<article data-errors=\"%s\"><h3>%s<small>%s gold, %s system, %s errors</small></h3>\n"
            .formatted(errors, Html.escape(document.id()), gold.size(), system.size(), errors));
    out.append("<div><div data-side=\"gold\">")
        .append(MarkedText.of(document.text(), gold))
        .append("</div><div data-side=\"system\">")
        .append(MarkedText.of(document.text(), system))
        .append("</div></div></article>\n");
  }

  private MarkedText.Mark mark(Comparison comparison, Item item, String state) {
    String identifier = item.identifier().isEmpty() ? "" : " " + item.identifier();
    return new MarkedText.Mark(
        comparison.begin(item),
        comparison.end(item),
        "t" + item.row() % COLOURS + state,
        evaluation.label(item.row()) + identifier);
  }

  private void foot() throws IOException {
    Settings settings = evaluation.settings();
    out.append(
            "<footer>Seed %s. Undefined figures are left empty.</footer>\n"
                .formatted(settings.seed()))
        .append("</main>\n<script>\n")
        .append(resource("report.js"))
        .append("</script>\n</body>\n</html>\n");
  }

  private void section(String title, String text) {
    out.append("<section>\n<h2>").append(title).append("</h2>\n");
    if (!text.isEmpty()) {
      out.append("<p>").append(Html.escape(text)).append("</p>\n");
    }
  }

  private void header(String... cells) {
    out.append("<tr>");
    for (String cell : cells) {
      out.append("<th>").append(cell).append("</th>");
    }
    out.append("</tr>\n");
  }

  /** Cells that are HTML already. */
  private void cells(String... cells) {
    out.append("<tr>");
    for (String cell : cells) {
      out.append("<td>").append(cell).append("</td>");
    }
    out.append("</tr>\n");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
