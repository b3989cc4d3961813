package org.immunospan.crf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The features of one sentence as strings, the plain reading of a {@link FeatureSet}. Attributes
 * are computed once for the sentence. Not safe for use by several threads at once.
 */
public final class SentenceFeatures {

  private static final List<String> BEFORE = List.of(FeatureSet.BEFORE);
  private static final List<String> AFTER = List.of(FeatureSet.AFTER);

  private final FeatureSet features;
  private final int length;
  private final Map<String, List<List<String>>> values = new HashMap<>();

  /**
   * Computes the attributes of all tokens.
   *
   * @param context as for {@link SentenceAttribute#values}
   */
  public SentenceFeatures(FeatureSet features, String[] forms, String[][] context) {
    this.features = features;
    this.length = forms.length;
    features
        .wordAttributes()
        .forEach(
            (name, attribute) -> {
              List<List<String>> ofTokens = new ArrayList<>(forms.length);
              for (String form : forms) {
                ofTokens.add(attribute.values(form));
              }
              values.put(name, ofTokens);
            });
    features
        .sentenceAttributes()
        .forEach(
            (name, attribute) -> {
              List<List<String>> ofTokens = new ArrayList<>(forms.length);
              for (String value : attribute.values(forms, context)) {
                ofTokens.add(value == null ? List.of() : List.of(value));
              }
              values.put(name, ofTokens);
            });
  }

  /** The features of the token, in the order of the templates. */
  public List<String> of(int token) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < features.templates().size(); i++) {
      append(features.templates().get(i), token, 0, features.prefixes().get(i), all);
    }
    return all;
  }

  private void append(
      FeatureTemplate template, int token, int term, String prefix, List<String> all) {
    FeatureTemplate.Term t = template.terms().get(term);
    boolean last = term + 1 == template.terms().size();
    for (String value : valuesAt(t.attribute(), token + t.offset())) {
      if (last) {
        all.add(prefix + value);
      } else {
        append(template, token, term + 1, prefix + value + "|", all);
      }
    }
  }

  private List<String> valuesAt(String attribute, int token) {
    if (token < 0) {
      return BEFORE;
    }
    return token >= length ? AFTER : values.get(attribute).get(token);
  }
}
