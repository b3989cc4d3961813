package org.immunospan.uima;

import java.util.List;
import org.apache.uima.cas.Feature;
import org.immunospan.text.GeneDetails;
import org.immunospan.uima.types.MentionAnnotation;

/**
 * Translates genes, and the genes that a therapy acts on, between a mention and its annotation, for
 * {@link CasText}.
 */
final class CasGene {

  private CasGene() {}

  static void set(MentionAnnotation annotation, GeneDetails gene) {
    if (gene.equals(GeneDetails.NONE)) {
      return;
    }
    annotation.setStringValue(feature(annotation, "hgnc"), joined(gene.hgnc()));
    annotation.setStringValue(feature(annotation, "ncbiGene"), joined(gene.ncbiGene()));
    annotation.setStringValue(
        feature(annotation, "species"), gene.species().isEmpty() ? null : gene.species());
    annotation.setDoubleValue(feature(annotation, "linkScore"), gene.score());
  }

  static GeneDetails of(MentionAnnotation annotation) {
    List<String> hgnc = split(annotation.getStringValue(feature(annotation, "hgnc")));
    List<String> ncbiGene = split(annotation.getStringValue(feature(annotation, "ncbiGene")));
    String species = annotation.getStringValue(feature(annotation, "species"));
    double score = annotation.getDoubleValue(feature(annotation, "linkScore"));
    return hgnc.isEmpty() && ncbiGene.isEmpty() && species == null && score == 0
        ? GeneDetails.NONE
        : new GeneDetails(hgnc, ncbiGene, species == null ? "" : species, score);
  }

  static void setTargets(MentionAnnotation annotation, List<String> targets) {
    if (!targets.isEmpty()) {
      annotation.setStringValue(feature(annotation, "targets"), joined(targets));
    }
  }

  static List<String> targets(MentionAnnotation annotation) {
    return split(annotation.getStringValue(feature(annotation, "targets")));
  }

  private static String joined(List<String> values) {
    return values.isEmpty() ? null : String.join("|", values);
  }

  private static List<String> split(String joined) {
    return joined == null ? List.of() : List.of(joined.split("\\|", -1));
  }

  private static Feature feature(MentionAnnotation annotation, String name) {
    return annotation.getType().getFeatureByBaseName(name);
  }
}
