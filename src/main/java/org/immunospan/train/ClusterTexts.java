package org.immunospan.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Texts to learn word clusters from: each once, though several corpora hold it, and none that is
 * excluded. Texts are the same when their last {@value #LETTERS} letters and digits are. For one
 * thread.
 */
public final class ClusterTexts {

  private static final int LETTERS = 150;
  private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private final Exclusions exclusions;
  private final Set<String> seen = new HashSet<>();
  private final List<String> texts = new ArrayList<>();

  public ClusterTexts(Exclusions exclusions) {
    this.exclusions = exclusions;
  }

  /**
   * Takes a text, unless it is excluded or there already.
   *
   * @param id the PMID, or any other identifier
   */
  public void add(String id, String text) {
    String letters = Exclusions.letters(text);
    String ending = letters.substring(Math.max(0, letters.length() - LETTERS));
    if (!ending.isEmpty() && !exclusions.cover(id, text) && seen.add(ending)) {
      texts.add(SPACE.matcher(text).replaceAll(" ").strip());
    }
  }

  /** In the order they were added, white space normalised. */
  public List<String> texts() {
    return Collections.unmodifiableList(texts);
  }
}
