package org.immunospan.cell;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.cell.CellChunks.Chunk;
import org.immunospan.cell.CellWord.Kind;

/**
 * Reads the parts of coordinations: markers and modifiers up to a head noun, or up to where the
 * next part begins. Belongs to one sentence.
 */
final class ConjunctParser {

  /** The most chunks, markers not counted, in a bracket inside a name: {@code T (H) 17}. */
  private static final int MAX_IN_BRACKETS = 6;

  private static final int MAX_ABBREVIATION = 8;

  private final CellChunks chunks;
  private final StopContext stopContext;
  private final CellRules rules;
  private int emptyUntil;

  ConjunctParser(CellChunks chunks, StopContext stopContext, CellRules rules) {
    this.rules = rules;
    this.chunks = chunks;
    this.stopContext = stopContext;
  }

  /** No part begins before this chunk; known from the last search. */
  int emptyUntil() {
    return emptyUntil;
  }

  /** The part that begins with a chunk, or null when none does. */
  Conjunct read(int first) {
    if (stopContext.continuesLine(first)) {
      return null;
    }
    Conjunct conjunct = new Conjunct(first);
    int at = first;
    int kept = -1;
    while (at < chunks.size()) {
      Chunk chunk = chunks.get(at);
      if (chunks.isHyphen(at) && at > first && chunks.touchesBefore(at) && canGoOn(at + 1)) {
        at++;
        continue;
      }
      if (chunk.isPlain()) {
        break;
      }
      if (chunk.isMarker()) {
        if (stopContext.isStatus(chunk.marker())) {
          if (kept >= 0 || !canGoOn(at + 1)) {
            break;
          }
          at++;
          continue;
        }
        if (!isUsable(chunk.marker(), at)) {
          break;
        }
        conjunct.markers.add(chunk.marker());
        kept = keep(conjunct, kept, at, true);
        at++;
        continue;
      }
      CellWord modifier = chunk.word(Kind.MODIFIER);
      CellWord place = chunk.word(Kind.PLACE);
      CellWord stem =
          chunk.word(Kind.STEM) == null ? chunk.word(Kind.ALONE) : chunk.word(Kind.STEM);
      CellWord head = chunk.word(Kind.HEAD);
      CellWord noun = chunk.word(Kind.NOUN);
      if (stem != null && !stopContext.isBlocked(at, stem)) {
        int nounAt = nounAfter(at + 1, conjunct, stem);
        if (nounAt >= 0) {
          return complete(conjunct, stem, keep(conjunct, kept, at, false), nounAt + 1);
        }
        if (chunk.word(Kind.ALONE) != null) {
          return complete(conjunct, stem, keep(conjunct, kept, at, false), at + 1);
        }
        if (isLineAt(at + 1)) {
          return complete(conjunct, stem, keep(conjunct, kept, at, false), at + 1);
        }
        if (modifier == null
            && place == null
            && head == null
            && !stem.genus().isEmpty()
            && afterJoin(afterHanging(at)) >= 0) {
          kept = keep(conjunct, kept, at, false);
          conjunct.head = stem;
          conjunct.hanging = true;
          conjunct.next = at + 1;
          conjunct.end = chunk.end();
          if (isPhenotype(at + 1)) {
            conjunct.addBracketed(phenotype(at + 1));
            conjunct.next = afterHanging(at);
            conjunct.end = chunks.get(conjunct.next - 1).end();
          }
          if (chunks.isHyphen(at + 1)
              && chunks.touchesBefore(at + 1)
              && !chunks.touchesBefore(at + 2)) {
            conjunct.end = chunks.get(at + 1).end();
            conjunct.next = at + 2;
          }
          conjunct.begin = chunks.get(kept).begin();
          return conjunct;
        }
      }
      boolean headBeforeNoun = head != null && nounAt(at + 1) >= 0;
      if (modifier != null && !headBeforeNoun && (head == null || canGoOn(at + 1))) {
        conjunct.differentiae.addAll(modifier.differentiae());
        kept = keep(conjunct, kept, at, false);
        at = afterBracket(at + 1, conjunct);
        continue;
      }
      if (head != null && !stopContext.isBlocked(at, head)) {
        return complete(conjunct, head, keep(conjunct, kept, at, false), at + 1);
      }
      if (noun != null && !conjunct.markers.isEmpty()) {
        return complete(conjunct, noun, kept, at + 1);
      }
      if (place != null && (canGoOn(at + 1) || (kept < 0 && afterJoin(at + 1) >= 0))) {
        conjunct.places.addAll(place.differentiae());
        if (kept >= 0 || !canGoOn(at + 1)) {
          kept = keep(conjunct, kept, at, false);
        }
        at++;
        continue;
      }
      if (chunk.word(Kind.STATE) != null && canGoOn(at + 1)) {
        at++;
        continue;
      }
      break;
    }
    if (conjunct.isEmpty() || kept < 0) {
      emptyUntil = at;
      return null;
    }
    conjunct.begin = chunks.get(kept).begin();
    conjunct.next = lastKept(kept, conjunct) + 1;
    if (chunks.isHyphen(conjunct.next)
        && chunks.touchesBefore(conjunct.next)
        && !chunks.touchesBefore(conjunct.next + 1)) {
      conjunct.next++;
    }
    conjunct.end = chunks.get(conjunct.next - 1).end();
    return conjunct;
  }

  /** After {@code (FO)} or {@code (CD4-CD8-)} in the middle of a name, else where it began. */
  private int afterBracket(int at, Conjunct conjunct) {
    int closing = closingBracket(at);
    boolean goesOn = closing >= 0 && canGoOn(closing + 1);
    if (isPhenotype(at) && (goesOn || afterJoin(closing + 1) >= 0)) {
      conjunct.addBracketed(phenotype(at));
      return closing + 1;
    }
    return goesOn && isShort(at, closing) ? closing + 1 : at;
  }

  /** Whether a bracket begins here that holds markers alone: {@code (CD14+CD16-)}. */
  private boolean isPhenotype(int at) {
    int closing = closingBracket(at);
    for (int i = at + 1; i < closing; i++) {
      if (!chunks.get(i).isMarker()) {
        return false;
      }
    }
    return closing > at + 1;
  }

  private List<MarkerReader.Reading> phenotype(int opening) {
    List<MarkerReader.Reading> markers = new ArrayList<>(2);
    for (int i = opening + 1; chunks.get(i).isMarker(); i++) {
      markers.add(chunks.get(i).marker());
    }
    return markers;
  }

  /** After a hyphen or a phenotype that follows a stem without its noun, else after the stem. */
  private int afterHanging(int stem) {
    if (isPhenotype(stem + 1)) {
      return closingBracket(stem + 1) + 1;
    }
    return chunks.isHyphen(stem + 1) ? stem + 2 : stem + 1;
  }

  private boolean isLineAt(int at) {
    if (at >= chunks.size() || chunks.touchesBefore(at)) {
      return false;
    }
    return rules.isLineWord(chunks.textOf(at));
  }

  /** The last marker or modifier of a part without a head. */
  private int lastKept(int kept, Conjunct conjunct) {
    int last = kept;
    int count = conjunct.markers.size();
    int lastMarker = count == 0 ? -1 : conjunct.markers.get(count - 1).begin();
    for (int i = kept; i < chunks.size(); i++) {
      if (isPhenotype(i) && chunks.get(i + 1).begin() <= lastMarker) {
        i = closingBracket(i);
        last = i;
        continue;
      }
      Chunk chunk = chunks.get(i);
      boolean marker = chunk.isMarker() && chunk.begin() <= lastMarker;
      if (marker || chunk.word(Kind.MODIFIER) != null) {
        last = i;
      } else if (chunk.word(Kind.STATE) == null
          && !chunks.isHyphen(i)
          && chunk.word(Kind.PLACE) == null) {
        break;
      }
    }
    return last;
  }

  private int keep(Conjunct conjunct, int kept, int at, boolean marker) {
    if (kept < 0) {
      conjunct.markerFirst = marker;
      return at;
    }
    return kept;
  }

  /** Finishes a part at its head; takes in a noun, a bracket with a noun, or a tail after it. */
  private Conjunct complete(Conjunct conjunct, CellWord head, int kept, int after) {
    conjunct.head = head;
    conjunct.differentiae.addAll(head.differentiae());
    int next = after;
    conjunct.hasPhenotypeAfter = isPhenotype(next);
    boolean headIsNoun = head.kind() == Kind.NOUN;
    if (!headIsNoun) {
      int noun = nounAt(next);
      if (noun >= 0) {
        next = noun + 1;
      } else if (chunks.is(next, '(') && head.kind() == Kind.HEAD) {
        int closing = closingBracket(next);
        int nounAfter = closing < 0 ? -1 : nounAt(closing + 1);
        if (nounAfter >= 0 && closing + 1 == nounAfter && isShort(next, closing)) {
          if (isPhenotype(next)) {
            conjunct.addBracketed(phenotype(next));
          }
          next = nounAfter + 1;
        }
      }
    }
    if (next < chunks.size()
        && chunks.get(next).word(Kind.TAIL) != null
        && !chunks.touchesBefore(next)) {
      next++;
    }
    conjunct.next = next;
    conjunct.end = chunks.get(next - 1).end();
    conjunct.begin = chunks.get(kept).begin();
    return conjunct;
  }

  /** The noun after a stem, perhaps after modifiers or a bracket too, or -1. */
  private int nounAfter(int from, Conjunct conjunct, CellWord stem) {
    int at = from;
    List<String> inner = new ArrayList<>(0);
    while (at < chunks.size()) {
      int noun = nounAt(at);
      if (noun >= 0) {
        conjunct.differentiae.addAll(inner);
        return noun;
      }
      Chunk chunk = chunks.get(at);
      if (chunks.is(at, '(')) {
        int closing = closingBracket(at);
        boolean phenotype = isPhenotype(at);
        if (closing < 0
            || nounAt(closing + 1) != closing + 1
            || !(phenotype || isShort(at, closing))) {
          return -1;
        }
        if (phenotype) {
          conjunct.addBracketed(phenotype(at));
        }
        at = closing + 1;
      } else if (chunks.isHyphen(at) && chunks.touchesBefore(at)) {
        at++;
      } else if (chunk.word(Kind.MODIFIER) != null && rules.takesInnerModifiers(stem.genus())) {
        inner.addAll(chunk.word(Kind.MODIFIER).differentiae());
        at++;
      } else {
        return -1;
      }
    }
    return -1;
  }

  /** The index of a noun here or after one hyphen, or -1. */
  private int nounAt(int at) {
    int noun = chunks.isHyphen(at) && chunks.touchesBefore(at) ? at + 1 : at;
    return noun < chunks.size() && chunks.get(noun).word(Kind.NOUN) != null ? noun : -1;
  }

  /** Whether a bracket can hold an abbreviation. */
  private boolean isShort(int opening, int closing) {
    return chunks.get(closing).begin() - chunks.get(opening).end() <= MAX_ABBREVIATION;
  }

  /** The bracket that closes the one at {@code opening}; -1 if there is none or it is far. */
  private int closingBracket(int opening) {
    if (!chunks.is(opening, '(')) {
      return -1;
    }
    int depth = 0;
    int others = 0;
    for (int i = opening; i < chunks.size() && others <= MAX_IN_BRACKETS; i++) {
      others += chunks.get(i).isMarker() ? 0 : 1;
      if (chunks.is(i, '(')) {
        depth++;
      } else if (chunks.is(i, ')') && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a part may go on with this chunk. */
  private boolean canGoOn(int at) {
    if (at >= chunks.size()) {
      return false;
    }
    Chunk chunk = chunks.get(at);
    return chunk.isMarker()
        || (!chunk.words().isEmpty()
            && chunk.word(Kind.JOIN) == null
            && chunk.word(Kind.LINE) == null
            && chunk.word(Kind.SHORT) == null
            && (chunk.word(Kind.TAIL) == null || chunk.word(Kind.NOUN) != null))
        || (chunks.isHyphen(at) && chunks.touchesBefore(at));
  }

  /** A marker without a level, or with one after a space, counts only before more of a name. */
  private boolean isUsable(MarkerReader.Reading marker, int at) {
    if (marker.isSigned() && !marker.loose()) {
      return true;
    }
    if (!canGoOn(at + 1) || (chunks.isHyphen(at + 1) && !canGoOn(at + 2))) {
      return isLinkedBareMarker(marker, at);
    }
    boolean cd = marker.name().name().startsWith("CD");
    return cd || marker.isSigned();
  }

  /** {@code CD4} in {@code CD4 and CD8 T cells}. */
  private boolean isLinkedBareMarker(MarkerReader.Reading marker, int at) {
    if (marker.isSigned() || !marker.name().name().startsWith("CD")) {
      return false;
    }
    int after = afterJoin(at + 1);
    return after >= 0
        && chunks.get(after).isMarker()
        && after + 1 < chunks.size()
        && chunks.get(after).marker().name().name().startsWith("CD")
        && canGoOn(after + 1);
  }

  /** The first chunk after a conjunction that begins here, or -1. */
  int afterJoin(int at) {
    int i = at;
    if (chunks.is(i, ',') || chunks.is(i, '/')) {
      i++;
    }
    if (i < chunks.size()
        && chunks.get(i).word(Kind.JOIN) != null
        && !chunks.is(i, ',')
        && !chunks.is(i, '/')) {
      i++;
    }
    return i == at || i >= chunks.size() ? -1 : i;
  }
}
