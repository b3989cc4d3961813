package org.immunospan.tag.cell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.immunospan.lexicon.TermMatch;
import org.immunospan.tag.cell.CellItems.Item;
import org.immunospan.tag.cell.CellWord.Kind;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;

/**
 * Reads cell names in a sentence: markers and modifiers before a head noun ({@code CD4+CD45RA+
 * naive T cells}), also inside it ({@code T follicular helper (Tfh) cells}), and coordinations, of
 * which each part is a name of its own ({@code CD4+ and CD8+ T cells}, {@code T and B cells},
 * {@code Th1/Th2 cells}). What does not name the type is left out at the edges of a name. A cell
 * word that belongs to the name of something else is none ({@code T cell receptor}, {@code B-cell
 * lymphoma}).
 *
 * <p>Time is linear in the length of the sentence. Immutable.
 */
final class CellGrammar {

  /** Most items between an opening and a closing bracket inside a name: {@code T (H) 17}. */
  private static final int MAX_IN_BRACKETS = 6;

  private static final int MAX_FILLERS = 5;
  private static final int MAX_ABBREVIATION = 8;

  /** Markers of lineages that exclude each other: a slash between them is no conjunction of one. */
  private static final Set<String> LINEAGES =
      Set.of("CD4", "CD8", "CD19", "CD20", "CD14", "CD56", "CD3");

  /** Markers that stand for a cell without any noun. */
  private static final Set<String> ALONE =
      Set.of("CD3", "CD4", "CD8", "CD19", "CD20", "CD14", "CD56", "CD68", "FOXP3");

  /** What is not a cell even when a signed marker stands before it. */
  private static final Set<String> CARRIERS =
      Set.of(
          "patient",
          "donor",
          "mouse",
          "mice",
          "tumor",
          "tumour",
          "cancer",
          "lymphoma",
          "leukemia",
          "case",
          "individual",
          "subject",
          "disease",
          "breast",
          "supernatant",
          "fraction",
          "all",
          "ratio",
          "aml",
          "expression",
          "carcinoma",
          "recipient",
          "woman",
          "men",
          "rats");

  private static final Set<String> STATUSES =
      Set.of(
          "HIV",
          "HIV-1",
          "HCV",
          "HBV",
          "EBV",
          "CMV",
          "HPV",
          "HTLV-1",
          "SARS-CoV-2",
          "ER",
          "PR",
          "Ph",
          "Rh",
          "ANA",
          "RF",
          "HBsAg",
          "HBeAg",
          "K",
          "Ca",
          "Mg",
          "H",
          "Na",
          "MRD");

  private static final Set<String> PREDICATES =
      Set.of("be", "was", "were", "is", "are", "being", "predominantly", "the");

  private final MarkerReader markerReader;
  private final CellWords.Compiled words;

  CellGrammar(MarkerReader markerReader, CellWords.Compiled words) {
    this.markerReader = markerReader;
    this.words = words;
  }

  /**
   * The cell names of a sentence, sorted, disjoint.
   *
   * @param defined heads that only this document defines, by their text
   */
  List<CellName> read(Tokens tokens, Map<String, CellWord> defined) {
    CellItems items = CellItems.of(tokens, markerReader.read(tokens), words, defined);
    if (items.size() == 0) {
      return List.of();
    }
    return new Reader(items, tokens).readAll();
  }

  /** One pass through one sentence. */
  private final class Reader {

    private final CellItems items;
    private final Tokens tokens;
    private final List<CellName> names = new ArrayList<>();

    Reader(CellItems items, Tokens tokens) {
      this.items = items;
      this.tokens = tokens;
    }

    List<CellName> readAll() {
      int at = 0;
      while (at < items.size()) {
        CellPart part = items.get(at).isPlain() ? null : readPart(at);
        if (part == null) {
          at++;
          continue;
        }
        List<CellPart> chain = new ArrayList<>(2);
        List<String> joins = new ArrayList<>(2);
        chain.add(part);
        while (true) {
          int behindJoin = behindJoin(part.next);
          if (behindJoin < 0) {
            break;
          }
          CellPart following = items.get(behindJoin).isPlain() ? null : readPart(behindJoin);
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

    // ---- parts

    private CellPart readPart(int first) {
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
          if (isStatus(item.marker())) {
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
        if (stem != null && !isBlocked(at, stem)) {
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
              && behindJoin(items.isHyphen(at + 1) ? at + 2 : at + 1) >= 0) {
            kept = keep(part, kept, at, false);
            part.head = stem;
            part.hanging = true;
            part.next = at + 1;
            part.end = item.end();
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
        if (head != null && !isBlocked(at, head)) {
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

    /** Whether a sign is that of a donor, not of a cell: {@code HIV+}. */
    private boolean isStatus(MarkerReader.Reading marker) {
      String name = marker.name().name();
      return name.startsWith("HLA-A") || name.startsWith("HLA-B") || STATUSES.contains(name);
    }

    /** Behind {@code (FO)} or {@code (CD4-CD8-)} in the middle of a name, else where it began. */
    private int behindBracket(int at, CellPart part) {
      if (!items.is(at, '(')) {
        return at;
      }
      int closing = closingBracket(at);
      if (closing < 0 || !canGoOn(closing + 1)) {
        return at;
      }
      boolean allMarkers = true;
      for (int i = at + 1; i < closing; i++) {
        allMarkers &= items.get(i).isMarker();
      }
      if (allMarkers) {
        for (int i = at + 1; i < closing; i++) {
          part.markers.add(items.get(i).marker());
        }
      }
      return allMarkers || isShort(at, closing) ? closing + 1 : at;
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
      boolean headIsNoun = head.kind() == Kind.NOUN;
      if (!headIsNoun) {
        int noun = nounAt(next);
        if (noun >= 0) {
          next = noun + 1;
        } else if (items.is(next, '(') && head.kind() == Kind.HEAD) {
          int closing = closingBracket(next);
          int nounBehind = closing < 0 ? -1 : nounAt(closing + 1);
          if (nounBehind >= 0 && closing + 1 == nounBehind && isShort(next, closing)) {
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
          if (closing < 0 || nounAt(closing + 1) != closing + 1 || !isShort(at, closing)) {
            return -1;
          }
          at = closing + 1;
        } else if (items.isHyphen(at) && items.touchesBefore(at)) {
          at++;
        } else if (item.word(Kind.MODIFIER) != null && stem.root().equals("CL:0000084")) {
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

    private int closingBracket(int opening) {
      int depth = 0;
      for (int i = opening; i < items.size() && i <= opening + MAX_IN_BRACKETS; i++) {
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
              && item.word(Kind.TAIL) == null)
          || (items.isHyphen(at) && items.touchesBefore(at));
    }

    /** A marker without a level, or with one behind a blank, counts only before more of a name. */
    private boolean isUsable(MarkerReader.Reading marker, int at) {
      if (marker.level() != null && !marker.loose()) {
        return true;
      }
      if (!canGoOn(at + 1) || (items.isHyphen(at + 1) && !canGoOn(at + 2))) {
        return isLinkedBareMarker(marker, at);
      }
      boolean cd = marker.name().name().startsWith("CD");
      return cd || marker.level() != null;
    }

    /** {@code CD4} in {@code CD4 and CD8 T cells}. */
    private boolean isLinkedBareMarker(MarkerReader.Reading marker, int at) {
      if (marker.level() != null || !marker.name().name().startsWith("CD")) {
        return false;
      }
      int behind = behindJoin(at + 1);
      return behind >= 0
          && items.get(behind).isMarker()
          && behind + 1 < items.size()
          && items.get(behind).marker().name().name().startsWith("CD")
          && canGoOn(behind + 1);
    }

    /** {@code -1} right behind a word: it is the name of something else. */
    private boolean isHyphenDigit(int at) {
      return items.isHyphen(at)
          && items.touchesBefore(at)
          && items.touchesBefore(at + 1)
          && Character.isDigit(items.text().charAt(items.get(at + 1).begin()));
    }

    private boolean isBlocked(int at, CellWord word) {
      if (at == 0) {
        return isHyphenDigit(at + 1);
      }
      int before = items.isHyphen(at - 1) && items.touchesBefore(at) ? at - 2 : at - 1;
      if (before < 0) {
        return false;
      }
      if (items.get(before).word(Kind.LINE) != null) {
        return true;
      }
      String text = items.textOf(before).toLowerCase(Locale.ROOT);
      boolean hyphenDigit = isHyphenDigit(at + 1) && word.kind() != Kind.STEM;
      boolean letter = items.get(at).end() - items.get(at).begin() <= 2;
      return hyphenDigit
          || (text.equals("non") && before == at - 2)
          || (letter && word.kind() != Kind.HEAD && words.blocks().contains(text));
    }

    // ---- coordination

    /** The first item behind a conjunction that begins here, or -1. */
    private int behindJoin(int at) {
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

    private void nameAll(List<CellPart> chain, List<String> joins) {
      boolean conjunction = joins.stream().anyMatch(Reader::isConjunction);
      CellPart headed = null;
      boolean stopped = false;
      List<CellName> found = new ArrayList<>(chain.size());
      for (int i = chain.size() - 1; i >= 0; i--) {
        CellPart part = chain.get(i);
        if (part.isComplete()) {
          boolean tied = stopped && joins.get(i).strip().equals("/");
          stopped = tied || isStopped(part.next);
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
      return marker.level() == null || marker.level().meets(MarkerLevel.POSITIVE);
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
      if (part.features.isEmpty()
          && part.markers.isEmpty()
          && !part.hanging
          && !keepsPlace(headed.head.root())) {
        return;
      }
      Set<String> features = new LinkedHashSet<>(part.features);
      List<MarkerReader.Reading> markers = new ArrayList<>(part.markers);
      CellWord head = part.hanging ? part.head : headed.head;
      if (!part.hanging) {
        if (part.markers.isEmpty() && !headed.markerFirst) {
          markers.addAll(headed.markers);
        } else if (part.features.isEmpty() && headed.markerFirst) {
          features.addAll(headed.features);
        } else {
          features.addAll(headed.head.features());
        }
      }
      found.add(name(part.begin, part.end, head, features, part.places, markers, !part.hanging));
    }

    private void addAlone(List<CellName> found, CellPart part, boolean last) {
      boolean carried = (last && isCarried(part.next)) || isInBracketsOrPredicate(part);
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
      String text = items.text().substring(part.begin, part.end);
      if (text.equals("M1") || text.equals("M2")) {
        CellWord macrophage = new CellWord(Kind.HEAD, "CL:0000235", List.of(), "");
        found.add(name(part.begin, part.end, macrophage, part.features, Set.of(), List.of(), true));
      }
    }

    /** {@code T cells (CD3+)}, {@code was CD3+}: said of cells that are named elsewhere. */
    private boolean isInBracketsOrPredicate(CellPart part) {
      int before = part.first - 1;
      while (before >= 0
          && (items.get(before).isMarker()
              || items.is(before, ',')
              || items.is(before, '/')
              || items.get(before).word(Kind.JOIN) != null)) {
        before--;
      }
      if (before < 0) {
        return false;
      }
      String word = items.textOf(before);
      return word.equals("(")
          || word.equals("[")
          || PREDICATES.contains(word)
          || part.markers.stream().anyMatch(m -> m.level() == MarkerLevel.NEGATIVE);
    }

    private boolean isCarried(int next) {
      if (next >= items.size()) {
        return false;
      }
      String word = items.textOf(next).toLowerCase(Locale.ROOT);
      return CARRIERS.contains(word)
          || (word.endsWith("s") && CARRIERS.contains(word.substring(0, word.length() - 1)));
    }

    /** Whether what follows makes the cell word a part of another name. */
    private boolean isStopped(int next) {
      if (next >= items.size() || items.text().charAt(items.get(next - 1).end() - 1) == 's') {
        return false;
      }
      int at = items.get(next).begin();
      int token = 0;
      while (token < tokens.size() && tokens.begin(token) < at) {
        token++;
      }
      int last = token + MAX_FILLERS;
      for (TermMatch stop : stops()) {
        if (stop.firstToken() >= token && stop.firstToken() <= last) {
          return onlyFillers(token, stop.firstToken());
        }
      }
      return false;
    }

    private List<TermMatch> stops;

    private List<TermMatch> stops() {
      if (stops == null) {
        stops = words.stops().match(tokens);
      }
      return stops;
    }

    private boolean onlyFillers(int from, int to) {
      for (int i = from; i < to; i++) {
        String word = tokens.text(i);
        if (!word.equals("-") && !words.fillers().contains(word)) {
          return false;
        }
      }
      return true;
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
                new Span(marker.begin(), marker.end()),
                marker.name().name(),
                marker.name().marker(),
                marker.name().identifier(),
                marker.level() == null ? MarkerLevel.POSITIVE : marker.level()));
      }
      return new CellName(new Span(begin, end), head.root(), all, signed, head.subtype(), shared);
    }
  }

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
}
