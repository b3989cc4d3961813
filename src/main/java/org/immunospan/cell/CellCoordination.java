package org.immunospan.cell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.immunospan.cell.CellWord.Kind;
import org.immunospan.text.MarkerLevel;
import org.immunospan.text.Span;

/**
 * Makes names of the parts of a sentence. Parts that are joined share the head noun of the last one
 * ({@code CD4+ and CD8+ T cells}), also after its own markers ({@code naive (CD45RA+) and memory
 * (CD45RO+) T cells}), and each is a name of its own, but for markers of one cell ({@code
 * CD4+/CD25+ T cells}). Belongs to one sentence.
 */
final class CellCoordination {

  /** Most markers that a chain of slashes or commas gives to one cell. */
  private static final int MAX_MARKERS = 40;

  private final CellChunks chunks;
  private final ConjunctParser conjuncts;
  private final StopContext stopContext;
  private final CellRules rules;
  private final List<CellName> names = new ArrayList<>();

  CellCoordination(
      CellChunks chunks, ConjunctParser conjuncts, StopContext stopContext, CellRules rules) {
    this.rules = rules;
    this.chunks = chunks;
    this.conjuncts = conjuncts;
    this.stopContext = stopContext;
  }

  /** All names of the sentence, sorted, disjoint. */
  List<CellName> names() {
    int at = 0;
    while (at < chunks.size()) {
      Conjunct conjunct = chunks.get(at).isPlain() ? null : conjuncts.read(at);
      if (conjunct == null) {
        at = Math.max(at + 1, conjuncts.emptyUntil());
        continue;
      }
      List<Conjunct> chain = new ArrayList<>(2);
      List<String> joins = new ArrayList<>(2);
      chain.add(conjunct);
      while (true) {
        int afterJoin = conjuncts.afterJoin(conjunct.next);
        if (afterJoin < 0) {
          break;
        }
        Conjunct following = chunks.get(afterJoin).isPlain() ? null : conjuncts.read(afterJoin);
        if (following == null) {
          break;
        }
        joins.add(
            chunks
                .text()
                .substring(chunks.get(conjunct.next).begin(), chunks.get(afterJoin).begin()));
        chain.add(following);
        conjunct = following;
      }
      nameAll(chain, joins);
      at = conjunct.next;
    }
    return names;
  }

  private void nameAll(List<Conjunct> chain, List<String> joins) {
    boolean conjunction = joins.stream().anyMatch(CellCoordination::isConjunction);
    Conjunct headed = null;
    Conjunct owner = null;
    boolean stopped = false;
    List<CellName> found = new ArrayList<>(chain.size());
    int beforeOwner = 0;
    for (int i = chain.size() - 1; i >= 0; i--) {
      Conjunct conjunct = chain.get(i);
      if (conjunct.isComplete()) {
        boolean tied = stopped && joins.get(i).strip().equals("/");
        stopped = tied || stopContext.isStopped(conjunct.next);
        headed = conjunct;
        owner = conjunct;
        beforeOwner = found.size();
        if (!stopped) {
          addComplete(found, conjunct);
        }
      } else if (headed != null && !stopped) {
        String join = joins.get(i);
        if (isOneCell(conjunct, owner, join)) {
          owner.markers.addAll(0, conjunct.markers);
          owner.begin = conjunct.begin;
          found.subList(beforeOwner, found.size()).clear();
          addPart(found, owner, headed, conjunction, "/");
        } else {
          owner = conjunct;
          beforeOwner = found.size();
          addPart(found, conjunct, headed, conjunction, join);
        }
      } else if (headed == null) {
        addAlone(found, conjunct, i + 1 == chain.size());
      }
    }
    for (int i = found.size() - 1; i >= 0; i--) {
      names.add(found.get(i));
    }
  }

  /** Adds the name of a part of a chain that has a head noun. */
  private void addPart(
      List<CellName> found, Conjunct conjunct, Conjunct headed, boolean conjunction, String join) {
    boolean onlyMarkers =
        conjunct.head == null && !conjunct.markers.isEmpty() && conjunct.differentiae.isEmpty();
    if (conjunct.isComplete()) {
      addComplete(found, conjunct);
    } else if (conjunction || join.strip().equals("/") || onlyMarkers) {
      addShared(found, conjunct, headed);
    }
  }

  private static boolean isConjunction(String join) {
    String word = join.strip();
    return !word.equals(",") && !word.equals("/");
  }

  /**
   * Whether a comma or slash only parts the markers of one cell: {@code CD3+/CD8+ T cells} is one
   * cell, {@code CD4+/CD8+ T cells} is two, and so is {@code CD3+, CD4+ T cells}.
   */
  private boolean isOneCell(Conjunct conjunct, Conjunct next, String join) {
    if (isConjunction(join)
        || conjunct.head != null
        || !conjunct.differentiae.isEmpty()
        || !next.markerFirst
        || conjunct.markers.isEmpty()
        || conjunct.markers.size() + next.markers.size() > MAX_MARKERS) {
      return false;
    }
    for (MarkerReader.Reading one : conjunct.markers) {
      for (MarkerReader.Reading other : next.markers) {
        String a = one.name().marker();
        String b = other.name().marker();
        boolean bothPositive = isPositive(one) && isPositive(other);
        boolean parted =
            join.strip().equals("/")
                ? rules.areExclusive(a, b)
                : rules.isLineage(a) && rules.isLineage(b);
        if (a.equals(b) || (bothPositive && parted)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isPositive(MarkerReader.Reading marker) {
    return marker.level().meets(MarkerLevel.POSITIVE);
  }

  private void addComplete(List<CellName> found, Conjunct conjunct) {
    trimPlaces(conjunct);
    if (conjunct.head.kind() == Kind.NOUN && conjunct.markers.isEmpty()) {
      return;
    }
    found.add(
        name(
            conjunct.begin,
            conjunct.end,
            conjunct.head,
            conjunct.differentiae,
            conjunct.places,
            conjunct.markers,
            false));
  }

  /** Keeps the place of resident cells and leaves out that of others. */
  private void trimPlaces(Conjunct conjunct) {
    if (conjunct.places.isEmpty()) {
      return;
    }
    if (!keepsPlace(conjunct.head.genus())) {
      conjunct.places.clear();
      return;
    }
    if (conjunct.markers.isEmpty() || !conjunct.markerFirst) {
      int first = conjunct.first;
      while (first < conjunct.next
          && chunks.get(first).word(Kind.PLACE) == null
          && chunks.get(first).end() <= conjunct.begin) {
        first++;
      }
      conjunct.begin = Math.min(conjunct.begin, chunks.get(first).begin());
    } else {
      for (int i = conjunct.first;
          i < conjunct.next && chunks.get(i).begin() < conjunct.begin;
          i++) {
        if (chunks.get(i).word(Kind.PLACE) != null) {
          conjunct.begin = chunks.get(i).begin();
        }
      }
    }
  }

  private boolean keepsPlace(String genus) {
    return rules.isPlaced(genus);
  }

  private void addShared(List<CellName> found, Conjunct conjunct, Conjunct headed) {
    if (headed.hasPhenotypeAfter && !conjunct.hanging && !conjunct.bracketed.isEmpty()) {
      return;
    }
    if (conjunct.differentiae.isEmpty()
        && conjunct.markers.isEmpty()
        && !conjunct.hanging
        && !keepsPlace(headed.head.genus())) {
      return;
    }
    boolean onlyMarkers = conjunct.differentiae.isEmpty() && !conjunct.hanging;
    boolean headedIsPlain = headed.markers.isEmpty() && headed.differentiae.isEmpty();
    if (headedIsPlain
        && !conjunct.hanging
        && rules.areStages(conjunct.differentiae)
        && !onlyMarkers) {
      return;
    }
    if (headedIsPlain && onlyMarkers && !conjunct.markers.isEmpty()) {
      addAlone(found, conjunct, false);
      return;
    }
    Set<String> differentiae = new LinkedHashSet<>(conjunct.differentiae);
    List<MarkerReader.Reading> markers = new ArrayList<>(conjunct.markers);
    CellWord head = conjunct.hanging ? conjunct.head : headed.head;
    if (!conjunct.hanging) {
      if (conjunct.common().isEmpty() && !headed.markerFirst) {
        markers.addAll(headed.common());
      } else if (conjunct.differentiae.isEmpty() && headed.markerFirst) {
        differentiae.addAll(headed.differentiae);
      } else {
        differentiae.addAll(headed.head.differentiae());
      }
    }
    found.add(
        name(
            conjunct.begin,
            conjunct.end,
            head,
            differentiae,
            conjunct.places,
            markers,
            !conjunct.hanging));
  }

  private void addAlone(List<CellName> found, Conjunct conjunct, boolean last) {
    boolean carried =
        (last && stopContext.isCarried(conjunct.next))
            || isAttachedToNext(conjunct)
            || stopContext.isInBracketsOrPredicate(conjunct);
    if (conjunct.head != null || carried) {
      return;
    }
    if (!conjunct.differentiae.isEmpty()) {
      addPolarised(found, conjunct);
      return;
    }
    for (MarkerReader.Reading marker : conjunct.markers) {
      if (marker.level() == MarkerLevel.POSITIVE
          && !marker.loose()
          && rules.isAlone(marker.key())) {
        CellWord noun = new CellWord(Kind.NOUN, CellWords.ANY_CELL, List.of(), "");
        found.add(
            name(conjunct.begin, conjunct.end, noun, Set.of(), Set.of(), conjunct.markers, false));
        return;
      }
    }
  }

  /** {@code CD4+} in {@code CD4+CD28-mediated}. */
  private boolean isAttachedToNext(Conjunct conjunct) {
    return chunks.touchesBefore(conjunct.next)
        && Character.isLetterOrDigit(chunks.text().charAt(chunks.get(conjunct.next).begin()));
  }

  /** {@code M1} and {@code M2} without a noun. */
  private void addPolarised(List<CellName> found, Conjunct conjunct) {
    String text = chunks.text().substring(conjunct.begin, conjunct.end).replaceFirst(" ?\\(.*", "");
    boolean tied =
        conjunct.first > 0
            && chunks.touchesBefore(conjunct.first)
            && chunks.isHyphen(conjunct.first - 1);
    String polarised = rules.polarisedClass(text);
    if (!polarised.isEmpty() && !tied) {
      CellWord macrophage = new CellWord(Kind.HEAD, polarised, List.of(), "");
      found.add(
          name(
              conjunct.begin,
              conjunct.begin + text.length(),
              macrophage,
              conjunct.differentiae,
              Set.of(),
              List.of(),
              true));
    }
  }

  private CellName name(
      int begin,
      int end,
      CellWord head,
      Set<String> differentiae,
      Set<String> places,
      List<MarkerReader.Reading> markers,
      boolean shared) {
    Set<String> all = new LinkedHashSet<>(differentiae);
    all.addAll(places);
    return new CellName(new Span(begin, end), head.genus(), all, markers, head.subtype(), shared);
  }
}
