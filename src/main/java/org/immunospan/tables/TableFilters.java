package org.immunospan.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.immunospan.text.EntityType;
import org.immunospan.text.Subtypes;
import org.immunospan.text.UserException;

/**
 * What counts. An empty list means everything.
 *
 * @param types such as {@code CELL}
 * @param subtypes such as {@code immune}, which leaves out other cells; types of which none is
 *     named stay whole
 * @param lineages of cells, such as {@code T cell}; other types stay whole
 * @param minScore least score of a mention; a mention without a score counts
 * @param sections such as {@code title}, in any case
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

  /** How many missing values a message names. */
  private static final int SHOWN = 10;

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
    sections = lowerCase(sections);
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

  /**
   * Identifiers from a file, one in each line.
   *
   * @throws UserException if the file cannot be read
   */
  public static List<String> readIdentifiers(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw UserException.of(file.toString(), e);
    }
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
    in(conditions, "", "type", types);
    for (EntityType type : EntityType.values()) {
      List<String> ofType =
          subtypes.stream().filter(subtype -> Subtypes.of(type).contains(subtype)).toList();
      in(conditions, "type <> '" + type + "' OR ", "subtype", ofType);
    }
    in(conditions, "type <> 'CELL' OR ", "lineage", lineages);
    in(conditions, "", "section", sections);
    return String.join(" AND ", conditions);
  }

  private static void in(
      List<String> conditions, String unless, String column, List<String> values) {
    if (!values.isEmpty()) {
      conditions.add("(" + unless + column + " IN " + Sql.list(values) + ")");
    }
  }

  private static String lower(List<String> values) {
    return Sql.list(lowerCase(values));
  }

  private static List<String> lowerCase(List<String> values) {
    return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
  }

  /**
   * A line for each value that was asked for and that nothing has.
   *
   * @param database with the tables {@code document_rows}, {@code forms} and {@code concepts}
   */
  List<String> absent(Database database) {
    List<String> notes = new ArrayList<>();
    absent(
        database,
        notes,
        "no document has the journal",
        journals,
        "SELECT lower(journal) FROM document_rows");
    absent(
        database,
        notes,
        "no document has the publication type",
        publicationTypes,
        "SELECT unnest(string_split(lower(publication_types), '|')) FROM document_rows");
    absent(database, notes, "no mention has the section", sections, "SELECT section FROM forms");
    absent(
        database,
        notes,
        "there is no mention of",
        only,
        "SELECT lower(identifier) FROM concepts WHERE identifier IS NOT NULL");
    return notes;
  }

  private static void absent(
      Database database, List<String> notes, String message, List<String> values, String query) {
    if (values.isEmpty()) {
      return;
    }
    Set<String> found = new HashSet<>();
    database.read("SELECT DISTINCT * FROM (" + query + ")", row -> found.add(row.getString(1)));
    List<String> missing =
        values.stream()
            .filter(value -> !found.contains(value.toLowerCase(Locale.ROOT)))
            .distinct()
            .toList();
    if (!missing.isEmpty()) {
      String more = missing.size() > SHOWN ? ", ... (" + missing.size() + ")" : "";
      notes.add(
          "%s %s%s"
              .formatted(
                  message,
                  String.join(", ", missing.subList(0, Math.min(SHOWN, missing.size()))),
                  more));
    }
  }

  /** What was asked for, by the names of the options; nothing for what was not. */
  public Map<String, Object> asked() {
    Map<String, Object> asked = new LinkedHashMap<>();
    put(asked, "type", types);
    put(asked, "subtype", subtypes);
    put(asked, "lineage", lineages);
    minScore.ifPresent(score -> asked.put("min-score", score));
    put(asked, "section", sections);
    firstYear.ifPresent(year -> asked.put("first-year", year));
    lastYear.ifPresent(year -> asked.put("last-year", year));
    put(asked, "journal", journals);
    put(asked, "publication-type", publicationTypes);
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
