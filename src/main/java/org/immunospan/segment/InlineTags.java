package org.immunospan.segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.immunospan.lexicon.Table;

/**
 * The tags and character entities that some sources leave in their texts: {@code tags.tsv} and
 * {@code entities.tsv}. Anything else between angle brackets or after an ampersand is text. Finds
 * each in time limited by {@link #MAX_TAG} and {@link #MAX_ENTITY}.
 */
final class InlineTags {

  /** What a tag does to the text. */
  enum Kind {
    SUPERSCRIPT,
    SUBSCRIPT,
    PLAIN,
    BLOCK
  }

  /** A tag at {@code [begin, end)}. */
  record Tag(Kind kind, boolean closes, int begin, int end) {}

  /** An entity that ends before an offset, and the text that it is, of at most one character. */
  record Entity(String text, int end) {}

  private static final int MAX_TAG = 200;
  private static final int MAX_ENTITY = 40;
  private static final String AMPERSAND = "amp;";

  private static final Map<String, Kind> KINDS = new HashMap<>();
  private static final Map<String, String> ENTITIES = new HashMap<>();

  static {
    try {
      for (Table.Row row : Table.ofResource(InlineTags.class, "tags.tsv", "tag", "kind").rows()) {
        KINDS.put(row.get("tag"), Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)));
      }
      for (Table.Row row :
          Table.ofResource(InlineTags.class, "entities.tsv", "name", "character").rows()) {
        ENTITIES.put(row.get("name"), character(row.get("character")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InlineTags() {}

  private static String character(String value) {
    return switch (value) {
      case "SPACE" -> " ";
      case "NOTHING" -> "";
      default -> value;
    };
  }

  /** Whether a text holds anything that {@link ReadableText} changes. May say yes wrongly. */
  static boolean mayChange(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ascii = c < 128;
      if (ascii ? c == '<' || c == '&' : isInvisible(c) || lookAlike(c) != c) {
        return true;
      }
    }
    return false;
  }

  static boolean isInvisible(char c) {
    return c >= 128 && Character.getType(c) == Character.FORMAT;
  }

  /** The character that is meant by one that looks like it. */
  static char lookAlike(char c) {
    return switch (c) {
      case '\u0263' -> '\u03b3';
      case '\u02c9', '\u02d7', '\u00af' -> '\u207b';
      default -> c;
    };
  }

  /** The tag that begins at an offset, or null. */
  static Tag tagAt(String text, int begin) {
    int at = begin + 1;
    boolean closes = at < text.length() && text.charAt(at) == '/';
    int nameBegin = closes ? at + 1 : at;
    int nameEnd = nameBegin;
    while (nameEnd < text.length()
        && nameEnd - nameBegin < MAX_ENTITY
        && (isLetterOrDigit(text.charAt(nameEnd)) || text.charAt(nameEnd) == ':')) {
      nameEnd++;
    }
    String name = text.substring(nameBegin, nameEnd).toLowerCase(Locale.ROOT);
    Kind kind = KINDS.get(name.substring(name.indexOf(':') + 1));
    if (kind == null) {
      return null;
    }
    int end = nameEnd;
    while (end < text.length() && end - begin < MAX_TAG) {
      char c = text.charAt(end);
      if (c == '>') {
        return new Tag(kind, closes, begin, end + 1);
      }
      if (c == '<' || (end == nameEnd && c != ' ' && c != '/')) {
        return null;
      }
      end++;
    }
    return null;
  }

  /** The entity that begins at an offset, also one that was escaped twice, or null. */
  static Entity entityAt(String text, int begin) {
    int at = begin + 1;
    int name = at;
    while (text.startsWith(AMPERSAND, name) && name - at < MAX_ENTITY) {
      name += AMPERSAND.length();
    }
    int end = text.indexOf(';', name);
    if (end > name && end - name <= MAX_ENTITY && end - begin <= 2 * MAX_ENTITY) {
      String found = decoded(text.substring(name, end));
      if (found != null) {
        return new Entity(found, end + 1);
      }
    }
    return name > at ? new Entity("&", at + AMPERSAND.length()) : null;
  }

  private static String decoded(String name) {
    if (!name.startsWith("#")) {
      return ENTITIES.get(name);
    }
    boolean hex = name.startsWith("x", 1) || name.startsWith("X", 1);
    try {
      int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      boolean isText = code >= ' ' && code <= Character.MAX_VALUE && !isSurrogate(code);
      return isText ? Character.toString(code) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean isSurrogate(int code) {
    return code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
  }

  private static boolean isLetterOrDigit(char c) {
    return c < 128 && Character.isLetterOrDigit(c);
  }
}
