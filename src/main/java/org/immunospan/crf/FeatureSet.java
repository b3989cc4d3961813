package org.immunospan.crf;

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

  private final Map<String, WordAttribute> wordAttributes;
  private final Map<String, SentenceAttribute> sentenceAttributes;
  private final List<FeatureTemplate> templates;
  private final List<String> prefixes;

  /**
   * Ties templates to attributes. Attributes that no template names are never computed.
   *
   * @throws IllegalArgumentException if a template names an attribute that is in neither map or in
   *     both, or a template comes twice
   */
  public FeatureSet(
      Map<String, WordAttribute> wordAttributes,
      Map<String, SentenceAttribute> sentenceAttributes,
      List<FeatureTemplate> templates) {
    this.wordAttributes = new LinkedHashMap<>();
    this.sentenceAttributes = new LinkedHashMap<>();
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
        boolean ofWord = wordAttributes.containsKey(name);
        if (ofWord == sentenceAttributes.containsKey(name)) {
          throw new IllegalArgumentException(
              "template %s: found attribute \"%s\", expected exactly one of that name among %s %s"
                  .formatted(template, name, wordAttributes.keySet(), sentenceAttributes.keySet()));
        }
        if (ofWord) {
          this.wordAttributes.put(name, wordAttributes.get(name));
        } else {
          this.sentenceAttributes.put(name, sentenceAttributes.get(name));
        }
      }
    }
  }

  public List<FeatureTemplate> templates() {
    return templates;
  }

  /** What the features of each template begin with. */
  List<String> prefixes() {
    return prefixes;
  }

  /** The attributes of words that templates name. */
  public Map<String, WordAttribute> wordAttributes() {
    return Collections.unmodifiableMap(wordAttributes);
  }

  /** The attributes of sentences that templates name. */
  public Map<String, SentenceAttribute> sentenceAttributes() {
    return Collections.unmodifiableMap(sentenceAttributes);
  }
}
