package org.immunospan.evaluate;

import java.util.List;

/**
 * How good the identifiers of genes are, by column of spans.csv and by species of the gold, and how
 * many rows are right at which link score. Immutable.
 *
 * @param rows of each column: all genes, then those of each species that the gold has
 * @param curve by rising link score, over the column {@code hgnc}
 */
public record GeneLinks(List<Row> rows, List<Point> curve) {

  public GeneLinks {
    rows = List.copyOf(rows);
    curve = List.copyOf(curve);
  }

  /**
   * The scores of one column. A mention whose gold has several identifiers is right with one of
   * them. Gold that says nothing of the column, such as genes of the rat for {@code hgnc}, does not
   * count, nor do rows at its place; rows where the gold has no identifier at all are wrong.
   *
   * @param column hgnc, ncbi_gene or species
   * @param species all, human, mouse or other: of the gold, and where it has nothing, of the system
   * @param score the counts
   * @param right share of right identifiers among right spans
   * @param f1 span and identifier, of all mentions
   * @param documentF1 sets of identifiers per document
   */
  public record Row(
      String column,
      String species,
      LinkScore score,
      Estimate right,
      Estimate f1,
      Estimate documentF1) {}

  /**
   * What remains when rows below a link score are left out.
   *
   * @param linkScore the smallest that is kept
   * @param rows with an identifier
   * @param precision share of them whose identifier the gold has there
   * @param coverage share of all rows of genes that have an identifier
   * @param recall share of the gold mentions with an identifier that are found with it
   */
  public record Point(
      double linkScore, long rows, Estimate precision, double coverage, double recall) {}
}
