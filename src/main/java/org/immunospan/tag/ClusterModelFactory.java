package org.immunospan.tag;

import java.io.EOFException;
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
import opennlp.tools.util.ext.ExtensionNotLoadedException;
import opennlp.tools.util.model.BaseModel;
import org.immunospan.crf.CrfNameFinderFactory;
import org.immunospan.crf.feature.WordAttribute;
import org.immunospan.crf.feature.WordClusters;

/**
 * What the models of this program have in common: word clusters, which lie inside the model, and a
 * note in the manifest of whose definition of a mention the finished tagger is to follow.
 */
public abstract class ClusterModelFactory extends CrfNameFinderFactory {

  /** The name of the clusters among the artifacts. */
  protected static final String CLUSTERS = "words.clusters";

  /** What counts as a mention, and where it ends. */
  public enum Definition {
    /** As in the training corpus. */
    CORPUS,
    /** As the product promises: its own rules have the last word. */
    GUIDELINES
  }

  private static final String EXPECTED = "OpenNLP name-finder model";

  /** The key in the manifest. */
  private final String definitionKey;

  private Definition givenDefinition = Definition.CORPUS;

  /** For OpenNLP, which then hands over the model. */
  protected ClusterModelFactory(String definitionKey) {
    this.definitionKey = definitionKey;
  }

  /** For training, as {@link CrfNameFinderFactory}. */
  protected ClusterModelFactory(
      String definitionKey,
      Definition definition,
      String templates,
      Map<String, Object> resources) {
    super(templates, resources);
    this.definitionKey = definitionKey;
    this.givenDefinition = definition;
    permit();
  }

  /** What is to lie in the file of the model beside the weights, by name. */
  public Map<String, Object> artifacts() {
    return Map.copyOf(getResources());
  }

  /** The word clusters of the model. */
  public WordClusters clusters() {
    return ((ClustersArtifact) resource(CLUSTERS)).clusters();
  }

  /** Which mentions the finished tagger is to give. */
  public Definition definition() {
    return artifactProvider == null
        ? givenDefinition
        : Definition.valueOf(
            Objects.requireNonNullElse(
                artifactProvider.getManifestProperty(definitionKey), Definition.CORPUS.name()));
  }

  @Override
  public Map<String, String> createManifestEntries() {
    Map<String, String> entries = new HashMap<>(super.createManifestEntries());
    entries.put(definitionKey, givenDefinition.name());
    return Collections.unmodifiableMap(entries);
  }

  /** Allows OpenNLP to instantiate what the manifest of such a model names. */
  public static void permit() {
    CrfNameFinderFactory.permit();
  }

  /**
   * Reads a model of any kind.
   *
   * @throws IOException if it is no name-finder model of OpenNLP
   */
  public static TokenNameFinderModel read(InputStream in) throws IOException {
    try {
      return new TokenNameFinderModel(in);
    } catch (NullPointerException e) {
      if (!isWithoutManifest(e)) {
        throw e;
      }
      throw new IOException("expected an " + EXPECTED + ", found something else", e);
    } catch (IOException
        | UncheckedIOException
        | IllegalArgumentException
        | ExtensionNotLoadedException e) {
      // What damaged models have been seen to cause; anything else is a fault of the program.
      if (endsTooEarly(e)) {
        throw new IOException("found its end too early, expected a whole " + EXPECTED, e);
      }
      String found =
          e.getMessage() == null
              ? " something else"
              : ": " + e.getMessage().replaceFirst("^[\\w.]+Exception: ", "");
      throw new IOException("expected an " + EXPECTED + ", found" + found, e);
    }
  }

  /** OpenNLP 2.5.11 asks the manifest before it knows that there is one. */
  private static boolean isWithoutManifest(NullPointerException e) {
    StackTraceElement[] calls = e.getStackTrace();
    return calls.length > 0 && calls[0].getClassName().equals(BaseModel.class.getName());
  }

  private static boolean endsTooEarly(Throwable e) {
    return e != null && (e instanceof EOFException || endsTooEarly(e.getCause()));
  }

  /** The templates that lie beside a class. */
  protected static String templates(Class<?> beside, String name) {
    try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Map<String, WordAttribute> wordAttributes() {
    Map<String, WordAttribute> attributes = new LinkedHashMap<>(super.wordAttributes());
    attributes.put("fold", WordAttribute.ofForm(GeneWords::folded));
    attributes.put("singular", WordAttribute.ofForm(GeneWords::singular));
    attributes.put("suf3", WordAttribute.ofForm(GeneWords::ending));
    attributes.put("trait", WordAttribute.ofForm(GeneWords::traits));
    WordClusters clusters = clusters();
    for (int level = 0; level < clusters.levels(); level++) {
      int number = level;
      attributes.put(
          "c" + level,
          WordAttribute.ofForm(form -> List.of(Integer.toString(clusters.classOf(form, number)))));
    }
    return attributes;
  }
}
