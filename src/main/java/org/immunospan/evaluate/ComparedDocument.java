package org.immunospan.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.format.gold.GoldDocument;

/**
 * A document with the mentions of gold and system and what became of them. Immutable.
 *
 * @param errors number of gold and system mentions that are not strictly right
 */
public record ComparedDocument(
    String id, String text, int errors, List<Side> gold, List<Side> system) {

  public ComparedDocument {
    gold = List.copyOf(gold);
    system = List.copyOf(system);
  }

  /** Whether a mention has an equal one on the other side. */
  public enum Outcome {
    RIGHT,
    /** It is paired with a mention of another span or type. */
    DIFFERENT,
    /** It has no partner: missed or spurious. */
    ALONE
  }

  /**
   * A mention of one side.
   *
   * @param begin in UTF-16 code units of the text, as is end
   * @param typeIndex index of the scored type
   * @param identifier CURIEs joined by {@code |}; empty when unknown
   */
  public record Side(int begin, int end, int typeIndex, String identifier, Outcome outcome) {}

  static ComparedDocument of(Evaluation evaluation, GoldDocument document, int errors) {
    Comparison comparison =
        Comparison.of(
            document, evaluation.system().of(document.id()), evaluation.settings().filters());
    ErrorFinder finder = new ErrorFinder(comparison);
    List<Side> gold = new ArrayList<>();
    for (int i = 0; i < comparison.gold().size(); i++) {
      gold.add(
          side(
              comparison,
              comparison.gold().get(i),
              finder.partnerOfGold()[i] >= 0,
              finder.isRight(i)));
    }
    List<Side> system = new ArrayList<>();
    for (int j = 0; j < comparison.system().size(); j++) {
      int partner = finder.partnerOfSystem()[j];
      system.add(
          side(
              comparison,
              comparison.system().get(j),
              partner >= 0,
              partner >= 0 && finder.isRight(partner)));
    }
    return new ComparedDocument(document.id(), document.text(), errors, gold, system);
  }

  private static Side side(Comparison comparison, Item item, boolean paired, boolean right) {
    Outcome outcome = right ? Outcome.RIGHT : paired ? Outcome.DIFFERENT : Outcome.ALONE;
    return new Side(
        comparison.begin(item), comparison.end(item), item.typeIndex(), item.identifier(), outcome);
  }
}
