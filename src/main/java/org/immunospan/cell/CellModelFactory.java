package org.immunospan.cell;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.crf.feature.SentenceAttribute;
import org.immunospan.crf.feature.WordClusters;
import org.immunospan.tag.AnnotationScheme;
import org.immunospan.tag.ClusterModelFactory;
import org.immunospan.tag.ClustersArtifact;
import org.immunospan.tag.NamesArtifact;

/**
 * The features of cell models: words, word clusters, and what lexicon and grammar of cells say of
 * each token, which is handed over as its context ({@link CellGrammarTagger#evidence}), and names
 * of cell lines. Clusters and names lie inside the model.
 */
public final class CellModelFactory extends ClusterModelFactory {

  private static final String LINES = "lines.names";
  private static final String SCHEME = "Cell-Definition";

  /** For OpenNLP, which then hands over the model. */
  public CellModelFactory() {
    super(SCHEME);
  }

  /**
   * For training.
   *
   * @param lines names of cell lines
   * @param scheme which mentions the finished tagger is to give
   */
  public CellModelFactory(
      WordClusters clusters, NameSet lines, AnnotationScheme scheme, String templates) {
    super(
        SCHEME,
        scheme,
        templates,
        Map.of(CLUSTERS, new ClustersArtifact(clusters), LINES, new NamesArtifact(lines)));
  }

  /**
   * The factory of a cell model, with its clusters and names.
   *
   * @throws IOException if it is not a cell model of this program
   */
  public static CellModelFactory of(TokenNameFinderModel model) throws IOException {
    return of(model, CellModelFactory.class, "cell");
  }

  /** The templates of the features of the shipped model. */
  public static String shippedTemplates() {
    return templates(CellModelFactory.class, "cell.templates");
  }

  /** The names of cell lines of the model. */
  public NameSet lines() {
    return names(LINES);
  }

  @Override
  protected Map<String, SentenceAttribute> sentenceAttributes() {
    Map<String, SentenceAttribute> attributes = new LinkedHashMap<>(super.sentenceAttributes());
    attributes.put("word", CellEvidence.attribute(CellEvidence.WORD));
    attributes.put("name", CellEvidence.attribute(CellEvidence.NAME));
    attributes.put("line", places(lines()));
    return attributes;
  }
}
