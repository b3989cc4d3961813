package org.immunospan.format.brat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.gold.Notes;
import org.immunospan.format.write.CleanText;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.format.write.JsonText;
import org.immunospan.format.write.Loss;
import org.immunospan.format.write.MarkedDocument;
import org.immunospan.format.write.Written;
import org.immunospan.text.CodePoints;
import org.immunospan.text.Span;

/**
 * Writes brat standoff: a {@code .txt} and an {@code .ann} file for each document, and an {@code
 * annotation.conf} with the types. Offsets count code points. brat refuses a mention across a line
 * break, so such a mention has a part on each line. Identifiers are {@code N} lines with the name
 * that the terminology prefers; the class and all else are a note in JSON. Lost are identifiers
 * without a prefix and line ends of {@code \r\n}, which brat counts as one character when it reads
 * and as two when it writes: they become a space and a newline.
 */
public final class BratWriter implements DocumentWriter {

  /** The field of a note that holds the class. */
  static final String SUBTYPE = "subtype";

  private static final String CONFIGURATION = "annotation.conf";
  private static final Pattern CURIE = Pattern.compile("[^\\s:]+:\\S+");
  private static final Pattern SPACE = Pattern.compile("\\s");

  @Override
  public String name() {
    return "brat";
  }

  @Override
  public List<OneFile> files() {
    return List.of();
  }

  @Override
  public void write(MarkedDocument document, Written written) {
    GoldDocument gold = document.gold();
    String text = gold.text().replace('\r', ' ');
    written.lose(Loss.LINE_BREAKS, gold.text().chars().filter(c -> c == '\r').count());
    written.part(".txt").append(text).append('\n');
    StringBuilder lines = written.part(".ann");
    CodePoints points = CodePoints.of(text);
    int references = 0;
    int notes = 0;
    for (int i = 0; i < gold.mentions().size(); i++) {
      GoldMention mention = gold.mentions().get(i);
      String id = "T" + (i + 1);
      List<Span> parts = mention.partsOrSpan().stream().flatMap(p -> onLines(p, text)).toList();
      if (parts.isEmpty()) {
        written.lose(Loss.EMPTY, 1);
        continue;
      }
      lines.append(id).append('\t').append(type(mention.type())).append(' ');
      lines.append(
          parts.stream()
              .map(p -> points.fromUtf16(p.begin()) + " " + points.fromUtf16(p.end()))
              .collect(Collectors.joining(";")));
      lines.append('\t');
      lines.append(parts.stream().map(p -> p.of(text)).collect(Collectors.joining(" ")));
      lines.append('\n');
      Map<String, String> rest = new LinkedHashMap<>();
      if (!mention.subtype().isEmpty()) {
        rest.put(SUBTYPE, mention.subtype());
      }
      rest.putAll(mention.notes());
      for (String identifier : mention.identifiers()) {
        if (CURIE.matcher(identifier).matches()) {
          lines.append('N').append(++references).append("\tReference ").append(id).append(' ');
          lines.append(identifier).append('\t');
          lines.append(CleanText.line(mention.notes().getOrDefault(Notes.NAME, "")));
          lines.append('\n');
        } else {
          written.lose(Loss.IDENTIFIERS, 1);
        }
      }
      if (!rest.isEmpty()) {
        lines.append('#').append(++notes).append("\tAnnotatorNotes ").append(id).append('\t');
        lines.append(JsonText.of(json -> json.writeObject(rest))).append('\n');
      }
    }
  }

  /** The parts of a span on the lines of a text; an empty line has none. */
  private static Stream<Span> onLines(Span span, String text) {
    List<Span> parts = new ArrayList<>();
    int begin = span.begin();
    for (int i = span.begin(); i <= span.end(); i++) {
      if (i == span.end() || text.charAt(i) == '\n') {
        if (i > begin) {
          parts.add(new Span(begin, i));
        }
        begin = i + 1;
      }
    }
    return parts.stream();
  }

  private static String type(String type) {
    return SPACE.matcher(type).replaceAll("_");
  }

  @Override
  public Map<String, String> companions(Set<String> types) {
    return Map.of(
        CONFIGURATION,
        "[entities]\n"
            + types.stream().map(type -> type(type) + "\n").collect(Collectors.joining())
            + "[relations]\n[events]\n[attributes]\n");
  }
}
