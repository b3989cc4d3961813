package org.immunospan.report;

import java.util.ArrayList;
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

  /** Made from the files in CSV when they are whole, so it has no writer. */
  public static final String PARQUET = "parquet";

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
    List<String> names = new ArrayList<>(ALL.keySet());
    names.add(1, PARQUET);
    return names;
  }

  /**
   * The writers of these formats, each once, but for {@link #PARQUET}.
   *
   * @throws UserException for any other name
   */
  public static List<DocumentWriter> of(List<String> names) {
    return new LinkedHashSet<>(names)
        .stream()
            .filter(name -> !name.equals(PARQUET))
            .map(
                name -> {
                  DocumentWriter writer = ALL.get(name);
                  if (writer == null) {
                    throw UserException.of("--to", "some of " + String.join(", ", names()), name);
                  }
                  return writer;
                })
            .toList();
  }
}
