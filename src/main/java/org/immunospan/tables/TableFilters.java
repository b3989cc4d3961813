package org.immunospan.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What counts. An empty list means everything.
 *
 * @param types such as {@code CELL}
 * @param subtypes such as {@code immune}
 * @param lineages such as {@code T cell}
 * @param minScore least score of a mention; a mention without a score counts
 * @param sections such as {@code title}
 * @param firstYear of documents; a document without a year is left out then
 * @param lastYear of documents; a document without a year is left out then
 * @param journals as documents.csv has them, in any case
 * @param publicationTypes such as {@code Clinical Trial}, in any case; one of them suffices
 * @param minDocuments least number of documents of a concept
 * @param only identifiers; nothing else counts
 */
public record TableFilters(
    List<String> types,
    List<String> subtypes,
    List<String> lineages,
    OptionalDouble minScore,
    List<String> sections,
    OptionalInt firstYear,
    OptionalInt lastYear,
    List<String> journals,
    List<String> publicationTypes,
    int minDocuments,
    List<String> only) {

  /** Everything counts. */
  public static final TableFilters NONE =
      new TableFilters(
          List.of(),
          List.of(),
          List.of(),
          OptionalDouble.empty(),
          List.of(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          List.of(),
          List.of(),
          1,
          List.of());

  public TableFilters {
    types = List.copyOf(types);
    subtypes = List.copyOf(subtypes);
    lineages = List.copyOf(lineages);
    sections = List.copyOf(sections);
    journals = List.copyOf(journals);
    publicationTypes = List.copyOf(publicationTypes);
    only = List.copyOf(only);
  }

  /** The same for concepts in this many documents at least. */
  TableFilters withMinDocuments(int number) {
    return new TableFilters(
        types,
        subtypes,
        lineages,
        minScore,
        sections,
        firstYear,
        lastYear,
        journals,
        publicationTypes,
        number,
        only);
  }

  /** Identifiers from a file, one in each line. */
  public static List<String> readIdentifiers(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** The condition on rows of documents. */
  String ofDocuments() {
    List<String> conditions = new ArrayList<>(List.of("true"));
    firstYear.ifPresent(year -> conditions.add("year >= " + year));
    lastYear.ifPresent(year -> conditions.add("year <= " + year));
    if (!journals.isEmpty()) {
      conditions.add("lower(journal) IN " + lower(journals));
    }
    if (!publicationTypes.isEmpty()) {
      conditions.add(
          "list_has_any(string_split(lower(publication_types), '|'), "
              + lower(publicationTypes).replace('(', '[').replace(')', ']')
              + ")");
    }
    return String.join(" AND ", conditions);
  }

  /** The condition on rows of spans. */
  String ofSpans() {
    List<String> conditions = new ArrayList<>(List.of("true"));
    minScore.ifPresent(score -> conditions.add("(score IS NULL OR score >= " + score + ")"));
    in(conditions, "type", types);
    in(conditions, "subtype", subtypes);
    in(conditions, "lineage", lineages);
    in(conditions, "section", sections);
    return String.join(" AND ", conditions);
  }

  private static void in(List<String> conditions, String column, List<String> values) {
    if (!values.isEmpty()) {
      conditions.add(column + " IN " + Sql.list(values));
    }
  }

  private static String lower(List<String> values) {
    return Sql.list(values.stream().map(v -> v.toLowerCase(Locale.ROOT)).toList());
  }

  /** What was asked for, by the names of the options; nothing for what was not. */
  public Map<String, Object> asked() {
    Map<String, Object> asked = new LinkedHashMap<>();
    put(asked, "types", types);
    put(asked, "subtypes", subtypes);
    put(asked, "lineages", lineages);
    minScore.ifPresent(score -> asked.put("min-score", score));
    put(asked, "sections", sections);
    firstYear.ifPresent(year -> asked.put("first-year", year));
    lastYear.ifPresent(year -> asked.put("last-year", year));
    put(asked, "journals", journals);
    put(asked, "publication-types", publicationTypes);
    if (minDocuments > 1) {
      asked.put("min-documents", minDocuments);
    }
    put(asked, "only", only);
    return asked;
  }

  private static void put(Map<String, Object> asked, String name, List<String> values) {
    if (!values.isEmpty()) {
      asked.put(name, values);
    }
  }
}
