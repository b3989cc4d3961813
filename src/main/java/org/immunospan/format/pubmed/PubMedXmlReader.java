package org.immunospan.format.pubmed;

import java.io.IOException;
import org.immunospan.format.record.DocumentSink;
import org.immunospan.format.record.FormatReader;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.ReadError;

/**
 * PubMed XML: hands over the newest record of each PMID. Files are looked through once beforehand
 * ({@link #scan}); what can be read only once keeps the first record of a PMID, and later ones are
 * errors. White space runs are one blank, since XML indentation is no text; other characters stay.
 */
public final class PubMedXmlReader implements FormatReader {

  private final PubMedVersions versions;

  public PubMedXmlReader(PubMedVersions versions) {
    this.versions = versions;
  }

  /** The first pass: learns PMIDs, versions and deletions up to the end or the first fault. */
  public void scan(Content content) throws IOException {
    PubMedXml xml = new PubMedXml(content, true);
    for (PubMedRecord record = xml.next(); record != null; record = xml.next()) {
      versions.add(record.key());
      record.deleted().forEach(versions::delete);
    }
  }

  @Override
  public long read(Content content, DocumentSink sink) throws IOException {
    PubMedXml xml = new PubMedXml(content, false);
    long number = 0;
    for (PubMedRecord record = xml.next(); record != null; record = xml.next()) {
      number++;
      if (record.isDeletion()) {
        delete(record, content, sink);
      } else if (isWanted(record, content, sink)) {
        handOver(record, content, number, sink);
      }
    }
    return number;
  }

  private boolean isWanted(PubMedRecord record, Content content, DocumentSink sink) {
    PubMedKey key = record.key();
    if (!content.readOnce()) {
      return versions.keeps(key);
    }
    if (versions.knows(key)) {
      sink.error(
          new ReadError(
              content.sourceFile(),
              record.place(),
              record.pmid(),
              "found another record of this PMID, of which the first was kept; of files, but not of"
                  + " standard input, the newest is taken"));
      return false;
    }
    versions.add(key);
    return versions.keeps(key);
  }

  private void delete(PubMedRecord record, Content content, DocumentSink sink) {
    if (!content.readOnce()) {
      return;
    }
    for (PubMedKey key : record.deleted()) {
      versions.delete(key);
      if (versions.knows(key)) {
        sink.error(
            new ReadError(
                content.sourceFile(),
                record.place(),
                key.pmid(),
                "found the deletion of a record that was read before; of files, but not of standard"
                    + " input, deletions are known beforehand"));
      }
    }
  }

  private static void handOver(
      PubMedRecord record, Content content, long number, DocumentSink sink) {
    String id = record.pmid().isEmpty() ? content.fallbackId(number) : record.pmid();
    if (record.isBlank()) {
      sink.error(
          new ReadError(
              content.sourceFile(),
              record.place(),
              id,
              "found neither title nor abstract, expected at least one"));
    } else {
      sink.document(record.toDocument(id, content.sourceFile()));
    }
  }
}
