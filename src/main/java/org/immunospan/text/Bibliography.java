package org.immunospan.text;

import java.util.List;

/**
 * What a source says about a document besides its text. Every part may be unknown: then it is the
 * empty string or list.
 *
 * @param year four digits
 * @param journal title, in full where the source has it
 * @param doi without {@code https://doi.org/}
 * @param language ISO 639-2 code as PubMed writes it, such as {@code eng}
 * @param publicationTypes as PubMed names them, in the order of the source
 * @param meshHeadings MeSH headings without qualifiers, such as {@code Mice, Knockout}, in the
 *     order of the source
 */
public record Bibliography(
    String year,
    String journal,
    String doi,
    String language,
    List<String> publicationTypes,
    List<String> meshHeadings) {

  public static final Bibliography UNKNOWN = new Bibliography("", "", "", "", List.of(), List.of());

  public Bibliography {
    publicationTypes = List.copyOf(publicationTypes);
    meshHeadings = List.copyOf(meshHeadings);
  }
}
