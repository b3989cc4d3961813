package org.immunospan.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.text.CodePoints;
import org.immunospan.text.Span;

/**
 * Gold and system of one document side by side: the items that are scored and what each scheme says
 * of them. Items that say the same (type, span and identifier) count once. Immutable.
 */
final class Comparison {

  private final GoldDocument document;
  private final List<Item> gold;
  private final List<Item> system;
  private final int ignoredSpans;
  private final Matching matching;
  private final CodePoints codePoints;

  private Comparison(
      GoldDocument document,
      List<Item> gold,
      List<Item> system,
      int ignoredSpans,
      CodePoints points) {
    this.document = document;
    this.gold = gold;
    this.system = system;
    this.ignoredSpans = ignoredSpans;
    this.matching = new Matching(gold, system);
    this.codePoints = points;
  }

  /**
   * Chooses what is scored. Gold of a class that was not asked for and gold that could not be
   * placed are left out; a system span that overlaps such gold and no gold that counts is ignored.
   */
  static Comparison of(GoldDocument document, List<SystemSpan> spans, List<TypeFilter> filters) {
    CodePoints points = CodePoints.of(document.text());
    List<Item> gold = new ArrayList<>(document.mentions().size());
    List<Item> system = new ArrayList<>(spans.size());
    int ignoredSpans = 0;
    for (int typeIndex = 0; typeIndex < filters.size(); typeIndex++) {
      TypeFilter filter = filters.get(typeIndex);
      List<Item> taken = new ArrayList<>();
      List<Item> otherClass = new ArrayList<>();
      for (GoldMention mention : document.mentions()) {
        if (mention.type().equals(filter.type())) {
          boolean takes = filter.takes(mention.type(), mention.subtype());
          (takes ? taken : otherClass).add(item(mention, typeIndex, points));
        }
      }
      List<Item> unplaced = new ArrayList<>();
      for (GoldMention mention : document.unplaced()) {
        if (mention.type().equals(filter.type())) {
          unplaced.add(item(mention, typeIndex, points));
        }
      }
      Reach counted = new Reach(taken);
      Reach ofOtherClass = new Reach(otherClass);
      Reach ofUnplaced = new Reach(unplaced);
      for (SystemSpan span : spans) {
        if (span.type().equals(filter.type())) {
          Item item = item(span.span(), typeIndex, span.identifier(), points);
          if (counted.touches(item)) {
            system.add(item);
          } else if (ofUnplaced.touches(item)) {
            ignoredSpans++;
          } else if (!ofOtherClass.touches(item)) {
            system.add(item);
          }
        }
      }
      gold.addAll(taken);
    }
    return new Comparison(document, distinct(gold), distinct(system), ignoredSpans, points);
  }

  /** Says in logarithmic time whether an item overlaps any of a list. */
  private static final class Reach {

    private final int[] begins;

    /** The largest end among the items up to each one. */
    private final int[] ends;

    Reach(List<Item> items) {
      List<Item> sorted = items.stream().sorted(Item.ORDER).toList();
      begins = sorted.stream().mapToInt(Item::begin).toArray();
      ends = sorted.stream().mapToInt(Item::end).toArray();
      Arrays.parallelPrefix(ends, Math::max);
    }

    boolean touches(Item item) {
      int at = Arrays.binarySearch(begins, item.end());
      int before = at < 0 ? -at - 1 : at;
      while (before > 0 && begins[before - 1] >= item.end()) {
        before--;
      }
      return before > 0 && ends[before - 1] > item.begin();
    }
  }

  private static List<Item> distinct(List<Item> items) {
    return items.stream().sorted(Item.ORDER).distinct().toList();
  }

  private static Item item(GoldMention mention, int typeIndex, CodePoints points) {
    return item(mention.span(), typeIndex, String.join("|", mention.identifiers()), points);
  }

  private static Item item(Span span, int typeIndex, String identifier, CodePoints points) {
    return new Item(
        fromUtf16(span.begin(), points), fromUtf16(span.end(), points), typeIndex, identifier);
  }

  /** Of a text whose length is not known, a span may lie beyond what is known of it. */
  private static int fromUtf16(int offset, CodePoints points) {
    int known = Math.min(offset, points.toUtf16(points.length()));
    return points.fromUtf16(known) + offset - known;
  }

  GoldDocument document() {
    return document;
  }

  List<Item> gold() {
    return gold;
  }

  List<Item> system() {
    return system;
  }

  /** How many system spans are not scored because they touch gold that could not be placed. */
  int ignoredSpans() {
    return ignoredSpans;
  }

  Matching matching() {
    return matching;
  }

  /** The range of an item in UTF-16 code units of the text, cut off where the text ends. */
  int begin(Item item) {
    return codePoints.toUtf16(Math.min(item.begin(), codePoints.length()));
  }

  int end(Item item) {
    return codePoints.toUtf16(Math.min(item.end(), codePoints.length()));
  }

  String text(Item item) {
    return document.text().substring(begin(item), end(item));
  }

  /** What a scheme says of every item. */
  record Verdicts(List<Verdict> gold, List<Verdict> system) {}

  /**
   * The verdicts of all schemes but {@link Scheme#OVERLAP}, which has only right and wrong. Credit
   * is as high as any one-to-one matching allows; among what earned none, as many pairs as overlap
   * are incorrect rather than missed or spurious.
   */
  Map<Scheme, Verdicts> verdicts() {
    boolean[] goldSame = new boolean[gold.size()];
    boolean[] systemSame = new boolean[system.size()];
    matching.markEqual(true, goldSame, systemSame);
    boolean[] goldEqual = goldSame.clone();
    boolean[] systemEqual = systemSame.clone();
    matching.markEqual(false, goldEqual, systemEqual);

    Matching.Cover same = new Matching.Cover(goldSame, systemSame);
    Matching.Cover equal = new Matching.Cover(goldEqual, systemEqual);
    if (all(goldSame) || all(systemSame)) {
      // Nothing is left to pair on one side: every scheme agrees.
      Verdicts verdicts = verdicts(same, null, Verdict.INCORRECT);
      return bySchemes(verdicts, verdicts, verdicts, verdicts);
    }
    Matching.Cover nearSame = matching.covered(true, goldSame, systemSame, null);
    Matching.Cover near = matching.covered(false, goldSame, systemSame, nearSame);
    Matching.Cover rest = restOf(equal);
    Matching.Cover typed =
        matching.covered(true, new boolean[gold.size()], new boolean[system.size()], same);
    Matching.Cover mistyped = matching.covered(false, typed.gold, typed.system, null);
    return bySchemes(
        verdicts(same, near, Verdict.INCORRECT),
        verdicts(equal, rest, Verdict.INCORRECT),
        verdicts(equal, rest, Verdict.PARTIAL),
        verdicts(typed, mistyped, Verdict.INCORRECT));
  }

  private static Map<Scheme, Verdicts> bySchemes(
      Verdicts strict, Verdicts exact, Verdicts partial, Verdicts type) {
    Map<Scheme, Verdicts> verdicts = new EnumMap<>(Scheme.class);
    verdicts.put(Scheme.STRICT, strict);
    verdicts.put(Scheme.EXACT, exact);
    verdicts.put(Scheme.PARTIAL, partial);
    verdicts.put(Scheme.TYPE, type);
    return verdicts;
  }

  private Matching.Cover restOf(Matching.Cover done) {
    Matching.Cover sameRow = matching.covered(true, done.gold, done.system, null);
    return matching.covered(false, done.gold, done.system, sameRow);
  }

  private static boolean all(boolean[] marks) {
    for (boolean mark : marks) {
      if (!mark) {
        return false;
      }
    }
    return true;
  }

  private static Verdicts verdicts(Matching.Cover right, Matching.Cover near, Verdict nearMeans) {
    return new Verdicts(
        verdicts(right.gold, near == null ? null : near.gold, nearMeans, Verdict.MISSED),
        verdicts(right.system, near == null ? null : near.system, nearMeans, Verdict.SPURIOUS));
  }

  private static List<Verdict> verdicts(
      boolean[] right, boolean[] near, Verdict nearMeans, Verdict alone) {
    Verdict[] verdicts = new Verdict[right.length];
    Arrays.setAll(
        verdicts, i -> right[i] ? Verdict.CORRECT : near != null && near[i] ? nearMeans : alone);
    return Arrays.asList(verdicts);
  }
}
