package org.immunospan.tag.cell;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.lexicon.TermMatch;
import org.immunospan.text.Tokens;

/**
 * A sentence as the grammar sees it: markers, words of cell names and whatever else, in the order
 * of the text. A signed marker beats a word, a word beats a bare marker.
 */
final class CellItems {

  /** One of the three, with its place; {@code words} is empty for what is no word of cell names. */
  record Item(int begin, int end, MarkerReader.Reading marker, List<CellWord> words) {

    boolean isMarker() {
      return marker != null;
    }

    CellWord word(CellWord.Kind kind) {
      for (CellWord word : words) {
        if (word.kind() == kind) {
          return word;
        }
      }
      return null;
    }
  }

  private final String text;
  private final List<Item> items = new ArrayList<>();

  private CellItems(String text) {
    this.text = text;
  }

  static CellItems of(Tokens tokens, List<MarkerReader.Reading> markers, CellWords.Compiled words) {
    CellItems sentence = new CellItems(tokens.documentText());
    List<TermMatch> matches = words.trie().match(tokens);
    if (matches.isEmpty() && markers.isEmpty()) {
      return sentence;
    }
    sentence.read(tokens, markers, matches, words.values());
    return sentence;
  }

  private void read(
      Tokens tokens,
      List<MarkerReader.Reading> markers,
      List<TermMatch> matches,
      List<List<CellWord>> values) {
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
      TermMatch match =
          nextMatch < matches.size() && matches.get(nextMatch).firstToken() == token
              ? matches.get(nextMatch)
              : null;
      MarkerReader.Reading marker =
          nextMarker < markers.size() && markers.get(nextMarker).begin() == begin
              ? markers.get(nextMarker)
              : null;
      int matchEnd = match == null ? 0 : tokens.end(match.lastToken());
      if (marker != null
          && (match == null
              || (marker.level() != null && marker.end() > matchEnd)
              || (marker.level() == null && marker.end() > matchEnd))) {
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
      if (marker.level() != null && marker.begin() >= begin && marker.end() > begin) {
        return true;
      }
    }
    return false;
  }

  private void add(int begin, int end, MarkerReader.Reading marker, List<CellWord> words) {
    items.add(new Item(begin, end, marker, words));
  }

  int size() {
    return items.size();
  }

  Item get(int index) {
    return items.get(index);
  }

  String text() {
    return text;
  }

  /** Whether the item is this one character. */
  boolean is(int index, char c) {
    return index >= 0
        && index < items.size()
        && items.get(index).end() == items.get(index).begin() + 1
        && text.charAt(items.get(index).begin()) == c;
  }

  boolean isHyphen(int index) {
    return is(index, '-') || is(index, '\u2010') || is(index, '\u2011') || is(index, '\u2013');
  }

  /** Whether no blank parts an item from the one before it. */
  boolean touchesBefore(int index) {
    return index > 0 && items.get(index - 1).end() == items.get(index).begin();
  }

  String textOf(int index) {
    return text.substring(items.get(index).begin(), items.get(index).end());
  }
}
