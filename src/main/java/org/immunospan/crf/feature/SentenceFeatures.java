package org.immunospan.crf.feature;

import java.util.ArrayList;
import java.util.Arrays;
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
    boolean[] glued = Adjacency.glued(length, context);
    features
        .wordAttributes()
        .forEach((name, attribute) -> values.put(name, ofWords(attribute, forms, glued)));
    boolean[] punctuation = new boolean[length];
    for (int i = 0; i < length; i++) {
      punctuation[i] = Chunks.isPunctuation(forms[i]);
    }
    Chunks chunks = Chunks.of(punctuation, glued, length);
    features
        .chunkAttributes()
        .forEach((name, attribute) -> values.put(name, ofChunks(attribute, forms, chunks)));
    features
        .sentenceAttributes()
        .forEach(
            (name, attribute) ->
                values.put(
                    name,
                    Arrays.stream(attribute.values(forms, context))
                        .map(SentenceFeatures::list)
                        .toList()));
  }

  private static List<String> list(String value) {
    return value == null ? List.of() : List.of(value);
  }

  private static List<List<String>> ofWords(
      WordAttribute attribute, String[] forms, boolean[] glued) {
    List<List<String>> values = new ArrayList<>(forms.length);
    for (int i = 0; i < forms.length; i++) {
      boolean touchesRight = i + 1 < forms.length && glued[i + 1];
      values.add(attribute.values(new Word(forms[i], glued[i], touchesRight)));
    }
    return values;
  }

  private static List<List<String>> ofChunks(
      ChunkAttribute attribute, String[] forms, Chunks chunks) {
    List<List<String>> values = new ArrayList<>(forms.length);
    for (int i = 0; i < forms.length; i++) {
      String text = chunks.text(forms, i);
      values.add(list(attribute.value(text, i - chunks.first(i), chunks.size(i))));
    }
    return values;
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
