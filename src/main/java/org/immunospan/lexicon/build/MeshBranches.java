package org.immunospan.lexicon.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunospan.lexicon.Table;
import org.immunospan.lexicon.build.MeshHeadings.Heading;

/**
 * What the branches of MeSH are to the lexicon of therapies: the table {@code mesh-branches.tsv}.
 */
final class MeshBranches {

  /** What a branch is to the lexicon. */
  enum Use {
    /** Its headings are therapies. */
    TREATMENT,
    /** Its headings are therapies only with evidence. */
    DOUBTFUL,
    /** Its headings are not therapies, though they are below a treatment. */
    NEVER,
    /** A name of DrugBank that is a heading here is not a drug. */
    NOT_A_DRUG,
    /** A curated name without identifier that is a heading here means the heading. */
    SAME_NAME,
    /** Headings that share their name with a therapy and mean something else. */
    OTHER_SENSE
  }

  private record Branch(String place, Use use, String subtype) {}

  private final List<Branch> branches = new ArrayList<>();

  private MeshBranches() {}

  /**
   * Reads the table.
   *
   * @throws org.immunospan.lexicon.LexiconFormatException if a row names a place otherwise than
   *     MeSH
   */
  static MeshBranches read(List<Heading> headings) throws IOException {
    Map<String, String> headingOfPlace = new HashMap<>();
    headings.forEach(h -> h.places().forEach(place -> headingOfPlace.put(place, h.name())));
    MeshBranches result = new MeshBranches();
    for (Table.Row row :
        Table.ofResource(
                MeshBranches.class,
                "mesh-branches.tsv",
                "branch",
                "heading",
                "use",
                "subtype",
                "why")
            .rows()) {
      String place = row.required("branch");
      String heading = row.required("heading");
      row.required("why");
      boolean wholeLetter = place.length() == 1;
      if (!wholeLetter && !heading.equals(headingOfPlace.get(place))) {
        throw row.problem(
            "expected the heading of MeSH at %s, '%s', found '%s'"
                .formatted(place, headingOfPlace.get(place), heading));
      }
      result.branches.add(new Branch(place, row.constant("use", Use.class), row.get("subtype")));
    }
    return result;
  }

  /** Whether a heading is at or below a branch of this use. */
  boolean has(Heading heading, Use use) {
    return findSubtype(heading, use).isPresent();
  }

  /** The subtype of the first branch of this use that holds a heading. */
  Optional<String> findSubtype(Heading heading, Use use) {
    return branches.stream()
        .filter(branch -> branch.use() == use && heading.isUnder(branch.place()))
        .map(Branch::subtype)
        .findFirst();
  }
}
