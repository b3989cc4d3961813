package org.immunospan.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immunospan.format.csv.Columns;
import org.immunospan.format.jats.FullTextPart;
import org.immunospan.format.source.Source;
import org.immunospan.text.UserException;

/**
 * The input of a run: files, folders, zip files and standard input, as the user named them. Folders
 * are walked with all their subfolders, links are followed, hidden files and folders ignored, and
 * sorted by path. Compression and encoding are found by content, and so is the format unless one is
 * named. Since anything may be plain text, such as a README, plain text below a folder is read only
 * where its name ends in {@code .txt} or {@code .text}; other such files are left out by name.
 *
 * <p>Iterate once over the items. What cannot be read is an item of its own, and the reading goes
 * on after it. A first pass over PubMed XML and compressed files finds damage: damaged files come
 * after all others, and never replace or delete what a sound file says. Of several records of one
 * PMID in PubMed XML the newest comes out, and none that was deleted, wherever they are among the
 * files. Documents of other formats come out as they are, whether their identifiers repeat or not.
 * Not thread-safe.
 */
public final class Inputs implements Iterable<InputItem>, AutoCloseable {

  /**
   * What came of it all; known after the last item.
   *
   * @param documents that were found
   * @param errors that were met
   * @param superseded PubMed records left out because a newer one of the same PMID was there
   * @param deleted PubMed records left out because they were deleted
   */
  public record Summary(long documents, long errors, long superseded, long deleted) {}

  private final List<Source> sources;
  private final InputItems items;

  private Inputs(
      List<Source> sources, Optional<Format> format, InputStream stdin, boolean takesUnknownTexts) {
    this.sources = sources;
    this.items = new InputItems(sources, format, stdin, takesUnknownTexts);
  }

  /**
   * Finds the files; opens none of them.
   *
   * @param arguments files, folders, or {@value Source#STDIN}
   * @param format of all files; empty for "by content"
   * @param stdin read only when {@value Source#STDIN} is among the arguments
   * @throws UserException when there is no file at all
   */
  public static Inputs open(List<String> arguments, Optional<Format> format, InputStream stdin) {
    return new Inputs(Source.of(arguments), format, stdin, false);
  }

  /** Reads tables by these columns. Call it before the first item. */
  public Inputs withColumns(Columns newColumns) {
    items.setColumns(newColumns);
    return this;
  }

  /** Has these parts of full texts read, too; call it before the first item. */
  public Inputs withFullText(Set<FullTextPart> parts) {
    items.setFullText(parts);
    return this;
  }

  /** Files of gold, of which some give spans without the texts around them. */
  static Inputs ofGold(List<String> arguments) {
    return new Inputs(Source.of(arguments), Optional.empty(), InputStream.nullInputStream(), true);
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

  /** The name of the file that is being read, or "". */
  public String currentFile() {
    return items.currentFile();
  }

  /** How much of the files has come out so far; for the thread that iterates. */
  public long bytesRead() {
    return items.bytesRead();
  }

  /**
   * Whether a record in the result of the earlier run was deleted or has a newer version; known
   * when the iterator has been asked for the first item, and for certain after the last one.
   */
  public boolean isReplaced(String pmid) {
    return items.isReplaced(pmid);
  }

  /** Whether another run can go on from what the first pass found out. */
  public boolean isCatalogued() {
    return !items.hasMissing()
        && sources.stream().noneMatch(source -> source.isReadOnce() && source.fault().isEmpty());
  }

  /** The counts so far. */
  public Summary summary() {
    return items.summary();
  }

  /**
   * The items; ask for them once. The first pass over the files is made when the first item is
   * asked for.
   *
   * @throws UserException from {@code hasNext} at the end, when all files were left out
   */
  @Override
  public Iterator<InputItem> iterator() {
    return iterator(FirstPass.PLAIN);
  }

  /** As {@link #iterator()}; records of an earlier run take part in the choice among records. */
  public Iterator<InputItem> iterator(FirstPass firstPass) {
    items.setFirstPass(firstPass);
    return items;
  }

  @Override
  public void close() {
    items.close();
    for (Source source : sources) {
      try {
        source.close();
      } catch (IOException e) {
        // It is read; nothing is lost by not closing it.
      }
    }
  }
}
