package org.immunospan.format.gold;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.immunospan.text.Curie;

/**
 * Turns the identifiers of corpora into CURIEs with Bioregistry prefixes: {@code 3175} of a gene
 * type becomes {@code NCBIGene:3175}, {@code D003924} and {@code MESH:D003924} become {@code
 * mesh:D003924}. What is not known stays as it is; {@code -}, {@code -1} and the like are nothing.
 */
public final class Identifiers {

  private static final Pattern SEPARATOR = Pattern.compile("[,;|]");
  private static final Pattern TAXON = Pattern.compile("\\(tax:\\d+\\)", Pattern.CASE_INSENSITIVE);
  private static final Pattern SKOS = Pattern.compile("\\(skos:(exact|related)\\)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern MESH = Pattern.compile("(?:MESH:)?([CD]\\d{6,9})");

  private Identifiers() {}

  /** Several are separated by {@code ,}, {@code ;} or {@code |}. */
  public static List<String> parse(String field, String type) {
    if (field.isEmpty()) {
      return List.of();
    }
    if (isSingle(field)) {
      String curie = curie(field.strip(), type);
      return curie.isEmpty() ? List.of() : List.of(curie);
    }
    List<String> identifiers = new ArrayList<>(1);
    for (String part : SEPARATOR.split(SKOS.matcher(field).replaceAll(""), -1)) {
      String curie = curie(TAXON.matcher(part).replaceAll("").strip(), type);
      if (!curie.isEmpty() && !identifiers.contains(curie)) {
        identifiers.add(curie);
      }
    }
    return identifiers;
  }

  /** Whether there is neither a separator nor a remark in brackets, as in nearly all. */
  private static boolean isSingle(String field) {
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == ',' || c == ';' || c == '|' || c == '(') {
        return false;
      }
    }
    return true;
  }

  /** Those of our own formats: CURIEs joined by {@code |}, taken as they are. */
  public static List<String> split(String field) {
    if (field.isEmpty()) {
      return List.of();
    }
    return field.indexOf('|') < 0 ? List.of(field) : List.of(field.split("\\|", -1));
  }

  private static String curie(String identifier, String type) {
    if (identifier.equals("-") || identifier.equals("-1") || identifier.equals("None")) {
      return "";
    }
    char first = identifier.isEmpty() ? ' ' : identifier.charAt(0);
    if (Character.isDigit(first) && NUMBER.matcher(identifier).matches() && isGene(type)) {
      return Curie.NCBI_GENE + identifier;
    }
    if (first != 'C' && first != 'D' && first != 'M') {
      return identifier;
    }
    var mesh = MESH.matcher(identifier);
    return mesh.matches() ? Curie.MESH + mesh.group(1) : identifier;
  }

  private static boolean isGene(String type) {
    String lower = type.toLowerCase(Locale.ROOT);
    return lower.contains("gene") || lower.contains("protein") || lower.equals("familyname");
  }
}
