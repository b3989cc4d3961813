package org.immunospan.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A table in a tab-separated file: the form of all rules and lexicons of the program. The first
 * line that is not a comment names the columns; every line after it is a row. Immutable.
 *
 * <ul>
 *   <li>A line that begins with {@code #} is a comment. Comments {@code # key: value} above the
 *       column names are the header.
 *   <li>Empty lines do not count. Spaces at the ends of a field do not count, and a no-break space
 *       is a space.
 *   <li>Files that a spreadsheet program saved are read as it means them: UTF-8 or UTF-16 with a
 *       byte order mark, {@code \r\n}, empty fields after the last column, and quotes around a
 *       field, in which {@code ""} is one quote. A quoted field holds no tab and no line break.
 *   <li>Everything else is an error that names file and line: bytes that are not text, a missing or
 *       doubled column, a row with too few or too many fields, an open quote.
 * </ul>
 */
public final class Table {

  /** What separates the values of a field that holds several. */
  private static final char VALUES = '|';

  private static final int SHOWN = 80;

  private final String file;
  private final Map<String, String> header = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private List<String> columns = List.of();
  private int columnLine;

  private Table(String file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @param required the columns that must be there; there may be more
   * @throws LexiconFormatException if the file is not such a table; the message names file and line
   * @throws IOException if the file cannot be read
   */
  public static Table read(Path path, String... required) throws IOException {
    return parse(Files.readAllBytes(path), path.toString(), required);
  }

  /**
   * Reads a stream to its end, without closing it.
   *
   * @param file names the source in messages
   */
  public static Table read(InputStream in, String file, String... required) throws IOException {
    return parse(in.readAllBytes(), file, required);
  }

  /**
   * Reads a resource next to a class.
   *
   * @throws IllegalStateException if this build has no such resource
   */
  public static Table ofResource(Class<?> beside, String name, String... required)
      throws IOException {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name + " next to " + beside.getName());
      }
      return read(in, name, required);
    }
  }

  /** The values of the comments {@code # key: value} above the column names, in their order. */
  public Map<String, String> header() {
    return Collections.unmodifiableMap(header);
  }

  /** The rows, in their order. */
  public List<Row> rows() {
    return Collections.unmodifiableList(rows);
  }

  /**
   * Refuses columns that a reader does not know, since a misspelt name would be ignored in silence.
   *
   * @throws LexiconFormatException that names the column and the known ones
   */
  public void expectNoColumnsBut(List<String> known) throws LexiconFormatException {
    for (String column : columns) {
      if (!known.contains(column)) {
        throw new LexiconFormatException(
            file,
            columnLine,
            "unknown column '%s'; known columns: %s"
                .formatted(shown(column), String.join(", ", known)));
      }
    }
  }

  /**
   * Refuses a table that lacks a column.
   *
   * @throws LexiconFormatException that names the missing column and those that are there
   */
  public void expectColumns(String... required) throws LexiconFormatException {
    for (String column : required) {
      if (!columns.contains(column)) {
        throw new LexiconFormatException(
            file,
            columnLine,
            "expected a column '%s', found only %s%s"
                .formatted(
                    column,
                    shown(String.join(", ", columns)),
                    columns.size() == 1 ? "; columns are separated by tabs" : ""));
      }
    }
  }

  private static Table parse(byte[] bytes, String file, String... required) throws IOException {
    Table table = new Table(file);
    String text = table.decode(bytes);
    int number = 0;
    int begin = 0;
    while (begin < text.length()) {
      int end = text.indexOf('\n', begin);
      int next = end < 0 ? text.length() : end + 1;
      end = end < 0 ? text.length() : end;
      boolean carriageReturn = end > begin && text.charAt(end - 1) == '\r';
      table.readLine(text.substring(begin, carriageReturn ? end - 1 : end), ++number, required);
      begin = next;
    }
    if (table.columns.isEmpty()) {
      throw new LexiconFormatException(
          file,
          Math.max(1, number),
          "expected a line with the column names, found the end of the file");
    }
    return table;
  }

  /** The text of a file, without its byte order mark. */
  private String decode(byte[] bytes) throws LexiconFormatException {
    Charset charset = StandardCharsets.UTF_8;
    int mark = 0;
    if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      mark = 3;
    } else if (startsWith(bytes, 0xff, 0xfe)) {
      charset = StandardCharsets.UTF_16LE;
      mark = 2;
    } else if (startsWith(bytes, 0xfe, 0xff)) {
      charset = StandardCharsets.UTF_16BE;
      mark = 2;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
    try {
      return charset.newDecoder().decode(buffer).toString();
    } catch (CharacterCodingException e) {
      throw new LexiconFormatException(
          file,
          lineOf(bytes, buffer.position()),
          "expected UTF-8 text, found bytes that are not; save the file as \"UTF-8\"");
    }
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static int lineOf(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  private void readLine(String line, int number, String... required) throws LexiconFormatException {
    if (line.startsWith("#") || line.startsWith("\"#")) {
      readComment(line, number);
      return;
    }
    List<String> fields = fields(line, number);
    int used = fields.size();
    while (used > 0 && fields.get(used - 1).isEmpty()) {
      used--;
    }
    if (used == 0) {
      return;
    }
    if (columns.isEmpty()) {
      readColumns(fields.subList(0, used), number, required);
    } else if (fields.size() < columns.size() || used > columns.size()) {
      throw new LexiconFormatException(
          file,
          number,
          "expected %s tab-separated fields (%s), found %s: \"%s\""
              .formatted(
                  columns.size(),
                  String.join(", ", columns),
                  fields.size(),
                  shown(line.replace("\t", "\\t"))));
    } else {
      rows.add(new Row(this, number, fields));
    }
  }

  private void readComment(String line, int number) throws LexiconFormatException {
    if (columns.isEmpty()) {
      String comment = fields(line, number).get(0).substring(1);
      int colon = comment.indexOf(':');
      if (colon > 0) {
        header.put(comment.substring(0, colon).strip(), comment.substring(colon + 1).strip());
      }
    }
  }

  private void readColumns(List<String> names, int number, String... required)
      throws LexiconFormatException {
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).isEmpty() || names.indexOf(names.get(i)) < i) {
        throw new LexiconFormatException(
            file,
            number,
            "expected different names of columns, found: " + shown(String.join(", ", names)));
      }
    }
    columns = List.copyOf(names);
    columnLine = number;
    expectColumns(required);
  }

  private List<String> fields(String line, int number) throws LexiconFormatException {
    List<String> fields = new ArrayList<>(Math.max(4, columns.size()));
    int begin = 0;
    while (begin <= line.length()) {
      int tab = line.indexOf('\t', begin);
      int end = tab < 0 ? line.length() : tab;
      fields.add(field(line.substring(begin, end), number));
      begin = end + 1;
    }
    return fields;
  }

  private String field(String raw, int number) throws LexiconFormatException {
    String field = withPlainBlanks(raw).strip();
    if (field.isEmpty() || field.charAt(0) != '"') {
      return field;
    }
    String inside = field.length() < 2 ? "\"" : field.substring(1, field.length() - 1);
    String quotes = inside.replace("\"\"", "");
    if (!field.endsWith("\"") || quotes.indexOf('"') >= 0) {
      throw new LexiconFormatException(
          file,
          number,
          "expected a closing quote at the end of the field and quotes in it doubled, found: "
              + shown(field));
    }
    return inside.replace("\"\"", "\"").strip();
  }

  private static String withPlainBlanks(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isNoBreakSpace(text.charAt(i))) {
        return text.replace('\u00a0', ' ').replace('\u2007', ' ').replace('\u202f', ' ');
      }
    }
    return text;
  }

  private static boolean isNoBreakSpace(char c) {
    return c == '\u00a0' || c == '\u2007' || c == '\u202f';
  }

  private static String shown(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }

  /** A row. It gives its fields by the names of their columns. Immutable. */
  public static final class Row {

    private final Table table;
    private final int line;
    private final List<String> fields;

    private Row(Table table, int line, List<String> fields) {
      this.table = table;
      this.line = line;
      this.fields = fields;
    }

    /** The number of the line in the file, from 1. */
    public int line() {
      return line;
    }

    /**
     * A field; "" where it is empty.
     *
     * @throws IllegalArgumentException if the table has no such column
     */
    public String get(String column) {
      int at = table.columns.indexOf(column);
      if (at < 0) {
        throw new IllegalArgumentException(
            table.file + ": no column '" + column + "', only " + String.join(", ", table.columns));
      }
      return fields.get(at);
    }

    /** A field, or "" where the table has no such column. */
    public String find(String column) {
      int at = table.columns.indexOf(column);
      return at < 0 ? "" : fields.get(at);
    }

    /**
     * A field that must not be empty.
     *
     * @throws LexiconFormatException if it is
     */
    public String required(String column) throws LexiconFormatException {
      String value = get(column);
      if (value.isEmpty()) {
        throw problem("expected a value in column '" + column + "', found none");
      }
      return value;
    }

    /**
     * The values of a field, which {@code |} separates; none where it is empty or the table has no
     * such column.
     *
     * @throws LexiconFormatException if one of several values is empty
     */
    public List<String> values(String column) throws LexiconFormatException {
      String field = find(column);
      if (field.isEmpty()) {
        return List.of();
      }
      if (field.indexOf(VALUES) < 0) {
        return List.of(field);
      }
      List<String> values = Arrays.stream(field.split("\\|", -1)).map(String::strip).toList();
      if (values.contains("")) {
        throw problem(
            "expected values joined by '|' in column '%s', found an empty one in \"%s\""
                .formatted(column, shown(field)));
      }
      return values;
    }

    /**
     * A field that holds the name of a constant in lowercase, with spaces for underscores: {@code
     * drug class} for {@code DRUG_CLASS}.
     *
     * @throws LexiconFormatException if it holds something else; the message lists the constants
     */
    public <E extends Enum<E>> E constant(String column, Class<E> type)
        throws LexiconFormatException {
      String value = get(column);
      List<String> known = new ArrayList<>();
      for (E constant : type.getEnumConstants()) {
        String label = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (label.equals(value)) {
          return constant;
        }
        known.add(label);
      }
      throw problem(
          "unknown %s '%s'; known: %s".formatted(column, shown(value), String.join(", ", known)));
    }

    /** An exception about this row: {@code file:line: what was expected, what was found}. */
    public LexiconFormatException problem(String message) {
      return new LexiconFormatException(table.file, line, message);
    }

    @Override
    public String toString() {
      return table.file + ":" + line + ": " + String.join("\t", fields);
    }
  }
}
