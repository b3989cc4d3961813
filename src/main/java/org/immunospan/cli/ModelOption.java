package org.immunospan.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.immunospan.text.EntityType;
import org.immunospan.text.UserException;

/** What {@code --model} says: one {@code TYPE=FILE} for each shipped file that is replaced. */
final class ModelOption {

  private static final String EXPECTED = "--model: expected gene=FILE, cell=FILE or therapy=FILE";

  private ModelOption() {}

  /**
   * The files by type.
   *
   * @throws UserException if a value is of another form, a type is given twice, or there is no file
   */
  static Map<EntityType, Path> parse(List<String> values) {
    Map<EntityType, Path> files = new EnumMap<>(EntityType.class);
    for (String value : values) {
      int equals = value.indexOf('=');
      if (equals < 0 || equals + 1 == value.length()) {
        throw new UserException(EXPECTED + ", found " + value);
      }
      Path file = Path.of(value.substring(equals + 1));
      String content;
      EntityType type;
      switch (value.substring(0, equals)) {
        case "gene" -> {
          type = EntityType.GENE;
          content = "an OpenNLP name-finder model";
        }
        case "cell" -> {
          type = EntityType.CELL;
          content = "a cell model of this program";
        }
        case "therapy" -> {
          type = EntityType.THERAPY;
          content = "a therapy model of this program";
        }
        default -> throw new UserException(EXPECTED + ", found " + value);
      }
      check(file, "--model", content);
      if (files.put(type, file) != null) {
        throw new UserException(EXPECTED + ", each once, found a second " + value);
      }
    }
    return files;
  }

  /** Checks that what an option names is a file. */
  static void check(Path file, String option, String content) {
    if (!Files.isRegularFile(file)) {
      String found = Files.isDirectory(file) ? "a folder" : "no such file";
      throw new UserException(
          "%s: %s: found %s, expected %s".formatted(option, file, found, content));
    }
  }
}
