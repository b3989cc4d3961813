package org.immunospan.cell;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.immunospan.lexicon.LexiconFormatException;
import org.immunospan.lexicon.Table;
import org.immunospan.resource.FileSource;

/**
 * The names of markers, compiled to a trie over characters, since markers are written without
 * spaces between them ({@code CD4+CD25hiFoxP3+}). Case, hyphens and the spelling of Greek letters
 * do not count, but for names of up to three letters without a digit ({@code Lin}), where case
 * does. Immutable.
 *
 * <p>The columns of the file: {@code marker}, the key; {@code identifier}, the human gene, a group
 * of genes or nothing; {@code names}, all its names, joined by {@code |}.
 */
public final class MarkerTable {

  /** A name of a marker. */
  record Name(String name, String marker, String identifier) {}

  /** One character of names and what may follow it; few follow, but for the first. */
  private static final class Node {
    private char[] characters = new char[0];
    private Node[] nodes = new Node[0];
    private Name name;

    Node next(char c) {
      for (int i = 0; i < characters.length; i++) {
        if (characters[i] == c) {
          return nodes[i];
        }
      }
      return null;
    }

    Node nextOrNew(char c) {
      Node node = next(c);
      if (node == null) {
        node = new Node();
        characters = Arrays.copyOf(characters, characters.length + 1);
        nodes = Arrays.copyOf(nodes, characters.length);
        characters[characters.length - 1] = c;
        nodes[characters.length - 1] = node;
      }
      return node;
    }
  }

  private final Node root = new Node();

  private MarkerTable() {}

  /**
   * Reads a file.
   *
   * @throws LexiconFormatException if it is not such a table
   */
  public static MarkerTable read(FileSource source, String file) throws IOException {
    MarkerTable table = new MarkerTable();
    try (InputStream in = source.open(file)) {
      for (Table.Row row : Table.read(in, file, "marker", "identifier", "names").rows()) {
        table.add(row.required("marker"), row.get("identifier"), row.values("names"));
      }
    }
    return table;
  }

  private void add(String marker, String identifier, List<String> names) {
    for (String name : names) {
      Node node = root;
      for (int i = 0; i < name.length(); i++) {
        if (!isTie(name, i)) {
          node = node.nextOrNew(fold(name.charAt(i)));
        }
      }
      if (node.name == null) {
        node.name = new Name(name, marker, identifier);
      }
    }
  }

  /**
   * The names that begin at a character, longest first, each with its end.
   *
   * @param end where the text to be read ends
   */
  List<Found> namesAt(String text, int begin, int end) {
    List<Found> found = null;
    Node node = root;
    for (int i = begin; i < end; i++) {
      if (i > begin && isTie(text, i)) {
        continue;
      }
      node = node.next(fold(text.charAt(i)));
      if (node == null) {
        break;
      }
      if (node.name != null && hasCase(node.name.name(), text, begin, i + 1)) {
        if (found == null) {
          found = new ArrayList<>(2);
        }
        found.add(0, new Found(node.name, i + 1));
      }
    }
    return found == null ? List.of() : found;
  }

  /** A name and the offset after its last character. */
  record Found(Name name, int end) {}

  private static boolean hasCase(String name, String text, int begin, int end) {
    if (name.length() > 3) {
      return true;
    }
    for (int i = 0; i < name.length(); i++) {
      if (Character.isDigit(name.charAt(i))) {
        return true;
      }
    }
    return text.regionMatches(begin, name, 0, name.length()) && end - begin == name.length();
  }

  /** Whether a hyphen ties two letters or digits here. */
  private static boolean isTie(String text, int i) {
    return i > 0
        && i + 1 < text.length()
        && isHyphen(text.charAt(i))
        && Character.isLetterOrDigit(text.charAt(i - 1))
        && Character.isLetterOrDigit(text.charAt(i + 1));
  }

  static boolean isHyphen(char c) {
    return c == '-' || c == '\u2010' || c == '\u2011';
  }

  private static char fold(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return Character.toLowerCase(c);
  }
}
