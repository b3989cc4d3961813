package org.immunospan.tag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ext.ExtensionLoader;
import org.immunospan.crf.CrfNameFinderFactory;
import org.immunospan.crf.Gluing;
import org.immunospan.crf.SentenceAttribute;
import org.immunospan.crf.WordAttribute;
import org.immunospan.lexicon.NameSet;
import org.immunospan.lexicon.WordClusters;

/**
 * The features of the gene models: those of any name finder, word clusters, names of genes, and of
 * what is easily taken for a gene. Clusters and names lie inside the model.
 */
public final class GeneModelFactory extends CrfNameFinderFactory {

  private static final String CLUSTERS = "words.clusters";
  private static final String GENES = "genes.names";
  private static final String OTHERS = "others.names";
  private static final String DEFINITION = "Gene-Definition";

  /** What counts as a gene mention, and where it ends. */
  public enum Definition {
    /** As in the training corpus, with brackets in pairs. */
    CORPUS,
    /** As the product promises: {@link GeneSpans} has the last word. */
    GUIDELINES
  }

  private Definition givenDefinition = Definition.CORPUS;

  /** For OpenNLP, which then hands over the model. */
  public GeneModelFactory() {}

  /**
   * For training.
   *
   * @param genes names of genes, of several kinds
   * @param others names of what is no gene
   * @param definition which mentions the finished tagger is to give
   */
  public GeneModelFactory(
      WordClusters clusters, NameSet genes, NameSet others, Definition definition) {
    super(
        templates(),
        Map.of(
            CLUSTERS,
            new ClustersArtifact(clusters),
            GENES,
            new NamesArtifact(genes),
            OTHERS,
            new NamesArtifact(others)));
    givenDefinition = definition;
    permit();
  }

  /**
   * The factory of a gene model, with its clusters and names.
   *
   * @throws IOException if it is not a gene model of this program
   */
  public static GeneModelFactory of(InputStream model) throws IOException {
    permit();
    if (new TokenNameFinderModel(model).getFactory() instanceof GeneModelFactory factory) {
      return factory;
    }
    throw new IOException("found another model, expected a gene model of this program");
  }

  /** What is to lie in the file of the model beside the weights, by name. */
  public Map<String, Object> artifacts() {
    return Map.copyOf(getResources());
  }

  /** The word clusters of the model. */
  public WordClusters clusters() {
    return ((ClustersArtifact) resource(CLUSTERS)).clusters();
  }

  /** The names of genes of the model. */
  public NameSet genes() {
    return names(GENES);
  }

  /** The names in the model of what is no gene. */
  public NameSet others() {
    return names(OTHERS);
  }

  private NameSet names(String resource) {
    return ((NamesArtifact) resource(resource)).names();
  }

  /** Which mentions the finished tagger is to give. */
  public Definition definition() {
    return artifactProvider == null
        ? givenDefinition
        : Definition.valueOf(
            Objects.requireNonNullElse(
                artifactProvider.getManifestProperty(DEFINITION), Definition.CORPUS.name()));
  }

  @Override
  public Map<String, String> createManifestEntries() {
    Map<String, String> entries = new HashMap<>(super.createManifestEntries());
    entries.put(DEFINITION, givenDefinition.name());
    return Collections.unmodifiableMap(entries);
  }

  /** Allows OpenNLP to instantiate what the manifest of a gene model names. */
  public static void permit() {
    CrfNameFinderFactory.permit();
    ExtensionLoader.registerAllowedPackage(GeneModelFactory.class.getPackageName() + ".");
  }

  /** The feature templates of gene models, as they lie beside this class. */
  public static String templates() {
    try (InputStream in = GeneModelFactory.class.getResourceAsStream("gene.templates")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Map<String, WordAttribute> wordAttributes() {
    Map<String, WordAttribute> attributes = new LinkedHashMap<>(super.wordAttributes());
    attributes.put("fold", GeneWords::folded);
    attributes.put("singular", GeneWords::singular);
    attributes.put("suf3", GeneWords::ending);
    attributes.put("trait", GeneWords::traits);
    WordClusters clusters = clusters();
    for (int level = 0; level < clusters.levels(); level++) {
      int number = level;
      attributes.put(
          "c" + level, form -> List.of(Integer.toString(clusters.classOf(form, number))));
    }
    return attributes;
  }

  @Override
  protected Map<String, SentenceAttribute> sentenceAttributes() {
    Map<String, SentenceAttribute> attributes = new LinkedHashMap<>(super.sentenceAttributes());
    attributes.put("chunk", Chunks.text());
    attributes.put("place", Chunks.place());
    attributes.put("chunkBrief", Chunks.briefShape());
    attributes.put("chunkShape", Chunks.shape());
    attributes.put("chunkBefore", Chunks.before());
    attributes.put("chunkAfter", Chunks.after());
    attributes.put("touch", Chunks.touch());
    attributes.put("depth", Chunks.depth());
    attributes.put("domain", Domain::values);
    attributes.put("gene", places(genes()));
    attributes.put("other", places(others()));
    return attributes;
  }

  private static SentenceAttribute places(NameSet names) {
    return (forms, context) -> names.places(forms, Gluing.glued(forms.length, context));
  }
}
