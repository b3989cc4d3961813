package org.immunospan.format.pubmed;

import java.io.IOException;
import java.util.Set;
import org.immunospan.format.source.Lines;
import org.immunospan.format.source.Quote;
import org.immunospan.format.source.ReadFault;
import org.immunospan.format.source.StrictReader;

/**
 * Cuts a PubMed XML file into its records, so that a record which is not well-formed does not cost
 * those after it: each is parsed by itself. Between records only the tags of sets, comments,
 * processing instructions and document types may stand; several XML documents in one file are read
 * like one. Each character is looked at a fixed number of times. Not thread-safe.
 */
final class RecordCutter {

  /** Elements around records. */
  static final Set<String> SETS =
      Set.of("PubmedArticleSet", "PubMedArticleSet", "PubmedBookArticleSet", "MedlineCitationSet");

  /** Elements that are records. */
  static final Set<String> RECORDS =
      Set.of(
          "PubmedArticle",
          "PubMedArticle",
          "PubmedBookArticle",
          "BookDocument",
          "MedlineCitation",
          "DeleteCitation");

  /**
   * The text of one record.
   *
   * @param name its element
   * @param line where it begins, from 1
   * @param column where it begins, from 1
   * @param isWhole whether its end tag is there
   */
  record Cut(String name, String text, int line, int column, boolean isWhole) {

    String place() {
      return "line " + line + ", column " + column;
    }
  }

  private final StrictReader reader;
  private final StringBuilder buffer = new StringBuilder();
  private final char[] chunk = new char[1 << 14];

  /** Where in the buffer the next markup begins; everything before it has been read. */
  private int at;

  private int line = 1;
  private int column = 1;
  private boolean atEnd;
  private IOException fault;
  private boolean seesRecords;

  private boolean isInSet;
  private boolean isDamaged;

  RecordCutter(StrictReader reader) {
    this.reader = reader;
  }

  /** Whether something was met that is not well-formed, so that nothing in the file is certain. */
  boolean isDamaged() {
    return isDamaged;
  }

  /** Notes that a record is not well-formed. */
  void noteDamage() {
    isDamaged = true;
  }

  /** The fault of the stream that ended the file early, or null. */
  IOException streamFault() {
    return fault;
  }

  String place() {
    return "line " + line + ", column " + column;
  }

  /**
   * The next record, or null at the end.
   *
   * @throws ReadFault of extent {@code RECORD} for other text between records; call again for the
   *     record after it
   */
  Cut next() throws IOException {
    while (true) {
      forget();
      skipBlank();
      if (at == buffer.length()) {
        return end();
      }
      if (startsWith("<?")) {
        pass("?>", "a processing instruction");
      } else if (startsWith("<!--")) {
        pass("-->", "a comment");
      } else if (startsWith("<!DOCTYPE")) {
        passDocumentType();
      } else {
        String name = name(at);
        if (RECORDS.contains(name)) {
          seesRecords = true;
          return cut(name);
        }
        if (SETS.contains(name)) {
          isInSet = true;
          pass(">", "the tag of a set");
          isInSet = buffer.charAt(at - 2) != '/';
        } else if (startsWith("</") && SETS.contains(name(at + 1))) {
          pass(">", "the tag of a set");
          isInSet = false;
        } else {
          throw stray(name);
        }
      }
    }
  }

  /** The end of the file: null where XML may end, else a fault, unless one was reported before. */
  private Cut end() throws IOException {
    if (fault != null) {
      isDamaged = true;
      throw fault;
    }
    if (isInSet && !isDamaged) {
      isDamaged = true;
      throw new ReadFault(
          place(),
          "",
          "the XML is not well-formed: Unexpected EOF; found the end of the file, expected the end"
              + " of the set");
    }
    return null;
  }

  /** Reports text that is not a record, and moves to the next one. */
  private ReadFault stray(String name) throws IOException {
    String place = place();
    String found = buffer.substring(at, Math.min(buffer.length(), at + 60));
    boolean isRoot = !seesRecords && !isInSet && !name.isEmpty();
    isDamaged = true;
    advance(1);
    boolean damaged = skipToRecord("");
    if (at == buffer.length() && fault != null) {
      throw fault; // the cut end explains what was found
    }
    if (isRoot) {
      return new ReadFault(
          place, "", "found XML with root <" + name + ">, expected <PubmedArticleSet>");
    }
    if (damaged) {
      return reader.takeFault().asOfRecord();
    }
    return ReadFault.ofRecord(
        place, "", "the XML is not well-formed: found " + Quote.of(found) + ", expected a record");
  }

  /**
   * Moves to the next tag of a record or a set. Says whether bytes that are not text were met.
   *
   * @param outer the record that is skipped, whose parts are not records; "" for none
   */
  private boolean skipToRecord(String outer) throws IOException {
    boolean damaged = false;
    while (true) {
      int tag = buffer.indexOf("<", at);
      int end = tag < 0 ? buffer.length() : tag;
      for (int i = at; i < end; i++) {
        if (buffer.charAt(i) == StrictReader.DAMAGE) {
          if (damaged) {
            reader.takeFault();
          }
          damaged = true;
        }
      }
      advance(end - at);
      forget();
      if (at < buffer.length()) {
        require(64);
        String name = name(at);
        boolean closesSet = startsWith("</") && SETS.contains(name(at + 1));
        boolean begins = RECORDS.contains(name) || SETS.contains(name) || closesSet;
        if (outer.isEmpty() ? begins : startsAnother(outer, at)) {
          return damaged;
        }
        advance(1);
      } else if (!fill()) {
        return damaged;
      }
    }
  }

  /** Cuts the record that begins here: to its end tag, or to where another one begins. */
  private Cut cut(String name) throws IOException {
    int firstLine = line;
    int firstColumn = column;
    String close = "</" + name;
    int from = at + 1;
    while (true) {
      int tag = buffer.indexOf("<", from);
      if (tag < 0) {
        from = buffer.length();
        if (buffer.length() - at > Lines.LONGEST) {
          return tooLong(name, firstLine, firstColumn);
        }
        if (!fill()) {
          return taken(name, buffer.length(), firstLine, firstColumn, isSelfClosing(at));
        }
        continue;
      }
      require(tag - at + 64);
      if (isTag(close, tag)) {
        int end = buffer.indexOf(">", tag);
        while (end < 0 && buffer.length() - tag < 1000 && fill()) {
          end = buffer.indexOf(">", tag);
        }
        int stop = end < 0 ? buffer.length() : end + 1;
        return taken(name, stop, firstLine, firstColumn, end >= 0);
      }
      if (startsAnother(name, tag)) {
        return taken(name, tag, firstLine, firstColumn, isSelfClosing(at));
      }
      from = tag + 1;
    }
  }

  /** The PMID in the text of a record that cannot be parsed; "" when none can be found. */
  static String pmid(String text) {
    int tag = text.indexOf("<PMID");
    int begin = tag < 0 ? -1 : text.indexOf('>', tag) + 1;
    int end = begin < 1 ? -1 : text.indexOf('<', begin);
    String pmid = end < 0 || end - begin > 20 ? "" : text.substring(begin, end).strip();
    return pmid.chars().allMatch(c -> c >= '0' && c <= '9') ? pmid : "";
  }

  private boolean isSelfClosing(int tag) {
    int end = buffer.indexOf(">", tag);
    return end > 0 && buffer.charAt(end - 1) == '/';
  }

  private Cut tooLong(String name, int firstLine, int firstColumn) throws IOException {
    String id = pmid(buffer.substring(at, at + 10_000));
    advance(1);
    skipToRecord(name);
    throw ReadFault.ofRecord(
        "line " + firstLine + ", column " + firstColumn,
        id,
        "found a <" + name + "> of more than " + Lines.LONGEST + " characters, expected a record");
  }

  private Cut taken(String name, int end, int firstLine, int firstColumn, boolean isWhole) {
    String text = buffer.substring(at, end);
    advance(end - at);
    return new Cut(name, text, firstLine, firstColumn, isWhole);
  }

  /** Whether a tag inside a record can only begin the next one. */
  private boolean startsAnother(String name, int tag) {
    String other = name(tag);
    if (other.equals(name)) {
      return true;
    }
    boolean isInner = other.equals("MedlineCitation") || other.equals("BookDocument");
    boolean closesSet = matches("</", tag) && SETS.contains(name(tag + 1));
    return (RECORDS.contains(other) && !isInner) || SETS.contains(other) || closesSet;
  }

  private boolean isTag(String start, int tag) {
    int after = tag + start.length();
    return buffer.length() > after && matches(start, tag) && !isNameCharacter(buffer.charAt(after));
  }

  private boolean matches(String start, int offset) {
    if (offset + start.length() > buffer.length()) {
      return false;
    }
    for (int i = 0; i < start.length(); i++) {
      if (buffer.charAt(offset + i) != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The name of the element whose tag begins at an offset; "" when there is none. */
  private String name(int tag) {
    int end = tag + 1;
    while (end < buffer.length() && end - tag < 40 && isNameCharacter(buffer.charAt(end))) {
      end++;
    }
    boolean isEnded = end < buffer.length() && !isNameCharacter(buffer.charAt(end));
    return isEnded && tag < buffer.length() ? buffer.substring(tag + 1, end) : "";
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == ':';
  }

  private void skipBlank() throws IOException {
    while (true) {
      int end = at;
      while (end < buffer.length() && isBlank(buffer.charAt(end))) {
        end++;
      }
      advance(end - at);
      forget();
      if (at < buffer.length()) {
        require(64);
        return;
      }
      if (!fill()) {
        return;
      }
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\uFEFF';
  }

  private boolean startsWith(String start) {
    return matches(start, at);
  }

  /** Skips markup up to its end. */
  private void pass(String end, String what) throws IOException {
    String place = place();
    while (true) {
      int found = buffer.indexOf(end, at);
      if (found >= 0) {
        advance(found + end.length() - at);
        return;
      }
      advance(Math.max(0, buffer.length() - at - end.length()));
      forget();
      if (!fill()) {
        advance(buffer.length() - at);
        isDamaged = true;
        if (fault != null) {
          throw fault;
        }
        throw new ReadFault(
            place, "", "the XML is not well-formed: found the end of the file inside " + what);
      }
    }
  }

  private void passDocumentType() throws IOException {
    int bracket = buffer.indexOf("[", at);
    int end = buffer.indexOf(">", at);
    boolean hasSubset = bracket >= 0 && (end < 0 || bracket < end);
    pass(hasSubset ? "]" : ">", "a document type");
    if (hasSubset) {
      pass(">", "a document type");
    }
  }

  /** Makes sure that this many characters after the current one are there, unless the file ends. */
  private void require(int count) throws IOException {
    while (buffer.length() - at < count && fill()) {
      // more is read
    }
  }

  /** Drops what has been read. Offsets into the buffer are invalid afterwards. */
  private void forget() {
    if (at > 1 << 14) {
      buffer.delete(0, at);
      at = 0;
    }
  }

  /** Counts lines and columns of what has been read. */
  private void advance(int count) {
    for (int i = at; i < at + count; i++) {
      if (buffer.charAt(i) == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
    at += count;
  }

  /** Reads more characters. A fault of the file is kept until they are used up. */
  private boolean fill() throws IOException {
    if (atEnd) {
      return false;
    }
    int count;
    try {
      count = reader.read(chunk, 0, chunk.length);
    } catch (IOException e) {
      fault = e;
      count = -1;
    }
    atEnd = count <= 0;
    if (count > 0) {
      buffer.append(chunk, 0, count);
    }
    return count > 0;
  }
}
