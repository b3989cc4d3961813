package org.immunospan.format.text;

import java.io.IOException;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.record.SingleDocumentReader;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.Lines;
import org.immunospan.format.source.ReadFault;
import org.immunospan.format.source.StrictReader;
import org.immunospan.text.Document;
import org.immunospan.text.DocumentBuilder;
import org.immunospan.text.Section;

/**
 * Plain text: the file is one document, exactly as it is but for the byte order mark and one line
 * end at its end. The identifier is the file's name without {@code .txt}.
 */
public final class TextReader extends SingleDocumentReader {

  public TextReader(Content content) {
    super(content);
  }

  @Override
  protected GoldDocument read(Content content) throws IOException {
    return GoldDocument.unmarked(document(content));
  }

  /**
   * The document in a file of plain text.
   *
   * @throws ReadFault when the file is not text or too long, or holds nothing
   */
  public static Document document(Content content) throws IOException {
    String id = id(content);
    String text;
    try {
      text = withoutLastLineEnd(all(content.reader()));
    } catch (ReadFault fault) {
      throw fault.in(id);
    }
    if (text.isBlank()) {
      throw new ReadFault("line 1", id, "found no text, expected some");
    }
    return new DocumentBuilder(id)
        .part(Section.ABSTRACT, text)
        .sourceFile(content.sourceFile())
        .build();
  }

  private static String id(Content content) {
    String name = content.fileName();
    return name.endsWith(".txt") && name.length() > 4 ? name.substring(0, name.length() - 4) : name;
  }

  private static String all(StrictReader reader) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[1 << 14];
    int count = reader.read(buffer, 0, buffer.length);
    while (count > 0) {
      for (int i = 0; i < count; i++) {
        if (buffer[i] == StrictReader.DAMAGE) {
          throw reader.takeFault();
        }
      }
      text.append(buffer, 0, count);
      if (text.length() > Lines.LONGEST) {
        throw new ReadFault(
            "line 1",
            "",
            "found a text of more than " + Lines.LONGEST + " characters, expected one document");
      }
      count = reader.read(buffer, 0, buffer.length);
    }
    return text.toString();
  }

  private static String withoutLastLineEnd(String text) {
    if (text.endsWith("\r\n")) {
      return text.substring(0, text.length() - 2);
    }
    return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
  }
}
