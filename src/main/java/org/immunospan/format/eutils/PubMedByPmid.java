package org.immunospan.format.eutils;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.immunospan.text.Quantity;
import org.immunospan.text.Sha256;
import org.immunospan.text.UserException;

/**
 * Gathers the records of a list of PMIDs into one file of PubMed XML, which is read like others.
 */
public final class PubMedByPmid {

  /** How many PMIDs a message names. */
  private static final int NAMED = 10;

  private PubMedByPmid() {}

  /**
   * Fetches what the cache lacks, and writes the records in the order of the list.
   *
   * @param list a file of PMIDs
   * @param cache the folder of records that were fetched before; the file is written into it, too
   * @param online whom to ask for the others; empty for nobody
   * @param messages takes lines for the user: how far it is, and which PMIDs PubMed does not know
   * @return the file; the same list and the same records give the same bytes
   * @throws UserException if the list is not one, a record is neither in the cache nor to be had,
   *     or PubMed knows none of the PMIDs
   */
  public static Path gather(
      Path list, Path cache, Optional<EUtilities> online, Consumer<String> messages) {
    List<String> pmids = PmidList.read(list);
    PubMedCache records = new PubMedCache(cache);
    try {
      fetch(list, pmids, cache, records, online, messages);
      return write(list, pmids, cache, records, messages);
    } catch (IOException e) {
      throw UserException.of(cache.toString(), e);
    }
  }

  private static void fetch(
      Path list,
      List<String> pmids,
      Path cache,
      PubMedCache records,
      Optional<EUtilities> online,
      Consumer<String> messages)
      throws IOException {
    List<String> lacking = new ArrayList<>();
    for (String pmid : pmids) {
      // What PubMed did not know, it may know by now.
      if (records.find(pmid).filter(known -> !known.isEmpty() || online.isEmpty()).isEmpty()) {
        lacking.add(pmid);
      }
    }
    if (lacking.isEmpty()) {
      return;
    }
    EUtilities server =
        online.orElseThrow(
            () ->
                UserException.of(
                    list.toString(),
                    "all records in " + cache + ", or --online to fetch them from NCBI",
                    (pmids.size() - lacking.size())
                        + " of "
                        + Quantity.of(pmids.size(), "record")));
    for (int i = 0; i < lacking.size(); i += EUtilities.MOST) {
      List<String> some = lacking.subList(i, Math.min(lacking.size(), i + EUtilities.MOST));
      Map<String, String> found = ask(server, some, i, lacking.size());
      for (String pmid : some) {
        records.put(pmid, found.getOrDefault(pmid, ""));
      }
      messages.accept(
          String.format(
              Locale.ROOT,
              "fetched %,d of %s from %s",
              i + some.size(),
              Quantity.of(lacking.size(), "record"),
              server.host()));
    }
  }

  private static Map<String, String> ask(EUtilities server, List<String> pmids, int done, int all) {
    try {
      return server.fetch(pmids);
    } catch (IOException | EUtilities.Refusal e) {
      throw new UserException(
          String.format(
              Locale.ROOT,
              "%s: expected records of PubMed, found that %s; %,d of %s fetched, which are kept:"
                  + " run the same command again to go on",
              server.host(),
              e.getMessage(),
              done,
              Quantity.of(all, "record")),
          e);
    }
  }

  private static Path write(
      Path list, List<String> pmids, Path cache, PubMedCache records, Consumer<String> messages)
      throws IOException {
    List<String> unknown = new ArrayList<>();
    String name = list.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    String sum = Sha256.of(String.join("\n", pmids).getBytes(StandardCharsets.UTF_8));
    Path file = cache.resolve(name + "-" + sum.substring(0, 8) + ".xml.gz");
    PubMedCache.write(
        file,
        out -> {
          out.write("<PubmedArticleSet>\n".getBytes(StandardCharsets.UTF_8));
          for (String pmid : pmids) {
            String record = records.find(pmid).orElse("");
            if (record.isEmpty()) {
              unknown.add(pmid);
            } else {
              out.write((record + "\n").getBytes(StandardCharsets.UTF_8));
            }
          }
          out.write("</PubmedArticleSet>\n".getBytes(StandardCharsets.UTF_8));
        });
    if (unknown.size() == pmids.size()) {
      throw UserException.of(list.toString(), "PMIDs of PubMed", "none that it knows");
    }
    if (!unknown.isEmpty()) {
      List<String> named = unknown.subList(0, Math.min(NAMED, unknown.size()));
      messages.accept(
          "PubMed has no record of %s: %s%s"
              .formatted(
                  Quantity.of(unknown.size(), "PMID"),
                  String.join(", ", named),
                  unknown.size() > NAMED ? ", ..." : ""));
    }
    return file;
  }
}
