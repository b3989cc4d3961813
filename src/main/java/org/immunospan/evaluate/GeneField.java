package org.immunospan.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.text.Curie;
import org.immunospan.text.GeneDetails;

/** What identifies a gene in spans.csv: a column, and what gold says of it. */
enum GeneField {
  HGNC("hgnc") {
    @Override
    List<String> of(GeneDetails gene) {
      return gene.hgnc();
    }

    @Override
    String of(String identifier, GeneIds.Meaning meaning) {
      return identifier.startsWith(Curie.HGNC) ? identifier : meaning == null ? "" : meaning.hgnc();
    }
  },
  NCBI_GENE("ncbi_gene") {
    @Override
    List<String> of(GeneDetails gene) {
      return gene.ncbiGene();
    }

    @Override
    String of(String identifier, GeneIds.Meaning meaning) {
      return identifier.startsWith(Curie.NCBI_GENE) ? identifier : "";
    }
  },
  SPECIES("species") {
    @Override
    List<String> of(GeneDetails gene) {
      return gene.species().isEmpty() ? List.of() : List.of(gene.species());
    }

    @Override
    String of(String identifier, GeneIds.Meaning meaning) {
      return meaning == null ? "" : meaning.species();
    }
  };

  private final String column;

  GeneField(String column) {
    this.column = column;
  }

  /** The name of the column. */
  String column() {
    return column;
  }

  /** What the system says. */
  abstract List<String> of(GeneDetails gene);

  /** What an identifier of the gold says, or "". */
  abstract String of(String identifier, GeneIds.Meaning meaning);

  /** What a gold mention says; none when it has no identifier or its meaning is not known. */
  List<String> of(GoldMention mention, GeneIds ids) {
    List<String> values = new ArrayList<>();
    for (String identifier : mention.identifiers()) {
      String value = of(identifier, ids.find(identifier));
      if (!value.isEmpty() && !values.contains(value)) {
        values.add(value);
      }
    }
    return values;
  }
}
