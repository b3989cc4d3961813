package org.immunospan.crf.train;

import java.util.Map;
import org.immunospan.crf.CrfNameFinderFactory;
import org.immunospan.crf.feature.ChunkAttribute;
import org.immunospan.crf.feature.SentenceAttribute;

/** A factory with attributes of all kinds; public for OpenNLP. */
public final class ToyFactory extends CrfNameFinderFactory {

  public ToyFactory() {}

  ToyFactory(String templates) {
    super(templates, Map.of());
  }

  @Override
  protected Map<String, ChunkAttribute> chunkAttributes() {
    return Map.of(
        "chunk",
        (text, token, size) -> text.length() > 4 ? null : text,
        "place",
        (text, token, size) -> token + "/" + size);
  }

  @Override
  protected Map<String, SentenceAttribute> sentenceAttributes() {
    return Map.of("depth", ToyFactory::depth);
  }

  private static String[] depth(String[] forms, String[][] context) {
    String[] values = new String[forms.length];
    for (int i = 0; i < forms.length; i++) {
      int since = i % 5;
      values[i] = forms[i].equals("p") || since == 3 ? null : Integer.toString(since);
    }
    return values;
  }
}
