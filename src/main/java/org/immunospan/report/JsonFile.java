package org.immunospan.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;

/** How reports write JSON. */
final class JsonFile {

  private JsonFile() {}

  /** Writes JSON of indented lines, the same on every system. */
  static JsonGenerator generator(Writer out) throws IOException {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    JsonGenerator json = new JsonFactory().createGenerator(out);
    json.setPrettyPrinter(printer);
    return json;
  }
}
