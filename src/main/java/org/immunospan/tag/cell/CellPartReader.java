package org.immunospan.tag.cell;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.tag.cell.CellItems.Item;
import org.immunospan.tag.cell.CellWord.Kind;

/**
 * Reads the parts of coordinations: markers and modifiers up to a head noun, or up to where the
 * next part begins. Belongs to one sentence.
 */
final class CellPartReader {

  /** Most items but markers in a bracket inside a name: {@code T (H) 17}. */
  private static final int MAX_IN_BRACKETS = 6;

  private static final int MAX_ABBREVIATION = 8;
  private static final String T_CELL = "CL:0000084";

  private final CellItems items;
  private final CellSurroundings surroundings;

  CellPartReader(CellItems items, CellSurroundings surroundings) {
    this.items = items;
    this.surroundings = surroundings;
  }

  /** The part that begins with an item, or null when none does. */
  CellPart read(int first) {
    if (surroundings.continuesLine(first)) {
      return null;
    }
    CellPart part = new CellPart(first);
    int at = first;
    int kept = -1;
    while (at < items.size()) {
      Item item = items.get(at);
      if (items.isHyphen(at) && at > first && items.touchesBefore(at) && canGoOn(at + 1)) {
        at++;
        continue;
      }
      if (item.isPlain()) {
        break;
      }
      if (item.isMarker()) {
        if (surroundings.isStatus(item.marker())) {
          if (kept >= 0 || !canGoOn(at + 1)) {
            break;
          }
          at++;
          continue;
        }
        if (!isUsable(item.marker(), at)) {
          break;
        }
        part.markers.add(item.marker());
        kept = keep(part, kept, at, true);
        at++;
        continue;
      }
      CellWord modifier = item.word(Kind.MODIFIER);
      CellWord place = item.word(Kind.PLACE);
      CellWord stem = item.word(Kind.STEM) == null ? item.word(Kind.ALONE) : item.word(Kind.STEM);
      CellWord head = item.word(Kind.HEAD);
      CellWord noun = item.word(Kind.NOUN);
      if (stem != null && !surroundings.isBlocked(at, stem)) {
        int nounAt = nounBehind(at + 1, part, stem);
        if (nounAt >= 0) {
          return complete(part, stem, keep(part, kept, at, false), nounAt + 1);
        }
        if (item.word(Kind.ALONE) != null) {
          return complete(part, stem, keep(part, kept, at, false), at + 1);
        }
        if (isLineAt(at + 1)) {
          return complete(part, stem, keep(part, kept, at, false), at + 1);
        }
        if (modifier == null
            && place == null
            && head == null
            && stem.root().startsWith("CL:")
            && behindJoin(behindHanging(at)) >= 0) {
          kept = keep(part, kept, at, false);
          part.head = stem;
          part.hanging = true;
          part.next = at + 1;
          part.end = item.end();
          if (isPhenotype(at + 1)) {
            part.addBracketed(phenotype(at + 1));
            part.next = behindHanging(at);
            part.end = items.get(part.next - 1).end();
          }
          if (items.isHyphen(at + 1)
              && items.touchesBefore(at + 1)
              && !items.touchesBefore(at + 2)) {
            part.end = items.get(at + 1).end();
            part.next = at + 2;
          }
          part.begin = items.get(kept).begin();
          return part;
        }
      }
      boolean headBeforeNoun = head != null && nounAt(at + 1) >= 0;
      if (modifier != null && !headBeforeNoun && (head == null || canGoOn(at + 1))) {
        part.features.addAll(modifier.features());
        kept = keep(part, kept, at, false);
        at = behindBracket(at + 1, part);
        continue;
      }
      if (head != null && !surroundings.isBlocked(at, head)) {
        return complete(part, head, keep(part, kept, at, false), at + 1);
      }
      if (noun != null && !part.markers.isEmpty()) {
        return complete(part, noun, kept, at + 1);
      }
      if (place != null && (canGoOn(at + 1) || (kept < 0 && behindJoin(at + 1) >= 0))) {
        part.places.addAll(place.features());
        if (kept >= 0 || !canGoOn(at + 1)) {
          kept = keep(part, kept, at, false);
        }
        at++;
        continue;
      }
      if (item.word(Kind.STATE) != null && canGoOn(at + 1)) {
        at++;
        continue;
      }
      break;
    }
    if (part.isEmpty() || kept < 0) {
      return null;
    }
    part.begin = items.get(kept).begin();
    part.next = lastKept(kept, part) + 1;
    if (items.isHyphen(part.next)
        && items.touchesBefore(part.next)
        && !items.touchesBefore(part.next + 1)) {
      part.next++;
    }
    part.end = items.get(part.next - 1).end();
    return part;
  }

  /** Behind {@code (FO)} or {@code (CD4-CD8-)} in the middle of a name, else where it began. */
  private int behindBracket(int at, CellPart part) {
    int closing = closingBracket(at);
    boolean goesOn = closing >= 0 && canGoOn(closing + 1);
    if (isPhenotype(at) && (goesOn || behindJoin(closing + 1) >= 0)) {
      part.addBracketed(phenotype(at));
      return closing + 1;
    }
    return goesOn && isShort(at, closing) ? closing + 1 : at;
  }

  /** Whether a bracket begins here that holds markers alone: {@code (CD14+CD16-)}. */
  private boolean isPhenotype(int at) {
    int closing = closingBracket(at);
    for (int i = at + 1; i < closing; i++) {
      if (!items.get(i).isMarker()) {
        return false;
      }
    }
    return closing > at + 1;
  }

  private List<MarkerReader.Reading> phenotype(int opening) {
    List<MarkerReader.Reading> markers = new ArrayList<>(2);
    for (int i = opening + 1; items.get(i).isMarker(); i++) {
      markers.add(items.get(i).marker());
    }
    return markers;
  }

  /** Behind a hyphen or a phenotype that follows a stem without its noun, else behind the stem. */
  private int behindHanging(int stem) {
    if (isPhenotype(stem + 1)) {
      return closingBracket(stem + 1) + 1;
    }
    return items.isHyphen(stem + 1) ? stem + 2 : stem + 1;
  }

  private boolean isLineAt(int at) {
    if (at >= items.size() || items.touchesBefore(at)) {
      return false;
    }
    String word = items.textOf(at);
    return word.equals("lines") || word.equals("clones") || word.equals("clone");
  }

  /** The last marker or modifier of a part without a head. */
  private int lastKept(int kept, CellPart part) {
    int last = kept;
    for (int i = kept; i < items.size(); i++) {
      if (isPhenotype(i) && part.bracketed.contains(items.get(i + 1).marker())) {
        i = closingBracket(i);
        last = i;
        continue;
      }
      Item item = items.get(i);
      boolean marker = item.isMarker() && part.markers.contains(item.marker());
      if (marker || item.word(Kind.MODIFIER) != null) {
        last = i;
      } else if (item.word(Kind.STATE) == null
          && !items.isHyphen(i)
          && item.word(Kind.PLACE) == null) {
        break;
      }
    }
    return last;
  }

  private int keep(CellPart part, int kept, int at, boolean marker) {
    if (kept < 0) {
      part.markerFirst = marker;
      return at;
    }
    return kept;
  }

  /** Finishes a part at its head; takes in a noun, a bracket with a noun, or a tail behind it. */
  private CellPart complete(CellPart part, CellWord head, int kept, int behind) {
    part.head = head;
    part.features.addAll(head.features());
    int next = behind;
    part.hasPhenotypeBehind = isPhenotype(next);
    boolean headIsNoun = head.kind() == Kind.NOUN;
    if (!headIsNoun) {
      int noun = nounAt(next);
      if (noun >= 0) {
        next = noun + 1;
      } else if (items.is(next, '(') && head.kind() == Kind.HEAD) {
        int closing = closingBracket(next);
        int nounBehind = closing < 0 ? -1 : nounAt(closing + 1);
        if (nounBehind >= 0 && closing + 1 == nounBehind && isShort(next, closing)) {
          if (isPhenotype(next)) {
            part.addBracketed(phenotype(next));
          }
          next = nounBehind + 1;
        }
      }
    }
    if (next < items.size()
        && items.get(next).word(Kind.TAIL) != null
        && !items.touchesBefore(next)) {
      next++;
    }
    part.next = next;
    part.end = items.get(next - 1).end();
    part.begin = items.get(kept).begin();
    return part;
  }

  /** The noun behind a stem, perhaps behind modifiers or a bracket too, or -1. */
  private int nounBehind(int from, CellPart part, CellWord stem) {
    int at = from;
    List<String> inner = new ArrayList<>(0);
    while (at < items.size()) {
      int noun = nounAt(at);
      if (noun >= 0) {
        part.features.addAll(inner);
        return noun;
      }
      Item item = items.get(at);
      if (items.is(at, '(')) {
        int closing = closingBracket(at);
        boolean phenotype = isPhenotype(at);
        if (closing < 0
            || nounAt(closing + 1) != closing + 1
            || !(phenotype || isShort(at, closing))) {
          return -1;
        }
        if (phenotype) {
          part.addBracketed(phenotype(at));
        }
        at = closing + 1;
      } else if (items.isHyphen(at) && items.touchesBefore(at)) {
        at++;
      } else if (item.word(Kind.MODIFIER) != null && stem.root().equals(T_CELL)) {
        inner.addAll(item.word(Kind.MODIFIER).features());
        at++;
      } else {
        return -1;
      }
    }
    return -1;
  }

  /** The index of a noun here or behind one hyphen, or -1. */
  private int nounAt(int at) {
    int noun = items.isHyphen(at) && items.touchesBefore(at) ? at + 1 : at;
    return noun < items.size() && items.get(noun).word(Kind.NOUN) != null ? noun : -1;
  }

  /** Whether a bracket can hold an abbreviation. */
  private boolean isShort(int opening, int closing) {
    return items.get(closing).begin() - items.get(opening).end() <= MAX_ABBREVIATION;
  }

  /** The bracket that closes the one at {@code opening}; -1 if there is none or it is far. */
  private int closingBracket(int opening) {
    if (!items.is(opening, '(')) {
      return -1;
    }
    int depth = 0;
    int others = 0;
    for (int i = opening; i < items.size() && others <= MAX_IN_BRACKETS; i++) {
      others += items.get(i).isMarker() ? 0 : 1;
      if (items.is(i, '(')) {
        depth++;
      } else if (items.is(i, ')') && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a part may go on with this item. */
  private boolean canGoOn(int at) {
    if (at >= items.size()) {
      return false;
    }
    Item item = items.get(at);
    return item.isMarker()
        || (!item.words().isEmpty()
            && item.word(Kind.JOIN) == null
            && item.word(Kind.LINE) == null
            && item.word(Kind.SHORT) == null
            && item.word(Kind.TAIL) == null)
        || (items.isHyphen(at) && items.touchesBefore(at));
  }

  /** A marker without a level, or with one behind a blank, counts only before more of a name. */
  private boolean isUsable(MarkerReader.Reading marker, int at) {
    if (marker.isSigned() && !marker.loose()) {
      return true;
    }
    if (!canGoOn(at + 1) || (items.isHyphen(at + 1) && !canGoOn(at + 2))) {
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
    int behind = behindJoin(at + 1);
    return behind >= 0
        && items.get(behind).isMarker()
        && behind + 1 < items.size()
        && items.get(behind).marker().name().name().startsWith("CD")
        && canGoOn(behind + 1);
  }

  /** The first item behind a conjunction that begins here, or -1. */
  int behindJoin(int at) {
    int i = at;
    if (items.is(i, ',') || items.is(i, '/')) {
      i++;
    }
    if (i < items.size()
        && items.get(i).word(Kind.JOIN) != null
        && !items.is(i, ',')
        && !items.is(i, '/')) {
      i++;
    }
    return i == at || i >= items.size() ? -1 : i;
  }
}
