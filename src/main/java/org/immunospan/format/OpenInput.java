package org.immunospan.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.immunospan.format.bc2gm.Bc2gmReader;
import org.immunospan.format.bioc.BioCJsonReader;
import org.immunospan.format.bioc.BioCReader;
import org.immunospan.format.brat.BratReader;
import org.immunospan.format.csv.Columns;
import org.immunospan.format.csv.CsvReader;
import org.immunospan.format.endnote.EndNoteReader;
import org.immunospan.format.europepmc.EuropePmcReader;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.iob.IobReader;
import org.immunospan.format.jats.FullTextPart;
import org.immunospan.format.jats.JatsReader;
import org.immunospan.format.jsonl.JsonLinesReader;
import org.immunospan.format.medline.MedlineReader;
import org.immunospan.format.page.PubMedPageReader;
import org.immunospan.format.pubannotation.PubAnnotationReader;
import org.immunospan.format.pubmed.PubMedKey;
import org.immunospan.format.pubmed.PubMedVersions;
import org.immunospan.format.pubmed.PubMedXmlReader;
import org.immunospan.format.pubtator.PubTatorReader;
import org.immunospan.format.record.FormatReader;
import org.immunospan.format.ris.RisReader;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.RawInput;
import org.immunospan.format.source.ReadError;
import org.immunospan.format.source.ReadFault;
import org.immunospan.format.source.Source;
import org.immunospan.format.source.UnicodeCheck;
import org.immunospan.format.text.TextReader;

/** One file that is being read. Every fault in it becomes an item. Not thread-safe. */
final class OpenInput implements AutoCloseable {

  private static final Pattern TEXT_NAME = Pattern.compile("(?i).+\\.(txt|text)");
  private static final String NO_TEXT_BY_NAME =
      "plain text below a folder is read where its name ends in .txt or .text; --format text reads"
          + " every file";
  private static final String DAMAGED =
      "; of this damaged file only what no other file has is taken";

  private final CheckedSource checked;
  private final Source source;
  private final Optional<Format> named;
  private final InputStream stdin;
  private final Columns columns;
  private final Set<FullTextPart> fullText;
  private final PubMedVersions versions;
  private Format found;
  private InputStream opened;
  private RawInput raw;
  private Content content;
  private FormatReader reader;
  private boolean isOver;
  private boolean isLeftOut;
  private boolean isWhole = true;
  private boolean isChanged;
  private long documents;
  private long errors;
  private long bytes;
  private String sha256 = "";

  OpenInput(
      CheckedSource checked,
      Optional<Format> named,
      InputStream stdin,
      Columns columns,
      Set<FullTextPart> fullText,
      PubMedVersions versions) {
    this.columns = columns;
    this.fullText = fullText;
    this.checked = checked;
    this.source = checked.source();
    this.named = named;
    this.stdin = stdin;
    this.versions = versions;
  }

  /** The next item of the file, or empty at its end. */
  Optional<InputItem> next() {
    if (isOver) {
      return Optional.empty();
    }
    try {
      if (reader == null) {
        open();
        if (isStrayText()) {
          isOver = true;
          isLeftOut = true;
          return Optional.of(new InputItem.LeftOut(source.name(), NO_TEXT_BY_NAME));
        }
      }
      GoldDocument gold = reader.next();
      if (gold != null) {
        UnicodeCheck.check(gold.document());
        documents++;
        return Optional.of(new InputItem.Found(gold));
      }
      isOver = true;
      if (reader.records() == 0 && errors == 0) {
        throw new ReadFault("line 1", "", "found no record, expected some of " + found);
      }
      return end();
    } catch (ReadFault fault) {
      return Optional.of(failed(fault));
    } catch (IOException e) {
      return Optional.of(failed("the file cannot be read: " + e));
    } catch (RuntimeException e) {
      return Optional.of(failed("the file cannot be read, by a fault of the program: " + e));
    } catch (StackOverflowError e) {
      return Optional.of(failed("the file is nested too deeply to be read"));
    } catch (OutOfMemoryError e) {
      return Optional.of(failed("the file needs more memory than there is"));
    }
  }

  private void open() throws IOException {
    if (source.fault().isPresent()) {
      isWhole = false;
      throw new ReadFault("file", "", source.fault().get());
    }
    opened = source.open(stdin);
    raw = new RawInput(opened);
    content = Content.open(source, raw);
    found = named.isPresent() ? named.get() : FormatDetector.detect(content);
    reader = reader();
  }

  private FormatReader reader() throws IOException {
    return switch (found) {
      case PUBMED_XML -> new PubMedXmlReader(content, versions);
      case JATS -> new JatsReader(content, fullText);
      case EUROPE_PMC -> new EuropePmcReader(content);
      case RIS -> new RisReader(content);
      case ENDNOTE -> new EndNoteReader(content);
      case MEDLINE -> new MedlineReader(content);
      case PUBMED_PAGE -> new PubMedPageReader(content);
      case TEXT -> new TextReader(content);
      case JSONL -> new JsonLinesReader(content);
      case PUBTATOR -> new PubTatorReader(content);
      case BIOC -> new BioCReader(content);
      case BIOC_JSON -> new BioCJsonReader(content);
      case PUBANNOTATION -> new PubAnnotationReader(content);
      case BRAT -> new BratReader(content);
      case IOB -> new IobReader(content);
      case BC2GM -> new Bc2gmReader(content);
      case CSV -> new CsvReader(content, columns);
    };
  }

  private boolean isStrayText() {
    return found == Format.TEXT
        && named.isEmpty()
        && source.isInFolder()
        && !checked.isDamaged()
        && !TEXT_NAME.matcher(content.fileName()).matches();
  }

  /** Hashes the file, and compares it with what the first pass saw. */
  private Optional<InputItem> end() throws IOException {
    finishBytes();
    isChanged = !checked.sha256().isEmpty() && !checked.sha256().equals(sha256);
    if (isChanged) {
      return Optional.of(failed(changed()));
    }
    return checked.md5Fault().map(this::failed);
  }

  private static ReadFault changed() {
    return new ReadFault(
        "file", "", "the file changed while it was read: its second reading gave other bytes");
  }

  private void finishBytes() throws IOException {
    if (raw != null) {
      // Of a pipe that went wrong the rest is not waited for: it may have no end.
      sha256 = isWhole || !source.isReadOnce() ? raw.sha256() : "";
      bytes = raw.bytes();
    }
  }

  private InputItem failed(String message) {
    return failed(new ReadFault("file", "", message));
  }

  private InputItem failed(ReadFault fault) {
    errors++;
    ReadError error = fault.toError(source.name());
    if (checked.isDamaged() && errors == 1) {
      error =
          new ReadError(
              error.sourceFile(), error.place(), error.docId(), error.message() + DAMAGED);
    }
    if (fault.extent() != ReadFault.Extent.RECORD) {
      isOver = true;
      isWhole = false;
    }
    return new InputItem.Failed(error, fault.extent());
  }

  /** An error for a document whose spans are known and whose text is not. */
  InputItem withoutText(GoldDocument gold) {
    documents--;
    return failed(
        ReadFault.ofRecord(
            "document " + (documents + errors + 1),
            gold.id(),
            "found spans without a text, expected " + CsvReader.DOCUMENTS + " next to the file"));
  }

  /** Deletions of a file that is not the one of the first pass. */
  List<PubMedKey> deletionsInDoubt() {
    return isChanged || (!isWhole && !checked.isDamaged()) ? checked.deletions() : List.of();
  }

  /** What became of the file; empty when it was left out. */
  Optional<InputItem> done() {
    if (isLeftOut) {
      bytes = Math.max(0, source.size());
      return Optional.empty();
    }
    try {
      if (sha256.isEmpty()) {
        finishBytes();
      }
    } catch (IOException e) {
      sha256 = "";
    }
    return Optional.of(
        new InputItem.FileDone(
            new InputFile(
                source.name(), Optional.ofNullable(found), bytes, sha256, documents, errors)));
  }

  /** The file as the user named it. */
  String name() {
    return source.name();
  }

  /** Bytes of the file as stored that were read so far. */
  long bytes() {
    return isOver || raw == null ? bytes : raw.bytes();
  }

  @Override
  public void close() {
    try {
      if (content != null) {
        content.close();
      }
      if (opened != null) {
        opened.close();
      }
    } catch (IOException e) {
      // It is read; nothing is lost by not closing it.
    }
  }
}
