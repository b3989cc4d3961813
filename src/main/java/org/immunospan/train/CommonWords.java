package org.immunospan.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** Everyday words of abstracts that happen to be symbols of genes too. */
public final class CommonWords {

  private CommonWords() {}

  /** The shipped list, in lowercase; its header says how it was made. */
  public static Set<String> shipped() {
    try (InputStream in = CommonWords.class.getResourceAsStream("common-words.txt");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
