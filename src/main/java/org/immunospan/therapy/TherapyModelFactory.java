package org.immunospan.therapy;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.immunospan.crf.feature.ChunkAttribute;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.crf.feature.SentenceAttribute;
import org.immunospan.crf.feature.WordClusters;
import org.immunospan.tag.AnnotationScheme;
import org.immunospan.tag.ChunkWords;
import org.immunospan.tag.ClusterModelFactory;
import org.immunospan.tag.ClustersArtifact;
import org.immunospan.tag.NamesArtifact;

/**
 * The features of therapy models: words, word clusters, names of substances and procedures, and
 * what lexicon, grammar and document say of each token ({@link Evidence}). Clusters and names lie
 * inside the model.
 */
public final class TherapyModelFactory extends ClusterModelFactory {

  private static final String NAMES = "substances.names";
  private static final String USES = "uses.names";

  /** By its ending OpenNLP knows how to read and write it. */
  private static final String CLASSES = "classes.model";

  private static final String SCHEME = "Therapy-Definition";

  /** For OpenNLP, which then hands over the model. */
  public TherapyModelFactory() {
    super(SCHEME);
  }

  /**
   * For training.
   *
   * @param names of substances, procedures and what is easily taken for them
   * @param uses words by how texts use them ({@link WordUse})
   * @param classes decides on the class of a name ({@link TherapyClassifier})
   */
  public TherapyModelFactory(
      WordClusters clusters, NameSet names, NameSet uses, AbstractModel classes, String templates) {
    super(
        SCHEME,
        AnnotationScheme.GUIDELINES,
        templates,
        Map.of(
            CLUSTERS, new ClustersArtifact(clusters),
            NAMES, new NamesArtifact(names),
            USES, new NamesArtifact(uses),
            CLASSES, classes));
  }

  /**
   * The factory of a therapy model, with its clusters and names.
   *
   * @throws IOException if it is not a therapy model of this program
   */
  public static TherapyModelFactory of(TokenNameFinderModel model) throws IOException {
    return of(model, TherapyModelFactory.class, "therapy");
  }

  /** The templates of the features of the shipped model. */
  public static String shippedTemplates() {
    return templates(TherapyModelFactory.class, "therapy.templates");
  }

  /** The names of substances and procedures of the model. */
  public NameSet names() {
    return names(NAMES);
  }

  /** Words by how texts use them. */
  public NameSet uses() {
    return names(USES);
  }

  /** What decides on the classes of names. */
  TherapyClassifier classifier() {
    return new TherapyClassifier(clusters(), (AbstractModel) resource(CLASSES));
  }

  @Override
  protected Map<String, ChunkAttribute> chunkAttributes() {
    return Map.of("place", ChunkWords::place, "chunkBrief", ChunkWords::briefShape);
  }

  @Override
  protected Map<String, SentenceAttribute> sentenceAttributes() {
    Map<String, SentenceAttribute> attributes = new LinkedHashMap<>(super.sentenceAttributes());
    for (Evidence evidence : Evidence.values()) {
      if (evidence != Evidence.GLUED) {
        attributes.put(evidence.attributeName(), evidence.attribute());
      }
    }
    attributes.put("names", places(names()));
    attributes.put("use", places(uses()));
    return attributes;
  }
}
