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
import org.immunospan.crf.feature.NamePlaces;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.crf.feature.SentenceAttribute;
import org.immunospan.crf.feature.WordAttribute;
import org.immunospan.crf.feature.WordClusters;

/**
 * What the models of this program have in common: word clusters, which lie inside the model, and
 * the {@link AnnotationScheme} that the finished tagger follows, which is in the manifest.
 */
public abstract class ClusterModelFactory extends CrfNameFinderFactory {

  /** The name of the clusters among the artifacts. */
  protected static final String CLUSTERS = "words.clusters";

  private static final String EXPECTED = "OpenNLP name-finder model";

  /** The key of the scheme in the manifest. */
  private final String schemeKey;

  private AnnotationScheme givenScheme = AnnotationScheme.CORPUS;

  /** For OpenNLP, which then hands over the model. */
  protected ClusterModelFactory(String schemeKey) {
    this.schemeKey = schemeKey;
  }

  /** For training, as {@link CrfNameFinderFactory}. */
  protected ClusterModelFactory(
      String schemeKey, AnnotationScheme scheme, String templates, Map<String, Object> resources) {
    super(templates, resources);
    this.schemeKey = schemeKey;
    this.givenScheme = scheme;
    permit();
  }

  /** What is to lie in the file of the model next to the weights, by name. */
  public Map<String, Object> artifacts() {
    return Map.copyOf(getResources());
  }

  /** The word clusters of the model. */
  public WordClusters clusters() {
    return ((ClustersArtifact) resource(CLUSTERS)).clusters();
  }

  /** Which mentions the finished tagger is to give. */
  public AnnotationScheme scheme() {
    return artifactProvider == null
        ? givenScheme
        : AnnotationScheme.valueOf(
            Objects.requireNonNullElse(
                artifactProvider.getManifestProperty(schemeKey), AnnotationScheme.CORPUS.name()));
  }

  @Override
  public Map<String, String> createManifestEntries() {
    Map<String, String> entries = new HashMap<>(super.createManifestEntries());
    entries.put(schemeKey, givenScheme.name());
    return Collections.unmodifiableMap(entries);
  }

  /**
   * Reads a model of any kind.
   *
   * @throws IOException if it is not a name-finder model of OpenNLP
   */
  public static TokenNameFinderModel read(InputStream in) throws IOException {
    permit();
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

  /**
   * The factory of a model, with its clusters and names.
   *
   * @param entity what the model finds, for the message
   * @throws IOException if it is a model of another kind
   */
  protected static <F extends ClusterModelFactory> F of(
      TokenNameFinderModel model, Class<F> kind, String entity) throws IOException {
    if (kind.isInstance(model.getFactory())) {
      return kind.cast(model.getFactory());
    }
    throw new IOException("found another model, expected a " + entity + " model of this program");
  }

  /** Where a sentence has names of a set. */
  protected static SentenceAttribute places(NameSet names) {
    return new NamePlaces(names);
  }

  /** The names that lie in the model under this name. */
  protected NameSet names(String artifact) {
    return ((NamesArtifact) resource(artifact)).names();
  }

  /** OpenNLP 2.5.11 asks the manifest before it knows that there is one. */
  private static boolean isWithoutManifest(NullPointerException e) {
    StackTraceElement[] calls = e.getStackTrace();
    return calls.length > 0 && calls[0].getClassName().equals(BaseModel.class.getName());
  }

  private static boolean endsTooEarly(Throwable e) {
    return e != null && (e instanceof EOFException || endsTooEarly(e.getCause()));
  }

  /** The templates next to a class. */
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
    attributes.put("fold", WordAttribute.ofForm(WordTraits::folded));
    attributes.put("singular", WordAttribute.ofForm(WordTraits::singular));
    attributes.put("suf3", WordAttribute.ofForm(WordTraits::ending));
    attributes.put("trait", WordAttribute.ofForm(WordTraits::traits));
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
