package org.immunospan.tables;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immunospan.tables.Overview.Concept;
import org.immunospan.tables.Overview.HeatMap;
import org.immunospan.tables.Overview.Pair;
import org.immunospan.tables.Overview.Partner;
import org.immunospan.tables.Overview.Sentence;
import org.immunospan.tables.Overview.SentenceMark;
import org.immunospan.tables.Overview.Year;
import org.immunospan.text.CodePoints;

/** Collects an {@link Overview} from the tables. For one thread. */
final class OverviewQueries {

  private static final int CONCEPTS_OF_A_TYPE = 15;
  private static final int PAIRS_OF_TYPES = 200;
  private static final int CELLS = 12;
  private static final int PARTNERS = 9;
  private static final int SENTENCES = 3;

  /** Pairs that may be due to chance come after all others. */
  private static final String CHANCE = "q >= " + Overview.SIGNIFICANT;

  private final Database database;

  /** Numbers of sentences by document and sentence number. */
  private final Map<List<Integer>, Integer> numbers = new LinkedHashMap<>();

  private final List<Year> years;
  private final List<Concept> concepts;
  private final List<Pair> pairs;
  private final HeatMap heatMap;

  /**
   * Chooses what to show. Makes the table {@code places} of the sentences that are wanted for it.
   */
  OverviewQueries(Database database) {
    this.database = database;
    years = years();
    concepts = concepts(years);
    long documents = database.number("SELECT count(*) FROM documents");
    pairs =
        List.copyOf(
            pairs(
                    """
                    SELECT * FROM cooccurrence WHERE documents >= %s
                    QUALIFY row_number() OVER (PARTITION BY type_a, type_b
                      ORDER BY %s, score DESC, concept_a, concept_b) <= %s
                    """
                        .formatted(leastShared(documents), CHANCE, PAIRS_OF_TYPES))
                .values());
    heatMap = heatMap();
    createPlaces();
  }

  /** The overview; needs the {@code texts} of the documents of the places. */
  Overview collect(Tables.Totals totals) {
    return new Overview(totals, years, concepts, pairs, heatMap, sentences());
  }

  /** In a large corpus, two documents that share a pair may be one group's work. */
  private static int leastShared(long documents) {
    return documents < 1000 ? 2 : 3;
  }

  private List<Year> years() {
    List<Year> years = new ArrayList<>();
    database.read(
        "SELECT year, documents FROM years ORDER BY year",
        row -> {
          int year = row.getInt(1);
          for (int y = years.isEmpty() ? year : years.get(years.size() - 1).year() + 1;
              y < year;
              y++) {
            years.add(new Year(y, 0));
          }
          years.add(new Year(year, row.getLong(2)));
        });
    return years;
  }

  private List<Concept> concepts(List<Year> years) {
    database.run(
        """
        CREATE OR REPLACE TEMP TABLE top_concepts AS
        SELECT * FROM concepts
        QUALIFY row_number() OVER (PARTITION BY type ORDER BY documents DESC, concept_no) <= %s
        """
            .formatted(CONCEPTS_OF_A_TYPE));
    Map<Integer, double[]> shares = new HashMap<>();
    database.read(
        "SELECT concept_no, year, share FROM trends JOIN top_concepts USING (concept_no)",
        row ->
            shares
                    .computeIfAbsent(row.getInt(1), key -> new double[years.size()])[
                    row.getInt(2) - years.get(0).year()] =
                row.getDouble(3));
    Map<Integer, List<Integer>> sentences =
        evidence(
            """
            SELECT concept_no AS item, doc_no, first_sentence AS sentence
            FROM found JOIN top_concepts USING (concept_no) WHERE first_sentence IS NOT NULL
            """);
    List<Concept> concepts = new ArrayList<>();
    database.read(
        "SELECT concept_no, type, identifier, name, mentions, documents FROM top_concepts"
            + " ORDER BY type, documents DESC, concept_no",
        row -> {
          int concept = row.getInt(1);
          double[] of = shares.getOrDefault(concept, new double[years.size()]);
          concepts.add(
              new Concept(
                  row.getString(2),
                  orEmpty(row.getString(3)),
                  row.getString(4),
                  row.getLong(5),
                  row.getLong(6),
                  Arrays.stream(of).boxed().toList(),
                  sentences.getOrDefault(concept, List.of())));
        });
    return concepts;
  }

  /** The pairs of a query on cooccurrence, by the numbers of their concepts. */
  private Map<List<Integer>, Pair> pairs(String query) {
    database.run(
        """
        CREATE OR REPLACE TEMP TABLE shown AS
        SELECT *, CAST(row_number() OVER (ORDER BY type_a = type_b, type_a, type_b, %s,
          score DESC, concept_a, concept_b) AS INTEGER) AS item
        FROM (%s)
        """
            .formatted(CHANCE, query));
    Map<Integer, List<Integer>> together =
        evidence(
            """
            SELECT s.item, x.doc_no, x.sentence FROM shown s
            JOIN in_sentences x ON x.concept_no = s.concept_a
            JOIN in_sentences y ON y.concept_no = s.concept_b AND y.doc_no = x.doc_no
              AND y.sentence = x.sentence
            """);
    Map<Integer, List<Integer>> apart =
        evidence(
            """
            SELECT s.item, x.doc_no, min(x.sentence) AS sentence
            FROM (SELECT * FROM shown WHERE sentences = 0) s
            JOIN in_sentences x ON x.concept_no = s.concept_a
            JOIN found y ON y.concept_no = s.concept_b AND y.doc_no = x.doc_no AND y.outside
            GROUP BY s.item, x.doc_no
            """);
    Map<List<Integer>, Pair> pairs = new LinkedHashMap<>();
    database.read(
        """
        SELECT item, concept_a, concept_b, type_a, name_a, type_b, name_b, documents, sentences,
          sentence_documents, pmi, q, score
        FROM shown ORDER BY item
        """,
        row -> pairs.put(List.of(row.getInt(2), row.getInt(3)), pair(row, together, apart)));
    return pairs;
  }

  private static Pair pair(
      ResultSet row, Map<Integer, List<Integer>> together, Map<Integer, List<Integer>> apart)
      throws SQLException {
    int item = row.getInt(1);
    return new Pair(
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getLong(8),
        row.getLong(9),
        row.getLong(10),
        row.getDouble(11),
        row.getDouble(12),
        row.getDouble(13),
        together.getOrDefault(item, apart.getOrDefault(item, List.of())));
  }

  private HeatMap heatMap() {
    database.run(
        """
        CREATE OR REPLACE TEMP TABLE crossed AS
        SELECT concept_a AS cell, concept_b AS partner, type_b AS type,
          CAST(score AS DECIMAL(18, 4)) AS score,
          CASE WHEN %1$s THEN 0 ELSE CAST(score AS DECIMAL(18, 4)) END AS sure
        FROM cooccurrence WHERE type_a = 'CELL' AND type_b <> 'CELL' AND pmi > 0;
        CREATE OR REPLACE TEMP TABLE heat_cells AS
        SELECT cell FROM crossed GROUP BY cell
        ORDER BY sum(sure) DESC, sum(score) DESC, cell LIMIT %2$s;
        CREATE OR REPLACE TEMP TABLE heat_partners AS
        SELECT type, partner FROM crossed JOIN heat_cells USING (cell) GROUP BY type, partner
        QUALIFY row_number() OVER (PARTITION BY type
          ORDER BY sum(sure) DESC, sum(score) DESC, partner) <= %3$s
        """
            .formatted(CHANCE, CELLS, PARTNERS));
    List<Integer> cells = new ArrayList<>();
    List<String> cellNames = new ArrayList<>();
    database.read(
        "SELECT cell, name FROM heat_cells JOIN concepts ON concept_no = cell"
            + " ORDER BY lower(name), cell",
        row -> {
          cells.add(row.getInt(1));
          cellNames.add(row.getString(2));
        });
    List<Integer> partners = new ArrayList<>();
    List<Partner> partnerNames = new ArrayList<>();
    database.read(
        "SELECT partner, c.type, name FROM heat_partners JOIN concepts c"
            + " ON concept_no = partner ORDER BY c.type, lower(name), partner",
        row -> {
          partners.add(row.getInt(1));
          partnerNames.add(new Partner(row.getString(2), row.getString(3)));
        });
    Map<List<Integer>, Pair> found =
        pairs(
            "SELECT c.* FROM cooccurrence c JOIN heat_cells h ON h.cell = c.concept_a"
                + " JOIN heat_partners p ON p.partner = c.concept_b");
    List<List<Optional<Pair>>> rows = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      List<Optional<Pair>> row = new ArrayList<>();
      for (int partner : partners) {
        row.add(Optional.ofNullable(found.get(List.of(cells.get(i), partner))));
      }
      // A cell whose strongest partners are none of these would be an empty row.
      if (row.stream().anyMatch(Optional::isPresent)) {
        names.add(cellNames.get(i));
        rows.add(row);
      }
    }
    return new HeatMap(names, partnerNames, rows);
  }

  /** Up to three sentences of different documents for each item, newest documents first. */
  private Map<Integer, List<Integer>> evidence(String query) {
    Map<Integer, List<Integer>> evidence = new HashMap<>();
    database.read(
        """
        WITH candidates AS (%s),
        firsts AS (
          SELECT item, doc_no, min(sentence) AS sentence FROM candidates GROUP BY item, doc_no)
        SELECT f.item, f.doc_no, f.sentence FROM firsts f JOIN documents d USING (doc_no)
        QUALIFY row_number() OVER (
          PARTITION BY f.item ORDER BY d.year DESC NULLS LAST, f.doc_no) <= %s
        ORDER BY f.item, d.year DESC NULLS LAST, f.doc_no
        """
            .formatted(query, SENTENCES),
        row ->
            evidence
                .computeIfAbsent(row.getInt(1), key -> new ArrayList<>())
                .add(
                    numbers.computeIfAbsent(
                        List.of(row.getInt(2), row.getInt(3)), key -> numbers.size())));
    return evidence;
  }

  private record Place(int begin, int end, String type, String title) {}

  private void createPlaces() {
    database.run(
        "CREATE OR REPLACE TEMP TABLE places (number INTEGER, doc_no INTEGER, sentence INTEGER)");
    if (!numbers.isEmpty()) {
      database.run(
          numbers.entrySet().stream()
              .map(
                  place ->
                      "(%s, %s, %s)"
                          .formatted(
                              place.getValue(), place.getKey().get(0), place.getKey().get(1)))
              .collect(Collectors.joining(", ", "INSERT INTO places VALUES ", "")));
    }
  }

  private List<Sentence> sentences() {
    Map<Integer, List<Place>> mentions = new HashMap<>();
    database.read(
        """
        SELECT p.number, m."begin", m."end", c.type, c.name, c.identifier
        FROM places p JOIN span_numbers m ON m.doc_no = p.doc_no AND m.sentence = p.sentence
        JOIN form_concepts k USING (form_no) JOIN concepts c USING (concept_no)
        ORDER BY p.number, m."begin", m."end" DESC, c.type, c.concept_no
        """,
        row ->
            mentions
                .computeIfAbsent(row.getInt(1), key -> new ArrayList<>())
                .add(
                    new Place(
                        row.getInt(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getString(6) == null
                            ? row.getString(5)
                            : row.getString(5) + " " + row.getString(6))));
    Sentence[] sentences = new Sentence[numbers.size()];
    database.read(
        """
        SELECT p.number, d.doc_id, d.year, d.journal, t.text
        FROM places p JOIN documents d USING (doc_no) JOIN texts t USING (doc_no)
        """,
        row ->
            sentences[row.getInt(1)] =
                sentence(
                    row.getString(2),
                    row.getInt(3),
                    orEmpty(row.getString(4)),
                    orEmpty(row.getString(5)),
                    mentions.getOrDefault(row.getInt(1), List.of())));
    return List.of(sentences);
  }

  private static Sentence sentence(
      String docId, int year, String journal, String text, List<Place> places) {
    CodePoints points = CodePoints.of(text);
    List<Place> inText = places.stream().filter(p -> p.end() <= points.length()).toList();
    if (inText.isEmpty()) {
      return new Sentence(docId, year, journal, "", List.of());
    }
    int begin = points.toUtf16(inText.get(0).begin());
    int end = points.toUtf16(inText.stream().mapToInt(Place::end).max().orElseThrow());
    ExampleSentence sentence = ExampleSentence.around(text, begin, end);
    List<SentenceMark> marks = new ArrayList<>();
    int last = -1;
    for (Place place : inText) {
      int from = points.toUtf16(place.begin()) - sentence.begin();
      // A rolled-up cell is one place with several names; the first will do.
      if (last < 0
          || !marks.get(last).type().equals(place.type())
          || marks.get(last).begin() != from) {
        marks.add(
            new SentenceMark(
                from, points.toUtf16(place.end()) - sentence.begin(), place.type(), place.title()));
        last = marks.size() - 1;
      }
    }
    return new Sentence(docId, year, journal, sentence.text(), marks);
  }

  private static String orEmpty(String value) {
    return value == null ? "" : value;
  }
}
