package org.immunospan.crf;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import opennlp.tools.namefind.BilouCodec;
import opennlp.tools.namefind.NameContextGenerator;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.util.InvalidFormatException;
import opennlp.tools.util.SequenceCodec;
import opennlp.tools.util.ext.ExtensionLoader;
import org.immunospan.crf.feature.ChunkAttribute;
import org.immunospan.crf.feature.FeatureSet;
import org.immunospan.crf.feature.FeatureSetContext;
import org.immunospan.crf.feature.FeatureTemplate;
import org.immunospan.crf.feature.SentenceAttribute;
import org.immunospan.crf.feature.WordAttribute;
import org.immunospan.crf.feature.WordAttributes;

/**
 * Tells OpenNLP where the features of a model come from: the templates are in the model's manifest,
 * the attributes are code, and what the attributes need (clusters, a lexicon) lies in the model as
 * artifacts. A subclass offers more attributes by overriding {@link #wordAttributes}, {@link
 * #chunkAttributes} and {@link #sentenceAttributes}; its name goes into the manifest. Labels are
 * BILOU.
 *
 * <p>OpenNLP 2.5.11 instantiates classes outside its own packages only after permission: either the
 * system property {@code OPENNLP_EXT_ALLOWED_PACKAGES=org.immunospan.} or a call of {@link
 * #permit()}, which creating a factory implies.
 */
public class CrfNameFinderFactory extends TokenNameFinderFactory {

  private static final String TEMPLATES = "Feature-Templates";

  private String givenTemplates;
  private FeatureSet features;

  /** For OpenNLP, which then hands over the model. */
  public CrfNameFinderFactory() {}

  /**
   * For training.
   *
   * @param templates as {@link FeatureTemplate#parseAll} reads them
   * @param resources artifacts by the name of their file in the model, each a {@code
   *     SerializableArtifact}
   */
  public CrfNameFinderFactory(String templates, Map<String, Object> resources) {
    super(null, Map.copyOf(resources), new BilouCodec());
    this.givenTemplates = templates;
    permit();
  }

  /**
   * Allows OpenNLP to instantiate the classes of this program that the manifest of a model names.
   */
  public static void permit() {
    ExtensionLoader.registerAllowedPackage("org.immunospan.");
  }

  /** The features of the model, made once. */
  public final synchronized FeatureSet features() {
    if (features == null) {
      features =
          new FeatureSet(
              wordAttributes(),
              chunkAttributes(),
              sentenceAttributes(),
              FeatureTemplate.parseAll(templates()));
    }
    return features;
  }

  /** The attributes of words that templates may name. */
  protected Map<String, WordAttribute> wordAttributes() {
    Map<String, WordAttribute> attributes = new LinkedHashMap<>();
    attributes.put("form", WordAttribute.ofForm(WordAttributes::form));
    attributes.put("w", WordAttribute.ofForm(WordAttributes::lower));
    attributes.put("prefix", WordAttribute.ofForm(WordAttributes::prefixes));
    attributes.put("suffix", WordAttribute.ofForm(WordAttributes::suffixes));
    attributes.put("gram", WordAttribute.ofForm(WordAttributes::characterGrams));
    attributes.put("shape", WordAttribute.ofForm(WordAttributes::shape));
    attributes.put("brief", WordAttribute.ofForm(WordAttributes::shortShape));
    attributes.put("glued", WordAttributes::glued);
    attributes.put("touch", WordAttributes::touch);
    return attributes;
  }

  /** The attributes of chunks that templates may name. */
  protected Map<String, ChunkAttribute> chunkAttributes() {
    return Map.of();
  }

  /** The attributes of sentences that templates may name. */
  protected Map<String, SentenceAttribute> sentenceAttributes() {
    return Map.of();
  }

  /** An artifact by the name of its file, in training and in a loaded model alike. */
  protected final Object resource(String name) {
    Object found =
        artifactProvider != null ? artifactProvider.getArtifact(name) : getResources().get(name);
    if (found == null) {
      throw new IllegalArgumentException("found no %s in the model, expected it".formatted(name));
    }
    return found;
  }

  private String templates() {
    return artifactProvider != null
        ? artifactProvider.getManifestProperty(TEMPLATES)
        : givenTemplates;
  }

  @Override
  public NameContextGenerator createContextGenerator() {
    return new FeatureSetContext(features());
  }

  @Override
  public SequenceCodec<String> createSequenceCodec() {
    return new BilouCodec();
  }

  @Override
  public Map<String, String> createManifestEntries() {
    Map<String, String> entries = new HashMap<>(super.createManifestEntries());
    entries.put(TEMPLATES, givenTemplates);
    return Collections.unmodifiableMap(entries);
  }

  @Override
  public void validateArtifactMap() throws InvalidFormatException {
    super.validateArtifactMap();
    if (templates() == null) {
      throw new InvalidFormatException(
          "manifest.properties: found no " + TEMPLATES + ", expected feature templates");
    }
    try {
      features();
    } catch (IllegalArgumentException e) {
      throw new InvalidFormatException("manifest.properties: " + e.getMessage(), e);
    }
  }
}
