package org.immunospan.cell;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immunospan.lexicon.TermMatch;
import org.immunospan.text.Tokens;

/**
 * A sentence as the grammar sees it: markers, words of cell names and whatever else, in the order
 * of the text. A signed marker beats a word, a word beats a bare marker.
 */
final class CellChunks {

  /**
   * One of the three, with its place.
   *
   * @param words empty for what is not a word of cell names
   * @param isOtherName whether it is known as the name of something else
   */
  record Chunk(
      int begin, int end, MarkerReader.Reading marker, List<CellWord> words, boolean isOtherName) {

    boolean isMarker() {
      return marker != null;
    }

    /** Whether it is neither a marker nor a word of cell names. */
    boolean isPlain() {
      return marker == null && words.isEmpty();
    }

    CellWord word(CellWord.Kind kind) {
      for (int i = 0; i < words.size(); i++) {
        CellWord word = words.get(i);
        if (word.kind() == kind) {
          return word;
        }
      }
      return null;
    }
  }

  /** Words that also stand where no cell is near, and that alone never make a name. */
  private static final Set<CellWord.Kind> COMMON =
      EnumSet.of(CellWord.Kind.JOIN, CellWord.Kind.STATE, CellWord.Kind.PLACE);

  private final String text;
  private final List<Chunk> chunks = new ArrayList<>();

  /** The lengths of the defined names, shortest first. */
  private final int[] lengths;

  private CellChunks(String text, Map<String, CellWord> defined) {
    this.text = text;
    this.lengths = defined.keySet().stream().mapToInt(String::length).sorted().distinct().toArray();
  }

  /** Whether a sentence holds a head that only this document defines. */
  static boolean holdDefined(Tokens tokens, Map<String, CellWord> defined) {
    CellChunks sentence = new CellChunks(tokens.documentText(), defined);
    for (int t = 0; t < tokens.size(); t++) {
      if (sentence.definedAt(tokens.begin(t), defined) != null) {
        return true;
      }
    }
    return false;
  }

  /**
   * The chunks of a sentence; none when there is nothing in it for the grammar.
   *
   * @param defined heads that only this document defines, by their text
   */
  static CellChunks of(
      Tokens tokens,
      List<MarkerReader.Reading> markers,
      CellWords.Compiled words,
      Map<String, CellWord> defined) {
    CellChunks sentence = new CellChunks(tokens.documentText(), defined);
    List<TermMatch> matches = words.trie().match(tokens);
    if (!matches.isEmpty() || !markers.isEmpty() || !defined.isEmpty()) {
      sentence.read(tokens, markers, matches, words.values(), defined);
    }
    return sentence;
  }

  private void read(
      Tokens tokens,
      List<MarkerReader.Reading> markers,
      List<TermMatch> matches,
      List<List<CellWord>> values,
      Map<String, CellWord> defined) {
    int nextMarker = 0;
    int nextMatch = 0;
    int at = 0;
    for (int token = 0; token < tokens.size(); token++) {
      int begin = tokens.begin(token);
      if (tokens.end(token) <= at) {
        continue;
      }
      if (begin < at) {
        add(at, tokens.end(token), null, List.of());
        continue;
      }
      while (nextMarker < markers.size() && markers.get(nextMarker).begin() < begin) {
        nextMarker++;
      }
      while (nextMatch < matches.size() && matches.get(nextMatch).firstToken() < token) {
        nextMatch++;
      }
      String definedName = defined.isEmpty() ? null : definedAt(begin, defined);
      if (definedName != null) {
        at = begin + definedName.length();
        add(begin, at, null, List.of(defined.get(definedName)));
        continue;
      }
      TermMatch match =
          nextMatch < matches.size() && matches.get(nextMatch).firstToken() == token
              ? matches.get(nextMatch)
              : null;
      MarkerReader.Reading marker =
          nextMarker < markers.size() && markers.get(nextMarker).begin() == begin
              ? markers.get(nextMarker)
              : null;
      int matchEnd = match == null ? 0 : tokens.end(match.lastToken());
      boolean isOther =
          match != null && values.get(match.value()).get(0).kind() == CellWord.Kind.NOT;
      if (isOther && (marker == null || marker.end() <= matchEnd)) {
        chunks.add(new Chunk(begin, matchEnd, null, List.of(), true));
        at = matchEnd;
      } else if (marker != null && (match == null || marker.end() > matchEnd)) {
        at = addMarkers(markers, nextMarker);
      } else if (match != null && !cutsSignedMarker(markers, nextMarker, begin, matchEnd)) {
        add(begin, matchEnd, null, values.get(match.value()));
        at = matchEnd;
      } else {
        add(begin, tokens.end(token), null, List.of());
        at = tokens.end(token);
      }
    }
  }

  /** The longest of the defined names that is here as a whole, or null. */
  private String definedAt(int begin, Map<String, CellWord> defined) {
    String longest = null;
    for (int length : lengths) {
      int end = begin + length;
      String name = end <= text.length() ? text.substring(begin, end) : "";
      if (defined.containsKey(name)
          && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))
          && (begin == 0 || !Character.isLetterOrDigit(text.charAt(begin - 1)))) {
        longest = name;
      }
    }
    return longest;
  }

  /** Adds a marker and those that follow without a gap; returns where they end. */
  private int addMarkers(List<MarkerReader.Reading> markers, int first) {
    int last = first;
    add(markers.get(first).begin(), markers.get(first).end(), markers.get(first), List.of());
    while (last + 1 < markers.size() && markers.get(last + 1).begin() == markers.get(last).end()) {
      MarkerReader.Reading marker = markers.get(++last);
      add(marker.begin(), marker.end(), marker, List.of());
    }
    return markers.get(last).end();
  }

  private static boolean cutsSignedMarker(
      List<MarkerReader.Reading> markers, int from, int begin, int end) {
    for (int i = from; i < markers.size() && markers.get(i).begin() < end; i++) {
      MarkerReader.Reading marker = markers.get(i);
      if (marker.isSigned() && marker.begin() >= begin && marker.end() > begin) {
        return true;
      }
    }
    return false;
  }

  private void add(int begin, int end, MarkerReader.Reading marker, List<CellWord> words) {
    chunks.add(new Chunk(begin, end, marker, words, false));
  }

  int size() {
    return chunks.size();
  }

  /**
   * Whether there is more than words that do not name cells: a marker, a word of a name, or the
   * name of something else.
   */
  boolean hasEvidence() {
    for (Chunk chunk : chunks) {
      if (chunk.isMarker() || chunk.isOtherName()) {
        return true;
      }
      for (CellWord word : chunk.words()) {
        if (!COMMON.contains(word.kind())) {
          return true;
        }
      }
    }
    return false;
  }

  Chunk get(int index) {
    return chunks.get(index);
  }

  String text() {
    return text;
  }

  /** Whether the chunk is this one character. */
  boolean is(int index, char c) {
    return index >= 0
        && index < chunks.size()
        && chunks.get(index).end() == chunks.get(index).begin() + 1
        && text.charAt(chunks.get(index).begin()) == c;
  }

  boolean isHyphen(int index) {
    return is(index, '-') || is(index, '\u2010') || is(index, '\u2011') || is(index, '\u2013');
  }

  /** Whether no space separates a chunk from the one before it. */
  boolean touchesBefore(int index) {
    return index > 0
        && index < chunks.size()
        && chunks.get(index - 1).end() == chunks.get(index).begin();
  }

  String textOf(int index) {
    return text.substring(chunks.get(index).begin(), chunks.get(index).end());
  }
}
