package org.immunospan.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds what is not strictly right in a document and classes it by what is around it. What only the
 * rest of the corpus can answer ({@link ErrorClass#MARKED_ELSEWHERE}) is settled afterwards.
 */
final class ErrorFinder {

  private static final Pattern JOIN =
      Pattern.compile("\\s*(?:,|/|,?\\s*(?:and/or|and|or|as well as)|&)\\s*");
  private static final Pattern SHORT_FORM = Pattern.compile("[\\p{Alnum}\\p{IsGreek}+/-]{2,10}");
  private static final int NEAR = 16;

  private final Comparison comparison;
  private final List<Item> gold;
  private final List<Item> system;
  private final int[] partnerOfGold;
  private final int[] partnerOfSystem;

  ErrorFinder(Comparison comparison) {
    this.comparison = comparison;
    this.gold = comparison.gold();
    this.system = comparison.system();
    this.partnerOfGold = comparison.matching().pairsForReading();
    this.partnerOfSystem = new int[system.size()];
    Arrays.fill(partnerOfSystem, -1);
    for (int i = 0; i < partnerOfGold.length; i++) {
      if (partnerOfGold[i] >= 0) {
        partnerOfSystem[partnerOfGold[i]] = i;
      }
    }
  }

  /** For each gold item the system item it is compared with, or -1. */
  int[] partnerOfGold() {
    return partnerOfGold;
  }

  int[] partnerOfSystem() {
    return partnerOfSystem;
  }

  boolean isRight(int goldIndex) {
    int partner = partnerOfGold[goldIndex];
    return partner >= 0
        && gold.get(goldIndex).sameSpan(system.get(partner))
        && gold.get(goldIndex).typeIndex() == system.get(partner).typeIndex();
  }

  /** Every miss, then every spurious mention, in the order of the text. */
  List<MentionError> errors() {
    List<MentionError> errors = new ArrayList<>();
    for (int i = 0; i < gold.size(); i++) {
      if (!isRight(i)) {
        errors.add(error(true, gold.get(i), partner(system, partnerOfGold[i])));
      }
    }
    for (int j = 0; j < system.size(); j++) {
      int partner = partnerOfSystem[j];
      if (partner < 0 || !isRight(partner)) {
        errors.add(error(false, system.get(j), partner(gold, partner)));
      }
    }
    return errors;
  }

  private static Item partner(List<Item> items, int index) {
    return index < 0 ? null : items.get(index);
  }

  private MentionError error(boolean missed, Item item, Item partner) {
    Item other = partner;
    ErrorClass errorClass;
    if (partner != null) {
      errorClass = confusion(item, partner);
    } else {
      List<Item> opposite = missed ? system : gold;
      other =
          opposite.stream()
              .filter(o -> o.typeIndex() == item.typeIndex() && o.overlaps(item))
              .findFirst()
              .orElse(null);
      errorClass = other != null ? ErrorClass.NESTED : alone(missed, item);
    }
    return new MentionError(
        comparison.document(),
        missed,
        errorClass,
        item.typeIndex(),
        comparison.begin(item),
        comparison.end(item),
        other == null ? -1 : other.typeIndex(),
        other == null ? 0 : comparison.begin(other),
        other == null ? 0 : comparison.end(other));
  }

  private static ErrorClass confusion(Item item, Item partner) {
    if (item.typeIndex() != partner.typeIndex()) {
      return ErrorClass.TYPE;
    }
    if (item.begin() == partner.begin()) {
      return ErrorClass.BOUNDARY_RIGHT;
    }
    return item.end() == partner.end() ? ErrorClass.BOUNDARY_LEFT : ErrorClass.BOUNDARY_BOTH;
  }

  private ErrorClass alone(boolean missed, Item item) {
    if (isJoined(item)) {
      return ErrorClass.COORDINATION;
    }
    if (isShortForm(item)) {
      return ErrorClass.ABBREVIATION;
    }
    return missed ? ErrorClass.LEXICON_GAP : ErrorClass.NOT_A_MENTION;
  }

  /** Whether a mention of the same type, on either side, is next to it with a joint between. */
  private boolean isJoined(Item item) {
    return isJoined(item, gold) || isJoined(item, system);
  }

  private boolean isJoined(Item item, List<Item> neighbours) {
    String text = comparison.document().text();
    for (Item other : neighbours) {
      if (other.begin() > item.end() + NEAR) {
        break;
      }
      if (other.typeIndex() != item.typeIndex() || other.overlaps(item)) {
        continue;
      }
      boolean before = other.end() <= item.begin();
      int from = comparison.end(before ? other : item);
      int to = comparison.begin(before ? item : other);
      if (to - from <= NEAR && JOIN.matcher(text).region(from, to).matches()) {
        return true;
      }
    }
    return false;
  }

  private boolean isShortForm(Item item) {
    String name = comparison.text(item);
    return SHORT_FORM.matcher(name).matches()
        && name.chars().filter(c -> Character.isUpperCase(c) || Character.isDigit(c)).count() > 1
        && comparison.document().text().contains("(" + name + ")");
  }
}
