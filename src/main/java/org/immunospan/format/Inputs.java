package org.immunospan.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.immunospan.format.jsonl.JsonLinesReader;
import org.immunospan.format.medline.MedlineReader;
import org.immunospan.format.page.PubMedPageReader;
import org.immunospan.format.pubmed.PubMedVersions;
import org.immunospan.format.pubmed.PubMedXmlReader;
import org.immunospan.format.pubtator.PubTatorReader;
import org.immunospan.format.record.DocumentSink;
import org.immunospan.format.record.FormatReader;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.RawInput;
import org.immunospan.format.source.ReadError;
import org.immunospan.format.source.ReadFault;
import org.immunospan.format.source.Source;
import org.immunospan.format.text.TextReader;
import org.immunospan.text.Document;
import org.immunospan.text.UserException;

/**
 * The input of a run: files, folders and standard input, as the user named them. Folders are walked
 * to the bottom, links followed, hidden files and folders passed over, and sorted by path. Gzip and
 * encoding are found by content, and so is the format unless one is named. Since anything may be
 * plain text, such as a README, plain text below a folder is read only where its name ends in
 * {@code .txt} or {@code .text}; other such files are named to the sink as left out.
 *
 * <p>What cannot be read is told to the sink and the next file is taken. Of several records of one
 * PMID in PubMed XML the newest is handed over, and none that was deleted, wherever they stand
 * among the files; for this such files are read twice. Documents of other formats are handed over
 * as they come, whether their identifiers repeat or not. Not safe for threads.
 */
public final class Inputs {

  private static final Pattern TEXT_NAME = Pattern.compile("(?i).+\\.(txt|text)");
  private static final String NO_TEXT_BY_NAME =
      "plain text below a folder is read where its name ends in .txt or .text; --format text reads"
          + " every file";

  /**
   * What came of it all.
   *
   * @param documents handed to the sink
   * @param errors handed to the sink
   * @param superseded PubMed records left out because a newer one of the same PMID was there
   * @param deleted PubMed records left out because they were deleted
   */
  public record Summary(long documents, long errors, long superseded, long deleted) {}

  private final List<Source> sources;
  private final Optional<Format> format;
  private final InputStream stdin;
  private final PubMedVersions versions = new PubMedVersions();
  private long bytesOfFinishedFiles;
  private RawInput current;

  private Inputs(List<Source> sources, Optional<Format> format, InputStream stdin) {
    this.sources = sources;
    this.format = format;
    this.stdin = stdin;
  }

  /**
   * Finds the files; opens none of them.
   *
   * @param arguments files, folders, or {@value Source#STDIN}
   * @param format of all files; empty for "by content"
   * @param stdin read only when {@value Source#STDIN} is among the arguments
   * @throws UserException for a file that is not there and a folder without files
   */
  public static Inputs of(List<String> arguments, Optional<Format> format, InputStream stdin) {
    return new Inputs(Source.of(arguments), format, stdin);
  }

  /** The size of all files as stored; -1 if it is not known, as for standard input. */
  public long totalBytes() {
    long total = 0;
    for (Source source : sources) {
      long size = source.size();
      if (size < 0) {
        return -1;
      }
      total += size;
    }
    return total;
  }

  /** How much of the files has been handed over so far; for the thread that reads. */
  public long bytesRead() {
    return bytesOfFinishedFiles + (current == null ? 0 : current.bytes());
  }

  /**
   * Reads all files, once; call it one time.
   *
   * @throws UserException when all files were left out
   */
  public Summary read(DocumentSink sink) {
    sources.forEach(this::scan);
    long documents = 0;
    long errors = 0;
    int leftOut = 0;
    for (Source source : sources) {
      Optional<InputFile> read = read(source, sink);
      current = null;
      bytesOfFinishedFiles += read.map(InputFile::bytes).orElseGet(source::size);
      if (read.isEmpty()) {
        leftOut++;
        sink.leftOut(source.name(), NO_TEXT_BY_NAME);
        continue;
      }
      InputFile file = read.get();
      documents += file.documents();
      errors += file.errors();
      sink.finished(file);
    }
    if (leftOut == sources.size()) {
      throw new UserException(
          "Found no documents: all files were left out (" + NO_TEXT_BY_NAME + ").");
    }
    return new Summary(documents, errors, versions.superseded(), versions.deleted());
  }

  /** The first pass, over PubMed XML only; faults are told in the second. */
  private void scan(Source source) {
    if (source.isReadOnce() || format.orElse(Format.PUBMED_XML) != Format.PUBMED_XML) {
      return;
    }
    try (InputStream raw = source.open(stdin);
        Content content = Content.open(source.name(), raw, false)) {
      if (format(content) == Format.PUBMED_XML) {
        new PubMedXmlReader(versions).scan(content);
      }
    } catch (IOException e) {
      // What stands before the fault was learnt, and that is what the second pass will hand over.
    }
  }

  /** What became of a file; empty when it is to be left out. */
  private Optional<InputFile> read(Source source, DocumentSink sink) {
    CountingSink counting = new CountingSink(sink);
    Format found = null;
    long bytes = 0;
    String sha256 = "";
    try (InputStream opened = source.open(stdin)) {
      RawInput raw = new RawInput(opened);
      current = raw;
      boolean whole = true;
      try (Content content = Content.open(source.name(), raw, source.isReadOnce())) {
        found = format(content);
        if (found == Format.TEXT && isStrayText(source, content)) {
          return Optional.empty();
        }
        if (reader(found).read(content, counting) == 0) {
          throw new ReadFault("line 1", "", "found no record, expected some of " + found);
        }
      } catch (ReadFault fault) {
        counting.error(fault.toError(source.name()));
        // Of a pipe that went wrong the rest is not waited for: it may have no end.
        whole = !source.isReadOnce();
      }
      sha256 = whole ? raw.sha256() : "";
      bytes = raw.bytes();
    } catch (IOException e) {
      counting.error(new ReadError(source.name(), "file", "", "the file cannot be read: " + e));
    }
    return Optional.of(
        new InputFile(
            source.name(),
            Optional.ofNullable(found),
            bytes,
            sha256,
            counting.documents,
            counting.errors));
  }

  private boolean isStrayText(Source source, Content content) {
    return format.isEmpty()
        && source.isInFolder()
        && !TEXT_NAME.matcher(content.fileName()).matches();
  }

  private Format format(Content content) throws ReadFault {
    return format.isPresent() ? format.get() : FormatDetector.detect(content);
  }

  private FormatReader reader(Format found) {
    return switch (found) {
      case PUBMED_XML -> new PubMedXmlReader(versions);
      case MEDLINE -> new MedlineReader();
      case PUBMED_PAGE -> new PubMedPageReader();
      case TEXT -> new TextReader();
      case JSONL -> new JsonLinesReader();
      case PUBTATOR -> new PubTatorReader();
    };
  }

  private static final class CountingSink implements DocumentSink {

    private final DocumentSink sink;
    private long documents;
    private long errors;

    CountingSink(DocumentSink sink) {
      this.sink = sink;
    }

    @Override
    public void document(Document document) {
      documents++;
      sink.document(document);
    }

    @Override
    public void error(ReadError error) {
      errors++;
      sink.error(error);
    }

    @Override
    public void leftOut(String sourceFile, String reason) {
      throw new IllegalStateException("no reader leaves out a file");
    }
  }
}
