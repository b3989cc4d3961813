package org.immunospan.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.immunospan.format.pubmed.PubMedCatalogue;
import org.immunospan.format.pubmed.PubMedKey;
import org.immunospan.format.pubmed.PubMedXmlReader;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.Md5File;
import org.immunospan.format.source.RawInput;
import org.immunospan.format.source.ReadFault;
import org.immunospan.format.source.Source;

/**
 * A file after the first pass. Files of PubMed XML and compressed files are read to their end
 * there; in others, damage concerns single records.
 *
 * @param scan what a file of PubMed XML says about PMIDs; empty for others
 * @param sha256 of its bytes, if it was read to its end; else ""
 * @param isDamaged whether its compression is damaged, its XML not well-formed, or its MD5 another
 * @param md5Fault what is wrong with its MD5 sum
 */
record CheckedSource(
    Source source,
    Optional<PubMedXmlReader.Scan> scan,
    String sha256,
    boolean isDamaged,
    Optional<String> md5Fault) {

  static CheckedSource of(Source source, Optional<Format> format, InputStream stdin) {
    if (source.isReadOnce() || source.fault().isPresent()) {
      return unread(source, false);
    }
    Optional<PubMedXmlReader.Scan> scan = Optional.empty();
    try (InputStream opened = source.open(stdin)) {
      Optional<Md5File> md5 = Md5File.of(source);
      RawInput raw = new RawInput(md5.isPresent() ? md5.get().summing(opened) : opened);
      try (Content content = Content.open(source, raw)) {
        boolean isPubMed =
            format.orElse(Format.PUBMED_XML) == Format.PUBMED_XML
                && (format.isPresent() || FormatDetector.detect(content) == Format.PUBMED_XML);
        if (isPubMed) {
          scan = Optional.of(PubMedXmlReader.scan(content));
        } else if (content.isCompressed() || md5.isPresent()) {
          content.readToEnd();
        } else {
          return unread(source, false);
        }
      }
      String sha256 = raw.sha256();
      Optional<String> md5Fault = md5.flatMap(Md5File::fault);
      boolean isDamaged = md5Fault.isPresent() || (scan.isPresent() && scan.get().isDamaged());
      return new CheckedSource(source, scan, sha256, isDamaged, md5Fault);
    } catch (ReadFault fault) {
      boolean isDamaged = fault.extent() != ReadFault.Extent.FORMAT;
      return unread(source, isDamaged);
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // The second pass meets the same fault and reports it.
      return unread(source, true);
    }
  }

  private static CheckedSource unread(Source source, boolean isDamaged) {
    return new CheckedSource(source, Optional.empty(), "", isDamaged, Optional.empty());
  }

  boolean isPubMed() {
    return scan.isPresent();
  }

  /** The SHA-256 of its bytes; "" if they cannot be read. */
  String hash(InputStream stdin) {
    if (!sha256.isEmpty()) {
      return sha256;
    }
    try (InputStream opened = source.open(stdin)) {
      return new RawInput(opened).sha256();
    } catch (IOException e) {
      return "";
    }
  }

  /** What the file says of PMIDs, for a later run. */
  PubMedCatalogue.Entry entry() {
    return new PubMedCatalogue.Entry(
        source.name(),
        sha256,
        isDamaged,
        isPubMed(),
        scan.map(PubMedXmlReader.Scan::keys).orElse(List.of()),
        deletions());
  }

  /** The same without the records, of which all files together have too many to keep. */
  CheckedSource withoutRecords() {
    return new CheckedSource(
        source,
        scan.map(s -> new PubMedXmlReader.Scan(List.of(), s.deletions(), s.isDamaged())),
        sha256,
        isDamaged,
        md5Fault);
  }

  /** Deletions count only when the file is sound. */
  List<PubMedKey> deletions() {
    return isDamaged ? List.of() : scan.map(PubMedXmlReader.Scan::deletions).orElse(List.of());
  }
}
