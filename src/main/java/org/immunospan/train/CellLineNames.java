package org.immunospan.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.lexicon.build.TerminologyTable;
import org.immunospan.text.Tokenizer;

/**
 * Gathers names of cell lines from Cellosaurus, by way of REACH, as evidence against cell types.
 */
public final class CellLineNames {

  private static final int SHORTEST = 3;
  private static final int LONGEST = 40;
  private static final Pattern EXPLANATION = Pattern.compile(" \\[.*]$");
  private static final Pattern NUMBER = Pattern.compile("[\\d.,/-]+");

  private CellLineNames() {}

  /**
   * Reads the names.
   *
   * @param terminologies the folder with {@code reach-kb}
   * @param common words in lowercase that are not evidence for a line
   */
  public static NameSet read(Path terminologies, Tokenizer tokenizer, Set<String> common)
      throws IOException {
    NameSet.Builder names = new NameSet.Builder(tokenizer, 1, 0);
    TerminologyTable.fields(
        terminologies.resolve("reach-kb/Cellosaurus.tsv.gz"),
        fields -> {
          String name = EXPLANATION.matcher(fields[0]).replaceFirst("");
          if (isEvidence(name, common)) {
            names.add(name, 0);
          }
        });
    return names.build();
  }

  private static boolean isEvidence(String name, Set<String> common) {
    return name.length() >= SHORTEST
        && name.length() <= LONGEST
        && !NUMBER.matcher(name).matches()
        && !common.contains(name.toLowerCase(Locale.ROOT));
  }
}
