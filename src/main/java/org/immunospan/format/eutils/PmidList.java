package org.immunospan.format.eutils;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunospan.text.UserException;

/**
 * A list of PMIDs: one in each line, also as {@code PMID: 123}; empty lines and lines that begin
 * with {@code #} do not count.
 */
final class PmidList {

  private static final Pattern PMID = Pattern.compile("(?:pmid:?)? *0*([1-9][0-9]{0,7})");

  private PmidList() {}

  /**
   * The PMIDs in their order, each once.
   *
   * @throws UserException naming the line that is not a PMID; if the file cannot be read or is
   *     empty
   */
  static List<String> read(Path file) {
    Set<String> pmids = new LinkedHashSet<>();
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw UserException.of(file.toString(), e);
    }
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replace("\uFEFF", "").strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        Matcher matcher = PMID.matcher(line.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
          throw UserException.of(
              file + ":" + (i + 1), "a PMID, a number of up to eight digits", "'" + line + "'");
        }
        pmids.add(matcher.group(1));
      }
    }
    if (pmids.isEmpty()) {
      throw UserException.of(file.toString(), "PMIDs, one in each line", "none");
    }
    return List.copyOf(pmids);
  }
}
