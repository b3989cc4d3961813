package org.immunospan.uima;

import java.util.ArrayList;
import java.util.List;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.FeatureStructure;
import org.apache.uima.jcas.JCas;
import org.apache.uima.jcas.cas.FSArray;
import org.immunospan.text.Concept;
import org.immunospan.text.Grounding;
import org.immunospan.uima.types.ConceptReference;
import org.immunospan.uima.types.MentionAnnotation;

/**
 * Translates between a {@link Grounding} and the features of a mention: one reference for each
 * concept, in order, and whether they are candidates of which only one is right.
 */
final class CasGrounding {

  private CasGrounding() {}

  static void set(JCas jcas, MentionAnnotation annotation, Grounding grounding) {
    List<Grounding.Candidate> candidates = grounding.candidates();
    if (candidates.isEmpty()) {
      return;
    }
    FSArray<ConceptReference> references = new FSArray<>(jcas, candidates.size());
    for (int i = 0; i < candidates.size(); i++) {
      Grounding.Candidate candidate = candidates.get(i);
      ConceptReference reference = new ConceptReference(jcas);
      reference.setIdentifier(candidate.concept().identifier());
      reference.setName(candidate.concept().name());
      reference.setDoubleValue(feature(reference, "score"), candidate.score());
      String source = candidate.source().isEmpty() ? null : candidate.source();
      reference.setStringValue(feature(reference, "source"), source);
      references.set(i, reference);
    }
    annotation.setConcepts(references);
    annotation.setBooleanValue(
        feature(annotation, "ambiguous"), grounding instanceof Grounding.Ambiguous);
  }

  static Grounding of(MentionAnnotation annotation) {
    if (annotation.getConcepts() == null) {
      return Grounding.unlinked();
    }
    List<Grounding.Candidate> candidates = new ArrayList<>();
    for (ConceptReference reference : annotation.getConcepts()) {
      String source = reference.getStringValue(feature(reference, "source"));
      candidates.add(
          new Grounding.Candidate(
              new Concept(reference.getIdentifier(), reference.getName()),
              reference.getDoubleValue(feature(reference, "score")),
              source == null ? "" : source));
    }
    return annotation.getBooleanValue(feature(annotation, "ambiguous"))
        ? new Grounding.Ambiguous(candidates)
        : Grounding.all(candidates);
  }

  private static Feature feature(FeatureStructure structure, String name) {
    return structure.getType().getFeatureByBaseName(name);
  }
}
