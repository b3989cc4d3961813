package org.immunospan.tables;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to make tables from, and which.
 *
 * @param runs result folders; a document in several of them counts as the last one has it
 * @param out folder of the tables
 * @param overwrite whether tables that are already there may be replaced
 * @param format of the tables
 * @param excel whether to write all tables into one Excel file too
 * @param parents more general terms of identifiers, by which cells are counted too; empty for no
 *     such roll-up
 * @param orthologues whether a gene of another species counts as its human orthologue
 * @param minPairDocuments documents that two or three concepts must share to be listed
 * @param memory of the database, such as {@code 1500MB}; beyond it, data go to files in {@code out}
 * @param threads of the database
 */
public record TablesConfig(
    List<Path> runs,
    Path out,
    boolean overwrite,
    TableFilters filters,
    Format format,
    boolean excel,
    Optional<Map<String, Term>> parents,
    boolean orthologues,
    int minPairDocuments,
    String memory,
    int threads) {

  /** The format of the tables. */
  public enum Format {
    CSV,
    PARQUET
  }

  /** A term of an ontology. */
  public record Term(String name, List<String> parents) {
    public Term {
      parents = List.copyOf(parents);
    }
  }

  /** The end of the names of the files. */
  public String ending() {
    return format == Format.CSV ? "csv" : "parquet";
  }

  public TablesConfig {
    runs = List.copyOf(runs);
    parents = parents.map(Map::copyOf);
  }
}
