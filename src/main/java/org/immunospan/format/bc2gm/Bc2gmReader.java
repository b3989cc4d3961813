package org.immunospan.format.bc2gm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.gold.GoldProblem;
import org.immunospan.format.record.FormatReader;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.Lines;
import org.immunospan.format.source.Quote;
import org.immunospan.format.source.ReadFault;
import org.immunospan.text.DocumentBuilder;
import org.immunospan.text.Section;
import org.immunospan.text.Span;

/**
 * A folder of the BioCreative II gene mention task: {@code *.in} with one sentence per line, {@code
 * GENE.eval} with the names and {@code ALTGENE.eval} with further readings that count as right.
 * Every sentence is a document. Offsets count characters that are not spaces, with the last one
 * included.
 *
 * <p>A few lines of the release give a text that is not at their offsets; the task scores by
 * offsets, so such a line is reported and kept.
 */
public final class Bc2gmReader implements FormatReader {

  /** The files next to the sentences that hold the names and further readings. */
  public static final String NAMES = "GENE.eval";

  public static final String ALTERNATIVES = "ALTGENE.eval";

  private static final String TYPE = "GENE";
  private static final Pattern LINE = Pattern.compile("([^|]+)\\|(\\d{1,9}) (\\d{1,9})\\|(.*)");

  private record Name(String place, int first, int last, String text) {}

  private final Content content;
  private final Lines lines;
  private final Map<String, List<Name>> names;
  private final Map<String, List<Name>> alternatives;
  private final Set<String> seen = new HashSet<>();
  private long records;

  public Bc2gmReader(Content content) throws IOException {
    this.content = content;
    this.lines = content.lines();
    this.names = eval(content, NAMES);
    this.alternatives = eval(content, ALTERNATIVES);
  }

  /** Whether a file holds the sentences of such a folder. */
  public static boolean isIn(Content content) {
    return content.fileName().endsWith(".in") && content.hasSibling(NAMES);
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public GoldDocument next() throws IOException {
    String line = lines.next();
    if (line == null) {
      List<String> left = names.keySet().stream().filter(id -> !seen.contains(id)).toList();
      if (!left.isEmpty() && records > 0) {
        Name name = names.remove(left.get(0)).get(0);
        throw new ReadFault(name.place, left.get(0), "expected names of sentences in the .in file");
      }
      return null;
    }
    records++;
    int space = line.indexOf(' ');
    if (space <= 0) {
      throw ReadFault.ofRecord(
          lines.place(), "", "expected a sentence id, a space and the sentence");
    }
    String id = line.substring(0, space);
    String text = line.substring(space + 1);
    if (!seen.add(id)) {
      throw ReadFault.ofRecord(lines.place(), id, "the sentence id occurs twice");
    }
    List<GoldProblem> problems = new ArrayList<>();
    return new GoldDocument(
        new DocumentBuilder(id)
            .part(Section.ABSTRACT, text)
            .sourceFile(content.sourceFile())
            .build(),
        place(names, id, text, problems),
        place(alternatives, id, text, problems),
        List.of(),
        problems,
        true);
  }

  private static Map<String, List<Name>> eval(Content content, String name) throws IOException {
    Map<String, List<Name>> names = new LinkedHashMap<>();
    Optional<Content> file = content.sibling(name);
    if (file.isEmpty()) {
      return names;
    }
    try (Content opened = file.get()) {
      Lines lines = opened.lines();
      for (String line = lines.next(); line != null; line = lines.next()) {
        var match = LINE.matcher(line);
        if (!match.matches()) {
          throw new ReadFault(
              lines.place(), "", "expected id|first last|text, found " + Quote.of(line));
        }
        names
            .computeIfAbsent(match.group(1), key -> new ArrayList<>())
            .add(
                new Name(
                    opened.sourceFile() + ":" + lines.number(),
                    Integer.parseInt(match.group(2)),
                    Integer.parseInt(match.group(3)),
                    match.group(4)));
      }
    } catch (ReadFault fault) {
      throw new ReadFault(name, "", fault.placed());
    }
    return names;
  }

  private static List<GoldMention> place(
      Map<String, List<Name>> names, String id, String text, List<GoldProblem> problems) {
    List<GoldMention> mentions = new ArrayList<>();
    for (Name name : names.getOrDefault(id, List.of())) {
      Optional<Span> span = spanOf(text, name.first, name.last);
      String found = span.map(s -> s.of(text)).orElse("");
      if (!found.replace(" ", "").equals(name.text.replace(" ", ""))) {
        problems.add(
            new GoldProblem(
                name.place,
                id,
                "gold text \"%s\" is not at %s %s, which holds \"%s\""
                    .formatted(name.text, name.first, name.last, found),
                span.isEmpty()));
      }
      span.ifPresent(s -> mentions.add(GoldMention.of(s, TYPE)));
    }
    return mentions;
  }

  /** The span from one character to another, both counted without spaces; empty if outside. */
  private static Optional<Span> spanOf(String text, int first, int last) {
    int begin = -1;
    int count = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (text.charAt(i) != ' ') {
        if (count == first) {
          begin = i;
        }
        if (count == last && begin >= 0) {
          return Optional.of(new Span(begin, i + Character.charCount(text.codePointAt(i))));
        }
        count++;
      }
    }
    return Optional.empty();
  }
}
