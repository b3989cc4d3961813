package org.immunospan.therapy;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ext.ExtensionLoader;
import org.immunospan.crf.feature.Adjacency;
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
   * @param classes tells the class of a name ({@link TherapyClassifier})
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
    allow();
  }

  /** Allows OpenNLP to instantiate what the manifest of a therapy model names. */
  static void allow() {
    permit();
    ExtensionLoader.registerAllowedPackage(TherapyModelFactory.class.getPackageName() + ".");
  }

  /**
   * The factory of a therapy model, with its clusters and names.
   *
   * @throws IOException if it is not a therapy model of this program
   */
  public static TherapyModelFactory of(InputStream model) throws IOException {
    allow();
    return of(read(model));
  }

  /** The templates of the features of the shipped model. */
  public static String shippedTemplates() {
    return templates(TherapyModelFactory.class, "therapy.templates");
  }

  static TherapyModelFactory of(TokenNameFinderModel model) throws IOException {
    if (model.getFactory() instanceof TherapyModelFactory factory) {
      return factory;
    }
    throw new IOException("found another model, expected a therapy model of this program");
  }

  /** The names of substances and procedures of the model. */
  public NameSet names() {
    return ((NamesArtifact) resource(NAMES)).names();
  }

  /** Words by how texts use them. */
  public NameSet uses() {
    return ((NamesArtifact) resource(USES)).names();
  }

  /** What tells the classes of names. */
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

  private static SentenceAttribute places(NameSet names) {
    return (forms, context) -> names.places(forms, Adjacency.glued(forms.length, context));
  }
}
