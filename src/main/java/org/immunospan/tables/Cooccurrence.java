package org.immunospan.tables;

import java.sql.SQLException;
import org.duckdb.DuckDBAppender;

/**
 * The tables {@code cooccurrence} and {@code triads}: which concepts share documents and sentences.
 * A mention that lies inside a longer one of another type, such as CD4 in <i>CD4+ T cells</i>, does
 * not count here, since it says nothing of the pair. With a roll-up, a term and a more general one
 * make no pair.
 */
final class Cooccurrence {

  /**
   * Weights and exponent of Pletscher-Frankild et al. 2015 (DISEASES), as in JensenLab's tagger.
   */
  private static final double DOCUMENT_WEIGHT = 3;

  private static final double SENTENCE_WEIGHT = 0.2;
  private static final double EXPONENT = 0.6;

  private Cooccurrence() {}

  /**
   * Makes the table. The p values of pairs of the same two types are adjusted together, for all
   * pairs of concepts that are in enough documents to be listed: most of them share none and have
   * no row, but they were tried all the same. Which concepts are frequent enough says nothing of
   * any pair (Tarone 1990).
   */
  static void create(Database database, TablesConfig config) {
    database.run(
        """
        CREATE OR REPLACE TEMP TABLE in_sentences AS
        SELECT DISTINCT m.doc_no, m.sentence, k.concept_no
        FROM span_numbers m JOIN form_concepts k USING (form_no)
        WHERE NOT m.inside AND m.sentence IS NOT NULL;
        CREATE OR REPLACE TABLE pair_counts AS
        WITH by_document AS (
          SELECT a.concept_no AS a, b.concept_no AS b, count(*) AS documents
          FROM found a JOIN found b ON a.doc_no = b.doc_no AND a.concept_no < b.concept_no
            AND a.outside AND b.outside
          GROUP BY ALL),
        sentences_of AS (
          SELECT a.doc_no, a.concept_no AS a, b.concept_no AS b, count(*) AS sentences
          FROM in_sentences a JOIN in_sentences b
            ON a.doc_no = b.doc_no AND a.sentence = b.sentence AND a.concept_no < b.concept_no
          GROUP BY ALL),
        by_sentence AS (
          SELECT a, b, CAST(sum(sentences) AS BIGINT) AS sentences, count(*) AS sentence_documents
          FROM sentences_of GROUP BY ALL)
        SELECT d.a, d.b, d.documents, coalesce(s.sentences, 0) AS sentences,
          coalesce(s.sentence_documents, 0) AS sentence_documents
        FROM by_document d LEFT JOIN by_sentence s ON d.a = s.a AND d.b = s.b;
        """);
    if (config.parents().isPresent()) {
      leaveOutKin(database);
    }
    statistics(database, config.minPairDocuments());
    weights(database);
    database.run(
        """
        CREATE OR REPLACE TABLE cooccurrence AS
        WITH frequent AS (
          SELECT type, count(*) AS n FROM concepts WHERE documents >= %s GROUP BY type),
        ranked AS (
          SELECT s.*, i.type AS type_a, i.identifier AS identifier_a, i.name AS name_a,
            j.type AS type_b, j.identifier AS identifier_b, j.name AS name_b,
            row_number() OVER (PARTITION BY i.type, j.type ORDER BY s.p, s.a, s.b) AS rank,
            CASE WHEN i.type = j.type THEN m.n * (m.n - 1) / 2 ELSE m.n * n.n END AS tests
          FROM pair_statistics s
          JOIN concepts i ON i.concept_no = s.a JOIN concepts j ON j.concept_no = s.b
          JOIN frequent m ON m.type = i.type JOIN frequent n ON n.type = j.type),
        adjusted AS (
          SELECT *, min(least(1.0, p * tests / rank)) OVER (PARTITION BY type_a, type_b
            ORDER BY rank DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS q
          FROM ranked)
        SELECT s.a AS concept_a, s.b AS concept_b, s.type_a, s.identifier_a, s.name_a, s.type_b,
          s.identifier_b, s.name_b, s.documents_a, s.documents_b, c.documents,
          c.sentences, c.sentence_documents, s.expected, s.pmi, s.log_likelihood, s.p,
          TRY_CAST(printf('%%.5e', s.q) AS DOUBLE) AS q, s.odds_ratio, s.odds_ratio_low,
          s.odds_ratio_high, round(w.score, 4) AS score
        FROM adjusted s
        JOIN pair_counts c ON c.a = s.a AND c.b = s.b
        JOIN pair_weights w ON w.a = s.a AND w.b = s.b;
        DROP TABLE pair_statistics;
        DROP TABLE pair_weights;
        DROP TABLE pair_counts;
        """
            .formatted(config.minPairDocuments()));
  }

  private static void leaveOutKin(Database database) {
    database.run(
        """
        CREATE OR REPLACE TEMP TABLE kin AS
        SELECT DISTINCT least(i.concept_no, j.concept_no) AS a,
          greatest(i.concept_no, j.concept_no) AS b
        FROM ancestors x JOIN concepts i ON i.identifier = x.identifier AND i.type = 'CELL'
        JOIN concepts j ON j.identifier = x.ancestor AND j.type = 'CELL';
        DELETE FROM pair_counts p
        WHERE EXISTS (SELECT 1 FROM kin k WHERE k.a = p.a AND k.b = p.b);
        """);
  }

  private static void statistics(Database database, int minDocuments) {
    database.run(
        """
        CREATE OR REPLACE TEMP TABLE pair_statistics (a INTEGER, b INTEGER, documents_a BIGINT,
          documents_b BIGINT, expected DOUBLE, pmi DOUBLE, log_likelihood DOUBLE, p DOUBLE,
          odds_ratio DOUBLE, odds_ratio_low DOUBLE, odds_ratio_high DOUBLE)
        """);
    long all = database.number("SELECT count(*) FROM documents");
    String pairs =
        """
        WITH single AS (
          SELECT concept_no, count(*) AS documents FROM found WHERE outside GROUP BY ALL)
        SELECT c.a, c.b, c.documents, i.documents, j.documents
        FROM pair_counts c JOIN single i ON i.concept_no = c.a JOIN single j ON j.concept_no = c.b
        WHERE c.documents >= %s
        """
            .formatted(minDocuments);
    try (DuckDBAppender appender =
        database.connection().createAppender("temp", "main", "pair_statistics")) {
      database.readApart(
          pairs,
          row -> {
            long a = row.getLong(4);
            long b = row.getLong(5);
            Association association = Association.of(row.getLong(3), a, b, all);
            appender.beginRow();
            appender.append(row.getInt(1));
            appender.append(row.getInt(2));
            appender.append(a);
            appender.append(b);
            appender.append(Association.rounded(association.expected()));
            appender.append(Association.rounded(association.pmi()));
            appender.append(Association.rounded(association.logLikelihood()));
            appender.append(Association.rounded(association.p()));
            appender.append(Association.rounded(association.oddsRatio()));
            appender.append(Association.rounded(association.low()));
            appender.append(Association.rounded(association.high()));
            appender.endRow();
          });
    } catch (SQLException e) {
      throw Database.fault(e);
    }
  }

  /** Weighted counts C and the score C^α (C C.. / (C_a. C_.b))^(1-α), sums within the two types. */
  private static void weights(Database database) {
    database.run(
        """
        CREATE OR REPLACE TEMP TABLE pair_weights AS
        WITH weighted AS (
          SELECT c.a, c.b, i.type AS type_a, j.type AS type_b,
            CAST(round(10 * (%1$s * c.documents + %2$s * c.sentence_documents)) AS BIGINT) AS w
          FROM pair_counts c
          JOIN concepts i ON i.concept_no = c.a JOIN concepts j ON j.concept_no = c.b),
        directed AS (
          SELECT a AS one, type_a AS type_one, type_b AS type_other, w FROM weighted
          UNION ALL SELECT b, type_b, type_a, w FROM weighted),
        of_one AS (
          SELECT one, type_other, sum(w) AS w FROM directed GROUP BY ALL),
        of_all AS (
          SELECT type_one, type_other, sum(w) AS w FROM directed GROUP BY ALL)
        SELECT x.a, x.b, pow(x.w / 10, %3$s) * pow(
          (x.w / 10) * (t.w / 10) / ((m.w / 10) * (n.w / 10)), 1 - %3$s) AS score
        FROM weighted x
        JOIN of_one m ON m.one = x.a AND m.type_other = x.type_b
        JOIN of_one n ON n.one = x.b AND n.type_other = x.type_a
        JOIN of_all t ON t.type_one = x.type_a AND t.type_other = x.type_b
        """
            .formatted(DOCUMENT_WEIGHT, SENTENCE_WEIGHT, EXPONENT));
  }

  /** Genes, cells and therapies together. */
  static void createTriads(Database database, int minDocuments) {
    database.run(
        """
        CREATE OR REPLACE TABLE triads AS
        WITH typed AS (
          SELECT d.doc_no, d.concept_no, c.type
          FROM found d JOIN concepts c USING (concept_no) WHERE d.outside),
        by_document AS (
          SELECT g.concept_no AS g, c.concept_no AS c, t.concept_no AS t, count(*) AS documents
          FROM typed g JOIN typed c ON g.doc_no = c.doc_no AND g.type = 'GENE' AND c.type = 'CELL'
          JOIN typed t ON t.doc_no = g.doc_no AND t.type = 'THERAPY'
          GROUP BY ALL HAVING count(*) >= %s),
        in_typed AS (
          SELECT s.doc_no, s.sentence, s.concept_no, c.type
          FROM in_sentences s JOIN concepts c USING (concept_no)),
        by_sentence AS (
          SELECT g.concept_no AS g, c.concept_no AS c, t.concept_no AS t, count(*) AS sentences
          FROM in_typed g JOIN in_typed c ON g.doc_no = c.doc_no AND g.sentence = c.sentence
            AND g.type = 'GENE' AND c.type = 'CELL'
          JOIN in_typed t ON t.doc_no = g.doc_no AND t.sentence = g.sentence
            AND t.type = 'THERAPY'
          GROUP BY ALL)
        SELECT d.g, d.c, d.t, i.identifier AS gene_identifier, i.name AS gene, j.identifier AS cell_identifier,
          j.name AS cell, k.identifier AS therapy_identifier, k.name AS therapy, d.documents,
          coalesce(s.sentences, 0) AS sentences
        FROM by_document d LEFT JOIN by_sentence s ON d.g = s.g AND d.c = s.c AND d.t = s.t
        JOIN concepts i ON i.concept_no = d.g JOIN concepts j ON j.concept_no = d.c
        JOIN concepts k ON k.concept_no = d.t;
        """
            .formatted(minDocuments));
  }
}
