package org.immunospan.gene;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.immunospan.crf.feature.ChunkAttribute;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.crf.feature.SentenceAttribute;
import org.immunospan.crf.feature.WordClusters;
import org.immunospan.tag.AnnotationScheme;
import org.immunospan.tag.BracketDepth;
import org.immunospan.tag.ChunkWords;
import org.immunospan.tag.ClusterModelFactory;
import org.immunospan.tag.ClustersArtifact;
import org.immunospan.tag.NamesArtifact;

/**
 * The features of the gene models: those of any name finder, word clusters, names of genes, and of
 * what is easily taken for a gene. Clusters and names lie inside the model.
 */
public final class GeneModelFactory extends ClusterModelFactory {

  private static final String GENES = "genes.names";
  private static final String OTHERS = "others.names";
  private static final String SCHEME = "Gene-Definition";

  /** For OpenNLP, which then hands over the model. */
  public GeneModelFactory() {
    super(SCHEME);
  }

  /**
   * For training.
   *
   * @param genes names of genes, of several kinds
   * @param others names of what is not a gene
   * @param scheme which mentions the finished tagger gives
   */
  public GeneModelFactory(
      WordClusters clusters,
      NameSet genes,
      NameSet others,
      AnnotationScheme scheme,
      String templates) {
    super(
        SCHEME,
        scheme,
        templates,
        Map.of(
            CLUSTERS, new ClustersArtifact(clusters),
            GENES, new NamesArtifact(genes),
            OTHERS, new NamesArtifact(others)));
  }

  /** The templates of the features of the shipped model. */
  public static String shippedTemplates() {
    return templates(GeneModelFactory.class, "gene.templates");
  }

  /**
   * The factory of a gene model, with its clusters and names.
   *
   * @throws IOException if it is not a gene model of this program
   */
  public static GeneModelFactory of(TokenNameFinderModel model) throws IOException {
    return of(model, GeneModelFactory.class, "gene");
  }

  /** The names of genes of the model. */
  public NameSet genes() {
    return names(GENES);
  }

  /** The names in the model of what is not a gene. */
  public NameSet others() {
    return names(OTHERS);
  }

  @Override
  protected Map<String, ChunkAttribute> chunkAttributes() {
    return Map.of("place", ChunkWords::place, "chunkBrief", ChunkWords::briefShape);
  }

  @Override
  protected Map<String, SentenceAttribute> sentenceAttributes() {
    Map<String, SentenceAttribute> attributes = new LinkedHashMap<>(super.sentenceAttributes());
    attributes.put("depth", BracketDepth::values);
    attributes.put("gene", places(genes()));
    attributes.put("other", places(others()));
    return attributes;
  }
}
