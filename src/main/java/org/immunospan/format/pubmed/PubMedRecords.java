package org.immunospan.format.pubmed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.immunospan.format.source.ReadFault;
import org.immunospan.format.source.StrictReader;

/** The records of PubMed XML as they are written. */
public final class PubMedRecords {

  private PubMedRecords() {}

  /**
   * The text of each record by its PMID, in the order of the XML; each is well-formed.
   *
   * @param xml a whole set in UTF-8
   * @throws ReadFault if anything is damaged, or a record has no PMID
   */
  public static Map<String, String> byPmid(byte[] xml) throws IOException {
    StrictReader reader =
        new StrictReader(new ByteArrayInputStream(xml), StandardCharsets.UTF_8, 0);
    RecordCutter cutter = new RecordCutter(reader);
    Map<String, String> records = new LinkedHashMap<>();
    for (RecordCutter.Cut cut = cutter.next(); cut != null; cut = cutter.next()) {
      if (cut.text().indexOf(StrictReader.DAMAGE) >= 0) {
        throw reader.takeFault();
      }
      String pmid = PubMedXml.parse(cut, true).pmid();
      if (!cut.isWhole() || pmid.isEmpty()) {
        throw ReadFault.ofRecord(cut.place(), pmid, "expected a whole record with a PMID");
      }
      records.put(pmid, cut.text());
    }
    return records;
  }
}
