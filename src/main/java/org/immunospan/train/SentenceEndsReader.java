package org.immunospan.train;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immunospan.format.InputItem;
import org.immunospan.format.Inputs;
import org.immunospan.text.CodePoints;

/**
 * Joins a file of sentence ends with the texts they count on. The file is tab-separated: part,
 * source, document, length of the text, ends; length and ends in code points. A source is a path
 * below the folder of the texts: {@code .zip} of {@code .txt} files, {@code .PubTator.gz}, or
 * {@code .jsonl} with {@code id}, {@code title} and {@code abstract}. A text is title + {@code
 * "\n"} + abstract, or the file as it is.
 */
public final class SentenceEndsReader {

  private static final int FIELDS = 5;

  private final Path texts;
  private final Map<String, Map<String, String>> sources = new HashMap<>();

  /**
   * @param texts the folder that the sources are named from
   */
  public SentenceEndsReader(Path texts) {
    this.texts = texts;
  }

  /**
   * All documents of the file, in its order.
   *
   * @throws IOException if a file is missing or a text is not the one that was marked
   */
  public List<SentenceEnds> read(Path endsFile) throws IOException {
    List<SentenceEnds> documents = new ArrayList<>();
    List<String> lines = Files.readAllLines(endsFile, StandardCharsets.UTF_8);
    boolean header = true;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("#") || line.isEmpty()) {
        continue;
      }
      if (header) {
        header = false;
        continue;
      }
      documents.add(document(line, endsFile + ":" + (i + 1)));
    }
    return documents;
  }

  private SentenceEnds document(String line, String place) throws IOException {
    String[] fields = line.split("\t", -1);
    if (fields.length != FIELDS) {
      throw new IOException(
          "%s: found %s fields, expected %s".formatted(place, fields.length, FIELDS));
    }
    String text = source(fields[1]).get(fields[2]);
    if (text == null) {
      throw new IOException(
          "%s: found no document %s in %s".formatted(place, fields[2], texts.resolve(fields[1])));
    }
    if (fields[3].equals(String.valueOf(text.codePointCount(0, text.length()) + 1))) {
      text = text + "\n"; // the line end at the end of a file, which readers leave out
    }
    CodePoints points = CodePoints.of(text);
    if (!fields[3].equals(String.valueOf(points.length()))) {
      throw new IOException(
          "%s: expected a text of %s characters, found %s in %s"
              .formatted(place, fields[3], points.length(), texts.resolve(fields[1])));
    }
    BitSet ends = new BitSet(text.length() + 1);
    try {
      for (String end : fields[4].split(" ", -1)) {
        ends.set(points.toUtf16(Integer.parseInt(end)));
      }
    } catch (IllegalArgumentException e) { // not a number, or outside the text
      throw new IOException(
          "%s: expected numbers from 0 to %s, found \"%s\""
              .formatted(place, points.length(), fields[4]),
          e);
    }
    return new SentenceEnds(fields[0], fields[1], fields[2], text, ends);
  }

  private Map<String, String> source(String name) throws IOException {
    Map<String, String> documents = sources.get(name);
    if (documents == null) {
      documents = textsOf(texts.resolve(name));
      sources.put(name, documents);
    }
    return documents;
  }

  /** All texts of a file; those in a zip file go by their names in it. */
  private static Map<String, String> textsOf(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString(), null, "no such file");
    }
    Map<String, String> documents = new HashMap<>();
    try (Inputs inputs =
        Inputs.open(List.of(file.toString()), Optional.empty(), InputStream.nullInputStream())) {
      for (InputItem item : inputs) {
        if (item instanceof InputItem.Found found) {
          String source = found.document().sourceFile();
          int entry = source.lastIndexOf('!');
          String id =
              entry < 0
                  ? found.document().id()
                  : source.substring(entry + 1).replaceAll("\\.txt$", "");
          documents.put(id, found.document().text());
        }
      }
    }
    return documents;
  }
}
