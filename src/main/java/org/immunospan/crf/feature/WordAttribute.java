package org.immunospan.crf.feature;

import java.util.List;
import java.util.function.Function;

/**
 * A property of one word whatever is around it: its lower-case form, its affixes, its shape, the
 * cluster it belongs to, whether it touches its neighbours. Must be a pure function, safe for use
 * by several threads: the decoder computes it once per word and keeps what follows from it.
 */
@FunctionalInterface
public interface WordAttribute {

  /** The distinct values of {@code word}, in a fixed order; empty where it has none. */
  List<String> values(Word word);

  /** Whether it depends on the form alone, and not on whether the word touches its neighbours. */
  default boolean isOfForm() {
    return false;
  }

  /** An attribute of the form alone. */
  static WordAttribute ofForm(Function<String, List<String>> values) {
    return new WordAttribute() {
      @Override
      public List<String> values(Word word) {
        return values.apply(word.form());
      }

      @Override
      public boolean isOfForm() {
        return true;
      }
    };
  }
}
