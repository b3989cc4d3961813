package org.immunospan.gene.link;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.immunospan.lexicon.Table;
import org.immunospan.resource.FileSource;

/**
 * The words of {@code gene-link-words.tsv}, which says what each kind of them does. Immutable; safe
 * to share.
 */
final class LinkWords {

  /** What a word does. */
  enum Kind {
    BEFORE,
    AFTER,
    PARTNER,
    FAMILY,
    PREFIX,
    HINT_BEFORE,
    HINT_AFTER
  }

  private static final String FILE = "gene-link-words.tsv";

  private final Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);

  private LinkWords() {
    for (Kind kind : Kind.values()) {
      words.put(kind, new HashSet<>());
    }
  }

  /** Reads {@code gene-link-words.tsv}. */
  static LinkWords read(FileSource files) throws IOException {
    LinkWords read = new LinkWords();
    try (InputStream in = files.open(FILE)) {
      for (Table.Row row : Table.read(in, FILE, "id", "kind", "forms", "why").rows()) {
        read.words.get(row.constant("kind", Kind.class)).addAll(row.values("forms"));
      }
    }
    return read;
  }

  /** Whether a word is of a kind, in whatever case it is written. */
  boolean is(Kind kind, String word) {
    return words.get(kind).contains(word.toLowerCase(Locale.ROOT));
  }

  /** The prefix that a name begins with, as it is written in the table, or "". */
  String prefix(String name) {
    for (String prefix : words.get(Kind.PREFIX)) {
      if (name.startsWith(prefix)) {
        return prefix;
      }
    }
    return "";
  }
}
