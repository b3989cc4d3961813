package org.immunospan.format.brat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.immunospan.format.gold.GoldLines;
import org.immunospan.format.gold.GoldReader;
import org.immunospan.format.gold.GoldSink;
import org.immunospan.format.gold.MalformedCorpusException;
import org.immunospan.format.record.GoldDraft;
import org.immunospan.text.Document;

/**
 * brat standoff: pairs of {@code .txt} and {@code .ann} (or {@code .a1}, as in the BioNLP shared
 * tasks) in a folder, at any depth, or in a zip file; sorted by name. The document id is the file
 * name without its ending. Offsets count code points. {@code T} lines are mentions, in several
 * parts where discontinuous; {@code N} lines give identifiers; events, relations, attributes and
 * notes are passed over, as are the triggers in {@code .a2}.
 */
public final class BratGold implements GoldReader {

  private static final Pattern TEXT_BOUND =
      Pattern.compile("(T\\d+)\t(\\S+) (\\d+ \\d+(?:;\\d+ \\d+)*)\t(.*)");
  private static final Pattern REFERENCE = Pattern.compile("N\\d+\t\\S+ (T\\d+) (\\S+)(?:\t.*)?");
  private static final Pattern OFFSET = Pattern.compile("[ ;]");

  public static boolean isIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(f -> isMarks(f.toString()));
    }
  }

  public static boolean isInZip(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.stream().anyMatch(entry -> isMarks(entry.getName()));
    } catch (ZipException e) {
      throw new MalformedCorpusException(
          file.toString(), "not a whole zip file: " + e.getMessage());
    }
  }

  private static boolean isMarks(String name) {
    return name.endsWith(".ann") || name.endsWith(".a1");
  }

  @Override
  public void read(Path source, GoldSink sink) throws IOException {
    if (Files.isDirectory(source)) {
      readFolder(source, sink);
    } else {
      readZip(source, sink);
    }
  }

  private static void readFolder(Path folder, GoldSink sink) throws IOException {
    List<Path> marks;
    try (Stream<Path> files = Files.walk(folder)) {
      marks = files.filter(f -> isMarks(f.toString())).sorted().toList();
    }
    for (Path file : marks) {
      Path text = file.resolveSibling(stem(file.getFileName().toString()) + ".txt");
      if (!Files.exists(text)) {
        throw new MalformedCorpusException(file.toString(), "expected the text in " + text);
      }
      document(
          file.toString(),
          Files.readAllBytes(text),
          new ByteArrayInputStream(Files.readAllBytes(file)),
          sink);
    }
  }

  private static void readZip(Path file, GoldSink sink) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Map<String, ZipEntry> marks = new TreeMap<>();
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        if (isMarks(entry.getName())) {
          marks.put(entry.getName(), entry);
        }
      }
      for (ZipEntry entry : marks.values()) {
        String place = file + "!" + entry.getName();
        ZipEntry text = zip.getEntry(stem(entry.getName()) + ".txt");
        if (text == null) {
          throw new MalformedCorpusException(place, "expected a .txt file of the same name");
        }
        try (InputStream in = zip.getInputStream(text)) {
          document(place, in.readAllBytes(), zip.getInputStream(entry), sink);
        }
      }
    }
  }

  private static String stem(String name) {
    return name.substring(0, name.lastIndexOf('.'));
  }

  private static void document(String place, byte[] text, InputStream marks, GoldSink sink)
      throws IOException {
    String name = place.substring(Math.max(place.lastIndexOf('/'), place.lastIndexOf('!')) + 1);
    Document document = Document.of(stem(name), "", decode(place, text));
    GoldDraft draft = new GoldDraft(document, sink);
    Map<String, TextBound> found = new LinkedHashMap<>();
    try (GoldLines lines = new GoldLines(place, marks)) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (line.startsWith("T")) {
          var match = TEXT_BOUND.matcher(line);
          if (!match.matches()) {
            throw lines.malformed(
                "expected id, type begin end and text separated by tabs, found \"" + line + "\"");
          }
          int[] offsets =
              OFFSET.splitAsStream(match.group(3)).mapToInt(Integer::parseInt).toArray();
          found.put(
              match.group(1),
              new TextBound(lines.place(), offsets, match.group(4), match.group(2)));
        } else if (line.startsWith("N")) {
          var match = REFERENCE.matcher(line);
          TextBound target = match.matches() ? found.get(match.group(1)) : null;
          if (target == null) {
            throw lines.malformed(
                "expected a reference to an earlier T line, found \"" + line + "\"");
          }
          target.identifiers.add(match.group(2));
        }
      }
    }
    for (TextBound mark : found.values()) {
      draft.add(mark.place, mark.offsets, mark.text, mark.type, "", mark.identifiers);
    }
    draft.finish();
  }

  private static String decode(String place, byte[] text) throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedCorpusException(place, "its .txt file holds bytes that are not UTF-8");
    }
  }

  /** A T line, with the identifiers that N lines add to it. */
  private static final class TextBound {
    final String place;
    final int[] offsets;
    final String text;
    final String type;
    final List<String> identifiers = new ArrayList<>(1);

    TextBound(String place, int[] offsets, String text, String type) {
      this.place = place;
      this.offsets = offsets;
      this.text = text;
      this.type = type;
    }
  }
}
