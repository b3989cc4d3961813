package org.immunospan.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immunospan.text.Document;

/**
 * The input of a run: files, folders and standard input, as the user named them. Folders are walked
 * to the bottom, links followed, hidden files and folders passed over, and sorted by path. Gzip and
 * encoding are found by content, and so is the format unless one is named.
 *
 * <p>What cannot be read is told to the sink and the next file is taken. Of several records of one
 * PMID in PubMed XML the newest is handed over, and none that was deleted, wherever they stand
 * among the files; for this such files are read twice. Documents of other formats are handed over
 * as they come, whether their identifiers repeat or not. Not safe for threads.
 */
public final class Inputs {

  /** The argument that stands for standard input. */
  public static final String STDIN = "-";

  /**
   * What came of it all.
   *
   * @param documents handed to the sink
   * @param errors handed to the sink
   * @param superseded PubMed records left out because a newer one of the same PMID was there
   * @param deleted PubMed records left out because they were deleted
   */
  public record Summary(long documents, long errors, long superseded, long deleted) {}

  /**
   * @param path empty for standard input
   */
  private record File(String name, Optional<Path> path) {

    /** Whether it cannot be opened a second time: standard input and named pipes. */
    boolean isReadOnce() {
      return path.isEmpty() || !Files.isRegularFile(path.get());
    }
  }

  private final List<File> files;
  private final Optional<Format> format;
  private final InputStream stdin;
  private final PubMedVersions versions = new PubMedVersions();

  private Inputs(List<File> files, Optional<Format> format, InputStream stdin) {
    this.files = files;
    this.format = format;
    this.stdin = stdin;
  }

  /**
   * Finds the files; opens none of them.
   *
   * @param arguments files, folders, or {@value #STDIN}
   * @param format of all files; empty for "by content"
   * @param stdin read only when {@value #STDIN} is among the arguments
   * @throws InputException for a file that is not there and a folder without files
   */
  public static Inputs of(List<String> arguments, Optional<Format> format, InputStream stdin) {
    if (arguments.isEmpty()) {
      throw new InputException("No input: expected files, folders or - for standard input.");
    }
    List<File> files = new ArrayList<>();
    for (String argument : arguments) {
      if (!argument.equals(STDIN)) {
        files.addAll(find(argument));
      } else if (files.stream().anyMatch(file -> file.path.isEmpty())) {
        throw new InputException("Standard input (-) can be read only once, found it twice.");
      } else {
        files.add(new File(STDIN, Optional.empty()));
      }
    }
    return new Inputs(List.copyOf(files), format, stdin);
  }

  /** The files in the order of reading, as the user named them or their folder. */
  public List<String> files() {
    return files.stream().map(File::name).toList();
  }

  /** Reads all files, once; call it one time. */
  public Summary read(DocumentSink sink) {
    files.forEach(this::scan);
    long documents = 0;
    long errors = 0;
    for (File file : files) {
      InputFile done = read(file, sink);
      documents += done.documents();
      errors += done.errors();
      sink.finished(done);
    }
    return new Summary(documents, errors, versions.superseded(), versions.deleted());
  }

  private static List<File> find(String argument) {
    try {
      Path path = Path.of(argument);
      if (!Files.exists(path)) {
        throw new InputException(argument + ": found no such file or folder.");
      }
      if (!Files.isDirectory(path)) {
        return List.of(new File(argument, Optional.of(path)));
      }
      List<File> files = walk(path);
      if (files.isEmpty()) {
        throw new InputException(argument + ": found a folder without files, expected documents.");
      }
      return files;
    } catch (InvalidPathException e) {
      throw new InputException(argument + ": is no path: " + e.getReason() + ".", e);
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(
          argument + ": the folder cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private static List<File> walk(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(path -> !isHidden(folder.relativize(path)))
          .map(path -> new File(path.toString().replace('\\', '/'), Optional.of(path)))
          .sorted(Comparator.comparing(File::name))
          .toList();
    }
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  /** The first pass, over PubMed XML only; faults are told in the second. */
  private void scan(File file) {
    if (file.isReadOnce() || format.orElse(Format.PUBMED_XML) != Format.PUBMED_XML) {
      return;
    }
    try (InputStream raw = Files.newInputStream(file.path.get())) {
      Content content = Content.open(file.name, raw, false);
      if (format(content) == Format.PUBMED_XML) {
        new PubMedXmlReader(versions).scan(content);
      }
    } catch (IOException e) {
      // What stands before the fault was learnt, and that is what the second pass will hand over.
    }
  }

  private InputFile read(File file, DocumentSink sink) {
    CountingSink counting = new CountingSink(sink);
    MessageDigest digest = sha256();
    CountingInput raw = null;
    Format found = null;
    boolean complete = true;
    try (InputStream opened = open(file)) {
      raw = new CountingInput(opened);
      DigestInputStream digesting = new DigestInputStream(raw, digest);
      try {
        Content content = Content.open(file.name, digesting, file.isReadOnce());
        found = format(content);
        if (reader(found).read(content, counting) == 0) {
          throw new ReadFault("line 1", "", "found no record, expected some of " + found);
        }
      } catch (ReadFault fault) {
        counting.error(fault.toError(file.name));
        complete = false;
      }
      // A pipe may have no end.
      complete |= !file.isReadOnce();
      if (complete) {
        digesting.transferTo(OutputStream.nullOutputStream());
      }
    } catch (IOException e) {
      complete = false;
      counting.error(new ReadError(file.name, "file", "", "the file cannot be read: " + e));
    }
    return new InputFile(
        file.name,
        Optional.ofNullable(found),
        raw == null ? 0 : raw.count,
        complete ? HexFormat.of().formatHex(digest.digest()) : "",
        counting.documents,
        counting.errors);
  }

  private InputStream open(File file) throws IOException {
    return file.path.isPresent() ? Files.newInputStream(file.path.get()) : new CountingInput(stdin);
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

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
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
  }

  private static final class CountingInput extends FilterInputStream {

    private long count;

    CountingInput(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count += next < 0 ? 0 : 1;
      return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      count += Math.max(0, read);
      return read;
    }

    /** Asking a named pipe how much it has is an error. */
    @Override
    public int available() {
      return 0;
    }

    /** Leaves the stream open, since what no reader wanted is still to be counted. */
    @Override
    public void close() {}
  }
}
