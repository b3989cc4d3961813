package org.immunospan.tag.cell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.immunospan.tag.cell.CellWord.Kind;
import org.immunospan.text.Span;

/**
 * Makes names of the parts of a sentence. Parts that are joined share the head noun of the last one
 * ({@code CD4+ and CD8+ T cells}), also behind its own markers ({@code naive (CD45RA+) and memory
 * (CD45RO+) T cells}), and each is a name of its own, but for markers of one cell ({@code
 * CD4+/CD25+ T cells}). Belongs to one sentence.
 */
final class CellCoordination {

  /** Markers of lineages that exclude each other: a slash between them is no conjunction of one. */
  private static final Set<String> LINEAGES =
      Set.of("CD4", "CD8", "CD19", "CD20", "CD14", "CD56", "CD3");

  /** Markers that stand for a cell without any noun. */
  private static final Set<String> ALONE =
      Set.of("CD3", "CD4", "CD8", "CD19", "CD20", "CD14", "CD56", "CD68", "FOXP3");

  /** Modifiers that need one like them beside them: {@code immature or activated T cells}. */
  private static final Set<String> STAGES =
      Set.of("immature", "mature", "conventional", "classical", "intermediate");

  /** Roots whose place names the type. */
  private static final Set<String> PLACED =
      Set.of(
          "CL:0000235",
          "CL:0000451",
          "CL:0000057",
          "CL:0000066",
          "CL:0000115",
          "CL:0000499",
          "CL:0000192",
          "CL:0000669",
          "CL:0000864",
          "CL:0000097");

  private final CellItems items;
  private final CellPartReader parts;
  private final CellSurroundings surroundings;
  private final List<CellName> names = new ArrayList<>();

  CellCoordination(CellItems items, CellPartReader parts, CellSurroundings surroundings) {
    this.items = items;
    this.parts = parts;
    this.surroundings = surroundings;
  }

  /** All names of the sentence, sorted, disjoint. */
  List<CellName> names() {
    int at = 0;
    while (at < items.size()) {
      CellPart part = items.get(at).isPlain() ? null : parts.read(at);
      if (part == null) {
        at++;
        continue;
      }
      List<CellPart> chain = new ArrayList<>(2);
      List<String> joins = new ArrayList<>(2);
      chain.add(part);
      while (true) {
        int behindJoin = parts.behindJoin(part.next);
        if (behindJoin < 0) {
          break;
        }
        CellPart following = items.get(behindJoin).isPlain() ? null : parts.read(behindJoin);
        if (following == null) {
          break;
        }
        joins.add(
            items.text().substring(items.get(part.next).begin(), items.get(behindJoin).begin()));
        chain.add(following);
        part = following;
      }
      nameAll(chain, joins);
      at = part.next;
    }
    return names;
  }

  private void nameAll(List<CellPart> chain, List<String> joins) {
    boolean conjunction = joins.stream().anyMatch(CellCoordination::isConjunction);
    CellPart headed = null;
    boolean stopped = false;
    List<CellName> found = new ArrayList<>(chain.size());
    for (int i = chain.size() - 1; i >= 0; i--) {
      CellPart part = chain.get(i);
      if (part.isComplete()) {
        boolean tied = stopped && joins.get(i).strip().equals("/");
        stopped = tied || surroundings.isStopped(part.next);
        headed = part;
        if (!stopped) {
          addComplete(found, part);
        }
      } else if (headed != null && !stopped) {
        String join = joins.get(i);
        CellPart next = chain.get(i + 1);
        if (isOneCell(part, next, join)) {
          extend(found, part, next);
        } else if (conjunction || join.strip().equals("/")) {
          addShared(found, part, headed);
        } else if (part.head == null && !part.markers.isEmpty() && part.features.isEmpty()) {
          addShared(found, part, headed);
        }
      } else if (headed == null) {
        addAlone(found, part, i + 1 == chain.size());
      }
    }
    for (int i = found.size() - 1; i >= 0; i--) {
      names.add(found.get(i));
    }
  }

  private static boolean isConjunction(String join) {
    String word = join.strip();
    return !word.equals(",") && !word.equals("/");
  }

  /** Whether a comma or slash only parts the markers of one cell: {@code CD4+/CD25+ T cells}. */
  private boolean isOneCell(CellPart part, CellPart next, String join) {
    if (isConjunction(join)
        || part.head != null
        || !part.features.isEmpty()
        || !next.markerFirst
        || part.markers.isEmpty()) {
      return false;
    }
    for (MarkerReader.Reading one : part.markers) {
      for (MarkerReader.Reading other : next.markers) {
        String a = one.name().marker();
        String b = other.name().marker();
        boolean bothPositive = isPositive(one) && isPositive(other);
        if (a.equals(b) || (bothPositive && LINEAGES.contains(a) && LINEAGES.contains(b))) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isPositive(MarkerReader.Reading marker) {
    return marker.level().meets(MarkerLevel.POSITIVE);
  }

  /** Takes the markers of a part into the name that was found behind it. */
  private void extend(List<CellName> found, CellPart part, CellPart next) {
    next.markers.addAll(0, part.markers);
    next.begin = part.begin;
    if (!found.isEmpty() && next.isComplete()) {
      found.remove(found.size() - 1);
      addComplete(found, next);
    }
  }

  private void addComplete(List<CellName> found, CellPart part) {
    trimPlaces(part);
    if (part.head.kind() == Kind.NOUN && part.markers.isEmpty()) {
      return;
    }
    found.add(
        name(part.begin, part.end, part.head, part.features, part.places, part.markers, false));
  }

  /** Resident cells keep their place; of others it is left out. */
  private void trimPlaces(CellPart part) {
    if (part.places.isEmpty()) {
      return;
    }
    if (!keepsPlace(part.head.root())) {
      part.places.clear();
      return;
    }
    if (part.markers.isEmpty() || !part.markerFirst) {
      int first = part.first;
      while (first < part.next
          && items.get(first).word(Kind.PLACE) == null
          && items.get(first).end() <= part.begin) {
        first++;
      }
      part.begin = Math.min(part.begin, items.get(first).begin());
    } else {
      for (int i = part.first; i < part.next && items.get(i).begin() < part.begin; i++) {
        if (items.get(i).word(Kind.PLACE) != null) {
          part.begin = items.get(i).begin();
        }
      }
    }
  }

  private boolean keepsPlace(String root) {
    return PLACED.contains(root);
  }

  private void addShared(List<CellName> found, CellPart part, CellPart headed) {
    if (headed.hasPhenotypeBehind && !part.hanging && !part.bracketed.isEmpty()) {
      return;
    }
    if (part.features.isEmpty()
        && part.markers.isEmpty()
        && !part.hanging
        && !keepsPlace(headed.head.root())) {
      return;
    }
    boolean onlyMarkers = part.features.isEmpty() && !part.hanging;
    boolean headedIsPlain = headed.markers.isEmpty() && headed.features.isEmpty();
    if (headedIsPlain && !part.hanging && STAGES.containsAll(part.features) && !onlyMarkers) {
      return;
    }
    if (headedIsPlain && onlyMarkers && !part.markers.isEmpty()) {
      addAlone(found, part, false);
      return;
    }
    Set<String> features = new LinkedHashSet<>(part.features);
    List<MarkerReader.Reading> markers = new ArrayList<>(part.markers);
    CellWord head = part.hanging ? part.head : headed.head;
    if (!part.hanging) {
      if (part.common().isEmpty() && !headed.markerFirst) {
        markers.addAll(headed.common());
      } else if (part.features.isEmpty() && headed.markerFirst) {
        features.addAll(headed.features);
      } else {
        features.addAll(headed.head.features());
      }
    }
    found.add(name(part.begin, part.end, head, features, part.places, markers, !part.hanging));
  }

  private void addAlone(List<CellName> found, CellPart part, boolean last) {
    boolean carried =
        (last && surroundings.isCarried(part.next)) || surroundings.isInBracketsOrPredicate(part);
    if (part.head != null || carried) {
      return;
    }
    if (!part.features.isEmpty()) {
      addPolarised(found, part);
      return;
    }
    for (MarkerReader.Reading marker : part.markers) {
      if (marker.level() == MarkerLevel.POSITIVE
          && !marker.loose()
          && ALONE.contains(marker.name().marker())) {
        CellWord noun = new CellWord(Kind.NOUN, CellWords.ANY_CELL, List.of(), "");
        found.add(name(part.begin, part.end, noun, Set.of(), Set.of(), part.markers, false));
        return;
      }
    }
  }

  /** {@code M1} and {@code M2} without a noun. */
  private void addPolarised(List<CellName> found, CellPart part) {
    String text = items.text().substring(part.begin, part.end).replaceFirst(" ?\\(.*", "");
    boolean tied =
        part.first > 0 && items.touchesBefore(part.first) && items.isHyphen(part.first - 1);
    if ((text.equals("M1") || text.equals("M2")) && !tied) {
      CellWord macrophage = new CellWord(Kind.HEAD, "CL:0000235", List.of(), "");
      found.add(
          name(
              part.begin,
              part.begin + text.length(),
              macrophage,
              part.features,
              Set.of(),
              List.of(),
              true));
    }
  }

  private CellName name(
      int begin,
      int end,
      CellWord head,
      Set<String> features,
      Set<String> places,
      List<MarkerReader.Reading> markers,
      boolean shared) {
    Set<String> all = new LinkedHashSet<>(features);
    all.addAll(places);
    List<SignedMarker> signed = new ArrayList<>(markers.size());
    for (MarkerReader.Reading marker : markers) {
      signed.add(
          new SignedMarker(
              new Span(marker.begin(), marker.nameEnd()),
              marker.name().name(),
              marker.name().marker(),
              marker.name().identifier(),
              marker.level()));
    }
    return new CellName(new Span(begin, end), head.root(), all, signed, head.subtype(), shared);
  }
}
