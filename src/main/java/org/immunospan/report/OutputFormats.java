package org.immunospan.report;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.immunospan.format.bioc.BioCJsonWriter;
import org.immunospan.format.bioc.BioCXmlWriter;
import org.immunospan.format.brat.BratWriter;
import org.immunospan.format.cas.CasJsonWriter;
import org.immunospan.format.cas.XmiWriter;
import org.immunospan.format.csv.CsvWriter;
import org.immunospan.format.iob.ConllWriter;
import org.immunospan.format.jsonl.JsonLinesWriter;
import org.immunospan.format.pubannotation.PubAnnotationWriter;
import org.immunospan.format.pubtator.PubTatorWriter;
import org.immunospan.format.w3c.WebAnnotationWriter;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.text.UserException;

/** The formats that documents with their mentions are written in: {@code --to}. */
public final class OutputFormats {

  public static final String CSV = "csv";

  private static final Map<String, DocumentWriter> ALL = new LinkedHashMap<>();

  static {
    for (DocumentWriter writer :
        List.of(
            new CsvWriter(),
            new JsonLinesWriter(),
            new BioCXmlWriter(),
            new BioCJsonWriter(),
            new PubTatorWriter(),
            new BratWriter(),
            new PubAnnotationWriter(),
            new WebAnnotationWriter(),
            new ConllWriter(),
            new HtmlWriter(),
            new TerminalWriter(false),
            new XmiWriter(),
            new CasJsonWriter())) {
      ALL.put(writer.name(), writer);
    }
  }

  private OutputFormats() {}

  /** The names of all formats. */
  public static List<String> names() {
    return List.copyOf(ALL.keySet());
  }

  /**
   * The writers of these formats, each once.
   *
   * @throws UserException for any other name
   */
  public static List<DocumentWriter> of(List<String> names) {
    return new LinkedHashSet<>(names)
        .stream()
            .map(
                name -> {
                  DocumentWriter writer = ALL.get(name);
                  if (writer == null) {
                    throw UserException.of(
                        "--to", "some of " + String.join(", ", ALL.keySet()), name);
                  }
                  return writer;
                })
            .toList();
  }
}
