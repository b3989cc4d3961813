package org.immunospan.format.brat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.Notes;
import org.immunospan.format.record.GoldDraft;
import org.immunospan.format.record.SingleDocumentReader;
import org.immunospan.format.record.WrittenMention;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.Lines;
import org.immunospan.format.source.Quote;
import org.immunospan.format.source.ReadFault;
import org.immunospan.format.text.TextReader;
import org.immunospan.format.write.JsonText;

/**
 * brat standoff: a {@code .txt} file with an {@code .ann} file (or {@code .a1}, as in the BioNLP
 * shared tasks) of the same name next to it. The document id is the name without its ending.
 * Offsets count characters, or code points. {@code T} lines are mentions, in several parts where
 * discontinuous; {@code N} lines give identifiers; notes of {@link BratWriter} give classes and
 * scores; events, relations, attributes and other notes are ignored, as are the triggers in {@code
 * .a2}.
 */
public final class BratReader extends SingleDocumentReader {

  private static final Pattern REFERENCE = Pattern.compile("N\\d+\t\\S+ (T\\d+) (\\S+)(\t.*)?");

  private static final Pattern NOTE = Pattern.compile("#\\d+\tAnnotatorNotes (T\\d+)\t(\\{.*\\})");

  public BratReader(Content content) {
    super(content);
  }

  /** The names of the files that may hold the marks of a text. */
  public static List<String> companions(String fileName) {
    String stem = fileName.substring(0, fileName.length() - ".txt".length());
    return List.of(stem + ".ann", stem + ".a1");
  }

  /** Whether a file is plain text by its name, and has a file of marks next to it. */
  public static boolean isIn(Content content) {
    return content.fileName().endsWith(".txt")
        && companions(content.fileName()).stream().anyMatch(content::hasSibling);
  }

  @Override
  protected GoldDocument read(Content content) throws IOException {
    GoldDraft draft = new GoldDraft(TextReader.document(content));
    for (String name : companions(content.fileName())) {
      Optional<Content> marks = content.sibling(name);
      if (marks.isPresent()) {
        try (Content opened = marks.get()) {
          read(opened, draft);
        } catch (ReadFault fault) {
          throw new ReadFault(name, draft.id(), fault.placed());
        }
      }
    }
    return draft.finish();
  }

  private static void read(Content marks, GoldDraft draft) throws IOException {
    Map<String, WrittenMention> found = new LinkedHashMap<>();
    Lines lines = marks.lines();
    for (String line = lines.next(); line != null; line = lines.next()) {
      String place = marks.sourceFile() + ":" + lines.number();
      if (line.startsWith("T")) {
        String[] fields = line.split("\t", 3);
        Optional<WrittenMention> mention = mention(place, fields);
        if (mention.isPresent()) {
          found.put(fields[0], mention.get());
        } else {
          draft.malformed(
              place,
              "expected id, type begin end and text separated by tabs, found " + Quote.of(line));
        }
      } else if (line.startsWith("N")) {
        var match = REFERENCE.matcher(line);
        WrittenMention target = match.matches() ? found.get(match.group(1)) : null;
        if (target == null) {
          draft.malformed(
              place, "expected a reference to an earlier T line, found " + Quote.of(line));
        } else {
          target.identifiers().add(match.group(2));
        }
      } else if (line.startsWith("#")) {
        note(line, found);
      }
    }
    found.values().forEach(draft::add);
  }

  /** A note as this program writes it adds to a mention; any other is ignored. */
  private static void note(String line, Map<String, WrittenMention> found) {
    var match = NOTE.matcher(line);
    if (match.matches()) {
      found.computeIfPresent(
          match.group(1),
          (id, mention) -> {
            Map<String, String> fields = JsonText.fields(match.group(2));
            return mention.with(
                fields.getOrDefault(BratWriter.SUBTYPE, ""), Notes.from(fields::get));
          });
    }
  }

  /** A line such as {@code T1, Protein 0 4;6 9, text}; empty when it is not one. */
  private static Optional<WrittenMention> mention(String place, String[] fields) {
    int space = fields.length < 3 ? -1 : fields[1].indexOf(' ');
    if (space < 1) {
      return Optional.empty();
    }
    String[] numbers = fields[1].substring(space + 1).split("[ ;]", -1);
    int[] offsets = new int[numbers.length];
    try {
      for (int i = 0; i < numbers.length; i++) {
        offsets[i] = Integer.parseInt(numbers[i]);
      }
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
    String type = fields[1].substring(0, space);
    return offsets.length % 2 == 0
        ? Optional.of(
            new WrittenMention(
                place, 0, offsets, fields[2], type, "", new ArrayList<>(1), Map.of()))
        : Optional.empty();
  }
}
