package org.immunospan.gene.link;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunospan.lexicon.gene.Gene;
import org.immunospan.lexicon.gene.GeneLexicon;
import org.immunospan.lexicon.gene.GeneNameKey;

/**
 * Finds the genes of a mature microRNA that several genes code for: {@code miR-9} comes from {@code
 * MIR9-1}, {@code MIR9-2} and {@code MIR9-3}.
 */
final class MicroRna {

  private static final Pattern NAME =
      Pattern.compile("(?i)(?:hsa-|mmu-|rno-)?mi(?:cro)?r(?:na)?[- ]?(\\d+[a-z]?)(?:-[35]p)?");

  private static final int MOST_GENES = 9;

  private MicroRna() {}

  /** The numbers of the genes; none where the name is that of something else or of one gene. */
  static List<Integer> genes(String name, GeneLexicon lexicon) {
    Matcher matcher = NAME.matcher(name);
    List<Integer> genes = new ArrayList<>();
    if (matcher.matches()) {
      for (int i = 1; i <= MOST_GENES; i++) {
        String symbol = "MIR" + matcher.group(1) + "-" + i;
        for (GeneLexicon.Hit hit : lexicon.find(GeneNameKey.of(symbol))) {
          Gene gene = lexicon.gene(hit.gene());
          if (gene.symbol().equalsIgnoreCase(symbol)) {
            genes.add(hit.gene());
          }
        }
      }
    }
    return genes;
  }
}
