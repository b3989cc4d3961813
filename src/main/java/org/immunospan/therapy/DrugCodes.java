package org.immunospan.therapy;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.Span;

/**
 * What the codes of drugs say about genes: a part of the code of a small molecule is not a gene,
 * such as {@code S100} in {@code ADU-S100}. A code is one word with a hyphen that the lexicon
 * knows. Biologics may be named after their targets, so what they hold stays ({@code CTLA4-Ig}).
 * Pure.
 */
public final class DrugCodes {

  private static final String DRUG = "drug";

  private DrugCodes() {}

  /**
   * Therapies with what was found before them, without the genes inside of codes.
   *
   * @param before mentions of other types
   */
  public static List<Mention> combine(String text, List<Mention> before, List<Mention> therapies) {
    NavigableMap<Integer, Span> codes = new TreeMap<>();
    for (Mention therapy : therapies) {
      if (isCode(text, therapy)) {
        codes.put(therapy.span().begin(), therapy.span());
      }
    }
    List<Mention> combined = new ArrayList<>(before);
    if (!codes.isEmpty()) {
      combined.removeIf(
          mention -> mention.type() == EntityType.GENE && isInside(mention.span(), codes));
    }
    combined.addAll(therapies);
    return combined;
  }

  private static boolean isCode(String text, Mention therapy) {
    String name = therapy.span().of(text);
    return therapy.grounding().isLinked()
        && therapy.subtype().equals(DRUG)
        && name.indexOf('-') > 0
        && name.indexOf(' ') < 0;
  }

  private static boolean isInside(Span gene, NavigableMap<Integer, Span> codes) {
    var code = codes.floorEntry(gene.begin());
    return code != null
        && code.getValue().contains(gene)
        && code.getValue().length() > gene.length();
  }
}
