package org.immunospan.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.immunospan.tables.TableCatalog;
import org.immunospan.tables.Tables;

/** What describes a folder of tables: {@code tables.json} and {@code datapackage.json}. */
public final class TablesJson {

  private TablesJson() {}

  /**
   * How tables were made.
   *
   * @param programVersion of the program that made them
   * @param options those that were given, by name
   * @param inputs SHA-256 of each input, by its path
   */
  public record Origin(
      String programVersion, Map<String, Object> options, Map<String, String> inputs) {}

  /** Writes how the tables were made and what they hold. */
  public static void writeOrigin(Origin origin, Tables.Totals totals, Writer out)
      throws IOException {
    try (JsonGenerator json = JsonFile.generator(out)) {
      json.writeStartObject();
      json.writeStringField("program_version", origin.programVersion());
      json.writeObjectFieldStart("options");
      for (var option : origin.options().entrySet()) {
        json.writeFieldName(option.getKey());
        write(json, option.getValue());
      }
      json.writeEndObject();
      json.writeObjectFieldStart("inputs");
      for (var input : origin.inputs().entrySet()) {
        json.writeStringField(input.getKey(), input.getValue());
      }
      json.writeEndObject();
      json.writeNumberField("documents", totals.documents());
      json.writeNumberField("mentions", totals.mentions());
      json.writeNumberField("concepts", totals.concepts());
      json.writeNumberField("pairs", totals.pairs());
      json.writeArrayFieldStart("notes");
      for (String note : totals.notes()) {
        json.writeString(note);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof List<?> values) {
      json.writeStartArray();
      for (Object each : values) {
        write(json, each);
      }
      json.writeEndArray();
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else {
      json.writeString(String.valueOf(value));
    }
  }

  /**
   * Writes a description of files and columns as a Frictionless Data Package.
   *
   * @param ending of the files, {@code csv} or {@code parquet}
   */
  public static void writeDataPackage(TableCatalog catalog, String ending, Writer out)
      throws IOException {
    try (JsonGenerator json = JsonFile.generator(out)) {
      json.writeStartObject();
      json.writeStringField(
          "profile", ending.equals("csv") ? "tabular-data-package" : "data-package");
      json.writeStringField("name", "immunospan-tables");
      json.writeStringField("title", "Genes, cells and therapies in documents");
      json.writeArrayFieldStart("resources");
      for (TableCatalog.Table table : catalog.tables()) {
        json.writeStartObject();
        json.writeStringField("name", table.name());
        json.writeStringField("path", table.name() + "." + ending);
        json.writeStringField("description", table.description());
        json.writeStringField("format", ending);
        if (ending.equals("csv")) {
          json.writeStringField("profile", "tabular-data-resource");
          json.writeStringField("mediatype", "text/csv");
          json.writeStringField("encoding", "utf-8");
        }
        json.writeObjectFieldStart("schema");
        json.writeArrayFieldStart("fields");
        for (TableCatalog.Column column : table.columns()) {
          json.writeStartObject();
          json.writeStringField("name", column.name());
          json.writeStringField("type", column.type());
          json.writeStringField("description", column.description());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("missingValues");
        json.writeString("");
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
