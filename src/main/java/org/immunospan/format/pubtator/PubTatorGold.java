package org.immunospan.format.pubtator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.immunospan.format.gold.GoldLines;
import org.immunospan.format.gold.GoldReader;
import org.immunospan.format.gold.GoldSink;
import org.immunospan.format.gold.Identifiers;
import org.immunospan.format.record.GoldDraft;
import org.immunospan.text.Document;

/**
 * PubTator: {@code id|t|title}, {@code id|a|abstract}, then one line of {@code id, begin, end,
 * text, type, identifiers} per mention, tab-separated. Offsets count code points on title + blank +
 * abstract. Relation lines are passed over.
 */
public final class PubTatorGold implements GoldReader {

  public static final Pattern TITLE = Pattern.compile("([^|\t]+)\\|t\\|(.*)");
  private static final Pattern ABSTRACT = Pattern.compile("([^|\t]+)\\|a\\|(.*)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  @Override
  public void read(Path source, GoldSink sink) throws IOException {
    try (GoldLines lines = GoldLines.of(source)) {
      GoldDraft draft = null;
      int shift = 0;
      for (String line = lines.next(); line != null; line = lines.next()) {
        var title = TITLE.matcher(line);
        if (title.matches()) {
          if (draft != null) {
            draft.finish();
          }
          String second = lines.next();
          var body = ABSTRACT.matcher(second == null ? "" : second);
          if (!body.matches() || !body.group(1).equals(title.group(1))) {
            throw lines.malformed(
                "expected %s|a|abstract after its title, found \"%s\""
                    .formatted(title.group(1), second == null ? "the end of the file" : second));
          }
          draft = new GoldDraft(Document.of(title.group(1), title.group(2), body.group(2)), sink);
          // The blank between title and abstract counts even where there is no title.
          shift = title.group(2).isEmpty() ? 1 : 0;
        } else if (!line.isBlank()) {
          if (draft == null) {
            throw lines.malformed("expected id|t|title, found \"" + line + "\"");
          }
          mention(lines, line, draft, shift);
        }
      }
      if (draft != null) {
        draft.finish();
      }
    }
  }

  private static void mention(GoldLines lines, String line, GoldDraft draft, int shift)
      throws IOException {
    String[] fields = line.split("\t", -1);
    if (fields.length == 4 && !NUMBER.matcher(fields[1]).matches()) {
      return;
    }
    if (fields.length < 5
        || !NUMBER.matcher(fields[1]).matches()
        || !NUMBER.matcher(fields[2]).matches()) {
      throw lines.malformed(
          "expected id, begin, end, text, type separated by tabs, found \"" + line + "\"");
    }
    if (!fields[0].equals(draft.id())) {
      throw lines.malformed(
          "expected a mention of document " + draft.id() + ", found one of " + fields[0]);
    }
    int[] offsets = {Integer.parseInt(fields[1]) - shift, Integer.parseInt(fields[2]) - shift};
    List<String> identifiers = Identifiers.parse(fields.length > 5 ? fields[5] : "", fields[4]);
    draft.add(lines.place(), offsets, fields[3], fields[4], "", identifiers);
  }
}
