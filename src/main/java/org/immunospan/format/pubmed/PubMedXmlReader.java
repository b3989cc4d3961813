package org.immunospan.format.pubmed;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.record.FormatReader;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.ReadFault;
import org.immunospan.format.source.StrictReader;

/**
 * PubMed XML, record by record: {@code PubmedArticleSet}, {@code PubmedBookArticleSet}, {@code
 * MedlineCitationSet} and a single record as root, several of them in one file as well. Of each
 * PMID it gives the record that {@link PubMedVersions} chose. White space runs are one space, since
 * XML indentation is not text; other characters stay.
 */
public final class PubMedXmlReader implements FormatReader {

  /** The element names that such a file may begin with. */
  public static boolean isRoot(String name) {
    return RecordCutter.SETS.contains(name) || RecordCutter.RECORDS.contains(name);
  }

  /**
   * What a file says about PMIDs.
   *
   * @param keys of its records
   * @param deletions of records anywhere
   * @param isDamaged whether it is not well-formed to its end
   */
  public record Scan(List<PubMedKey> keys, List<PubMedKey> deletions, boolean isDamaged) {}

  private final Content content;
  private final StrictReader characters;
  private final RecordCutter cutter;
  private final PubMedVersions versions;
  private final Deque<ReadFault> further = new ArrayDeque<>();
  private long records;

  /**
   * @param versions which records to give
   */
  public PubMedXmlReader(Content content, PubMedVersions versions) throws IOException {
    this.content = content;
    this.characters = content.reader();
    this.cutter = new RecordCutter(characters);
    this.versions = versions;
  }

  /** Reads a file for its PMIDs alone, to its end or to the first fault that ends it. */
  public static Scan scan(Content content) throws IOException {
    PubMedXmlReader reader = new PubMedXmlReader(content, new PubMedVersions());
    List<PubMedKey> keys = new ArrayList<>();
    List<PubMedKey> deletions = new ArrayList<>();
    boolean isCut = false;
    boolean isOver = false;
    while (!isOver) {
      try {
        PubMedRecord record = reader.record(true);
        isOver = record == null;
        if (record != null && record.isDeletion()) {
          deletions.addAll(record.deleted());
        } else if (record != null) {
          keys.add(record.key());
        }
      } catch (ReadFault fault) {
        isCut = fault.extent() != ReadFault.Extent.RECORD;
        isOver = isCut;
      }
    }
    return new Scan(keys, deletions, isCut || reader.cutter.isDamaged());
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public GoldDocument next() throws IOException {
    while (true) {
      if (!further.isEmpty()) {
        throw further.poll();
      }
      PubMedRecord record = record(false);
      if (record == null) {
        return null;
      }
      if (record.isDeletion()) {
        delete(record);
      } else if (isWanted(record)) {
        return document(record);
      }
    }
  }

  private PubMedRecord record(boolean keysOnly) throws IOException {
    RecordCutter.Cut cut = cutter.next();
    if (cut == null) {
      return null;
    }
    records++;
    String id = RecordCutter.pmid(cut.text());
    if (!cut.isWhole() && cutter.streamFault() != null) {
      cutter.noteDamage();
      ReadFault fault = ReadFault.within(cutter.streamFault());
      throw fault == null ? cutter.streamFault() : fault.in(id);
    }
    ReadFault first = null;
    for (int i = cut.text().indexOf(StrictReader.DAMAGE);
        i >= 0;
        i = cut.text().indexOf(StrictReader.DAMAGE, i + 1)) {
      ReadFault fault = characters.takeFault();
      first = first == null ? fault : first;
    }
    try {
      if (first != null) {
        throw first.asOfRecord().in(id);
      }
      return PubMedXml.parse(cut, keysOnly);
    } catch (ReadFault fault) {
      cutter.noteDamage();
      throw fault;
    }
  }

  private boolean isWanted(PubMedRecord record) throws ReadFault {
    PubMedKey key = record.key();
    if (content.readOnce()) {
      if (versions.knows(key)) {
        throw ReadFault.ofRecord(
            record.place(),
            record.pmid(),
            "found another record of this PMID, of which the first was kept; of files, but not of"
                + " standard input, the newest is taken");
      }
      versions.add(key);
    }
    return versions.keeps(key);
  }

  private void delete(PubMedRecord record) {
    if (!content.readOnce()) {
      return;
    }
    for (PubMedKey key : record.deleted()) {
      versions.delete(key);
      if (versions.knows(key)) {
        further.add(
            ReadFault.ofRecord(
                record.place(),
                key.pmid(),
                "found the deletion of a record that was read before; of files, but not of standard"
                    + " input, deletions are known beforehand"));
      }
    }
  }

  private GoldDocument document(PubMedRecord record) throws ReadFault {
    String pmid = record.pmid();
    if (pmid.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
      throw ReadFault.ofRecord(record.place(), "", "found the PMID \"" + pmid + "\", with a space");
    }
    versions.give(record.key());
    String id = pmid.isEmpty() ? content.fallbackId(records) : pmid;
    if (record.isBlank()) {
      throw ReadFault.ofRecord(
          record.place(), id, "found neither title nor abstract, expected at least one");
    }
    return GoldDocument.unmarked(record.toDocument(id, content.sourceFile()));
  }
}
