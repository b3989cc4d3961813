package org.immunospan.crf.feature;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All features of a tagger, declared once as data: attributes by name, and the templates that
 * combine them. Training and {@code NameFinderME} see the features as strings ({@link
 * SentenceFeatures}), the fast decoder sums their weights without ever making one.
 *
 * <p>Left of the first token every attribute has the one value {@link #BEFORE}, right of the last
 * {@link #AFTER}. Immutable.
 */
public final class FeatureSet {

  /** The value of every attribute left of the sentence. */
  public static final String BEFORE = "<s>";

  /** The value of every attribute right of the sentence. */
  public static final String AFTER = "</s>";

  private final Map<String, WordAttribute> wordAttributes = new LinkedHashMap<>();
  private final Map<String, ChunkAttribute> chunkAttributes = new LinkedHashMap<>();
  private final Map<String, SentenceAttribute> sentenceAttributes = new LinkedHashMap<>();
  private final List<FeatureTemplate> templates;
  private final List<String> prefixes;

  /**
   * Ties templates to attributes. Attributes that no template names are never computed.
   *
   * @throws IllegalArgumentException if a template names an attribute that is in none of the maps
   *     or in several, or one of a chunk at another offset than 0, or a template comes twice
   */
  public FeatureSet(
      Map<String, WordAttribute> wordAttributes,
      Map<String, ChunkAttribute> chunkAttributes,
      Map<String, SentenceAttribute> sentenceAttributes,
      List<FeatureTemplate> templates) {
    this.templates = List.copyOf(templates);
    this.prefixes = templates.stream().map(template -> template + "=").toList();
    Set<FeatureTemplate> seen = new HashSet<>();
    for (FeatureTemplate template : templates) {
      if (!seen.add(template)) {
        throw new IllegalArgumentException(
            "template %s: found twice, expected once".formatted(template));
      }
      for (FeatureTemplate.Term term : template.terms()) {
        String name = term.attribute();
        int found =
            copy(name, wordAttributes, this.wordAttributes)
                + copy(name, chunkAttributes, this.chunkAttributes)
                + copy(name, sentenceAttributes, this.sentenceAttributes);
        if (found != 1) {
          throw new IllegalArgumentException(
              "template %s: found %s attributes \"%s\", expected one among %s %s %s"
                  .formatted(
                      template,
                      found,
                      name,
                      wordAttributes.keySet(),
                      chunkAttributes.keySet(),
                      sentenceAttributes.keySet()));
        }
        if (chunkAttributes.containsKey(name) && term.offset() != 0) {
          throw new IllegalArgumentException(
              "template %s: found offset %s of the chunk attribute \"%s\", expected 0"
                  .formatted(template, term.offset(), name));
        }
      }
    }
  }

  private static <A> int copy(String name, Map<String, A> from, Map<String, A> to) {
    A attribute = from.get(name);
    if (attribute != null) {
      to.put(name, attribute);
    }
    return attribute == null ? 0 : 1;
  }

  public List<FeatureTemplate> templates() {
    return templates;
  }

  /** What the features of each template begin with. */
  public List<String> prefixes() {
    return prefixes;
  }

  /** The attributes of words that templates name. */
  public Map<String, WordAttribute> wordAttributes() {
    return Collections.unmodifiableMap(wordAttributes);
  }

  /** The attributes of chunks that templates name. */
  public Map<String, ChunkAttribute> chunkAttributes() {
    return Collections.unmodifiableMap(chunkAttributes);
  }

  /** The attributes of sentences that templates name. */
  public Map<String, SentenceAttribute> sentenceAttributes() {
    return Collections.unmodifiableMap(sentenceAttributes);
  }
}
