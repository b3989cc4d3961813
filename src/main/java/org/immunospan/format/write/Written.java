package org.immunospan.format.write;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a writer makes of one document: text for one or more files, and what was lost. */
public final class Written {

  private final Map<String, StringBuilder> parts = new LinkedHashMap<>();
  private final Map<Loss, Long> losses = new EnumMap<>(Loss.class);

  /** The text for the file of this name, or of this ending in formats of one file a document. */
  public StringBuilder part(String name) {
    return parts.computeIfAbsent(name, key -> new StringBuilder());
  }

  /** Counts something that the format cannot hold. */
  public void lose(Loss loss, long count) {
    if (count > 0) {
      losses.merge(loss, count, Long::sum);
    }
  }

  Map<String, StringBuilder> parts() {
    return parts;
  }

  Map<Loss, Long> losses() {
    return losses;
  }
}
