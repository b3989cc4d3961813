package org.immunospan.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Reads golden tables: tab-separated values, the names of the columns in the first line. Lines that
 * begin with {@code #} are comments; nothing is quoted.
 */
final class GoldenRows implements ArgumentsProvider, AnnotationConsumer<GoldenTable> {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private String file;

  @Override
  public void accept(GoldenTable table) {
    file = table.value();
  }

  @Override
  public Stream<Arguments> provideArguments(
      ParameterDeclarations parameters, ExtensionContext context) throws IOException {
    return rows(file).stream().map(Arguments::of);
  }

  static List<Row> rows(String file) throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve(file));
    List<Row> rows = new ArrayList<>();
    String[] columns = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("#")) {
        continue;
      }
      String[] fields = line.split("\t", -1);
      if (columns == null) {
        columns = fields;
      } else {
        rows.add(row(file, i + 1, columns, fields));
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException(file + ": expected rows, found none");
    }
    return rows;
  }

  private static Row row(String file, int line, String[] columns, String[] fields) {
    if (fields.length != columns.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s:%d: expected %d fields, found %d",
              file,
              line,
              columns.length,
              fields.length));
    }
    Map<String, String> cells = new LinkedHashMap<>();
    for (int c = 0; c < columns.length; c++) {
      cells.put(columns[c], fields[c]);
    }
    return new Row(file, line, cells);
  }
}
