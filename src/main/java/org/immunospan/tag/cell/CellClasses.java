package org.immunospan.tag.cell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immunospan.lexicon.Lexicon;
import org.immunospan.lexicon.LexiconEntry;
import org.immunospan.lexicon.LexiconFormatException;
import org.immunospan.text.Span;
import org.immunospan.text.Tokenizer;
import org.immunospan.text.Tokens;

/**
 * Finds the class of a cell name: the most specific one whose conditions the name meets, and so the
 * nearest that is not more specific than the text. The conditions of a class are the features and
 * markers in its own names, read by the grammar itself, and the sets of markers in {@code
 * cell-phenotypes.tsv}. Features weigh more than markers: {@code CD8+ Th} is a helper T cell.
 * Immutable.
 */
final class CellClasses {

  private static final String COLUMNS = "identifier\tname\tbase\tmarkers\torigin";

  private static final int WEIGHT_OF_FEATURE = 11;
  private static final int WEIGHT_OF_MARKER = 10;
  private static final int MAX_STEPS = 4;

  /** A level of a marker that a class asks for; the level is one of {@code + - hi lo int}. */
  private record Condition(String marker, MarkerLevel level) {}

  /** What a class asks of a cell with some root. */
  private record Rule(String identifier, Set<String> features, List<Condition> conditions) {

    int weight() {
      return WEIGHT_OF_FEATURE * features.size() + WEIGHT_OF_MARKER * conditions.size();
    }
  }

  /** How a class is put together from a root. */
  private record Composition(String root, Set<String> features, List<Condition> conditions) {}

  private final Lexicon lexicon;
  private final Map<String, List<Rule>> rulesOfRoot = new HashMap<>();
  private final Map<String, Composition> compositions = new HashMap<>();

  /** Classes whose label the grammar reads, so that no synonym says how to put them together. */
  private final Set<String> fixedByLabel = new HashSet<>();

  /** Rules from names, in the order of the lexicon, until those of custom are before them. */
  private final List<Map.Entry<String, Rule>> rulesOfNames = new ArrayList<>();

  /** Names that the grammar cannot put together, with their classes. */
  private final Map<String, CellWord> opaqueNames = new LinkedHashMap<>();

  private CellClasses(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * Reads the names of a lexicon by a grammar that knows only single words.
   *
   * @param phenotypes the file of marker sets
   */
  static CellClasses of(Lexicon lexicon, Path phenotypes, CellGrammar grammar, Tokenizer tokenizer)
      throws IOException {
    CellClasses classes = new CellClasses(lexicon);
    for (LexiconEntry entry : lexicon.entries()) {
      if (!entry.isMention()) {
        classes.addOtherName(entry);
      }
    }
    for (LexiconEntry entry : lexicon.entries()) {
      if (entry.isMention()) {
        boolean isRead = classes.addName(entry, entry.name(), true, grammar, tokenizer);
        if (isRead) {
          classes.fixedByLabel.add(entry.identifier());
        }
        entry.synonyms().forEach(n -> classes.addName(entry, n, true, grammar, tokenizer));
      }
    }
    for (LexiconEntry entry : lexicon.entries()) {
      if (entry.isMention()) {
        entry.related().forEach(n -> classes.addName(entry, n, false, grammar, tokenizer));
      }
    }
    classes.readPhenotypes(phenotypes, "custom");
    classes.rulesOfNames.forEach(rule -> classes.addRule(rule.getKey(), rule.getValue()));
    classes.readPhenotypes(phenotypes, "definition");
    classes
        .rulesOfRoot
        .values()
        .forEach(rules -> rules.sort(Comparator.comparingInt(Rule::weight).reversed()));
    classes.dropLooseCompositions();
    return classes;
  }

  Map<String, CellWord> opaqueNames() {
    return opaqueNames;
  }

  private void addOtherName(LexiconEntry entry) {
    boolean hidesCells = entry.name().matches("CD4.*CD8\\+?|cell .*|[BT].cell growth factor");
    if (!hidesCells) {
      opaqueNames.put(entry.name(), new CellWord(CellWord.Kind.NOT, "", List.of(), ""));
    }
  }

  /** Reads a name; returns whether the grammar puts it together. */
  private boolean addName(
      LexiconEntry entry, String name, boolean exact, CellGrammar grammar, Tokenizer tokenizer) {
    String plain = name.endsWith(", human") ? name.substring(0, name.length() - 7) : name;
    plain = plain.replace(", ", " ");
    Tokens tokens = tokenizer.tokenize(plain, new Span(0, plain.length()));
    List<CellName> read = grammar.read(tokens, Map.of());
    boolean whole =
        read.size() == 1
            && read.get(0).span().begin() == 0
            && read.get(0).span().end() == plain.length();
    if (!whole) {
      if (!isStateOfAnother(plain, read)) {
        String subtype = entry.identifier().isEmpty() ? entry.subtype() : "";
        opaqueNames.putIfAbsent(
            name, new CellWord(CellWord.Kind.HEAD, entry.identifier(), List.of(), subtype));
      }
      return false;
    }
    CellName cell = read.get(0);
    if (entry.identifier().equals(cell.root())) {
      return true;
    }
    if (!exact
        || entry.identifier().isEmpty()
        || (cell.features().isEmpty() && cell.markers().isEmpty())) {
      return true;
    }
    boolean anyCell = cell.root().equals(CellWords.ANY_CELL);
    if (!anyCell && !lexicon.ancestors(entry.identifier()).contains(cell.root())) {
      if (!cell.markers().isEmpty()) {
        return true;
      }
      opaqueNames.putIfAbsent(
          name, new CellWord(CellWord.Kind.HEAD, entry.identifier(), List.of(), ""));
      return false;
    }
    List<Condition> conditions =
        cell.markers().stream().map(m -> new Condition(m.marker(), condition(m.level()))).toList();
    Set<String> features = cell.features();
    boolean isLabel = name.equals(entry.name());
    boolean tellsMore = isLabel || cell.markers().isEmpty();
    if (!anyCell && tellsMore && !fixedByLabel.contains(entry.identifier())) {
      compositions.putIfAbsent(
          entry.identifier(), new Composition(cell.root(), features, conditions));
    }
    addNameRule(cell.root(), new Rule(entry.identifier(), features, conditions));
    if (features.contains("alpha-beta") && !conditions.isEmpty()) {
      Set<String> fewer = without(features, "alpha-beta");
      addNameRule(cell.root(), new Rule(entry.identifier(), fewer, conditions));
    }
    if (features.contains("thymus-derived")) {
      Set<String> fewer = without(without(features, "thymus-derived"), "alpha-beta");
      addNameRule(cell.root(), new Rule(entry.identifier(), fewer, conditions));
    }
    return true;
  }

  /** Whether a name is a state of a cell that the grammar reads, or has markers it would hide. */
  private static boolean isStateOfAnother(String name, List<CellName> read) {
    return name.startsWith("activated ")
        || name.startsWith("inflammatory ")
        || name.startsWith("cycling ")
        || name.startsWith("proliferating ")
        || name.startsWith("cell ")
        || name.startsWith("peripheral blood monocyte")
        || read.stream().anyMatch(n -> !n.markers().isEmpty());
  }

  private static Set<String> without(Set<String> features, String feature) {
    Set<String> fewer = new LinkedHashSet<>(features);
    fewer.remove(feature);
    return Set.copyOf(fewer);
  }

  private void addNameRule(String root, Rule rule) {
    rulesOfNames.add(Map.entry(root, rule));
  }

  /** Forgets how a class is put together where that leads to another class. */
  private void dropLooseCompositions() {
    compositions
        .entrySet()
        .removeIf(
            entry -> {
              Composition composition = entry.getValue();
              String best =
                  best(
                      composition.root(),
                      composition.features(),
                      composition.conditions(),
                      List.of());
              return !entry.getKey().equals(best);
            });
  }

  private void addRule(String root, Rule rule) {
    rulesOfRoot.computeIfAbsent(root, r -> new ArrayList<>()).add(rule);
  }

  private static MarkerLevel condition(MarkerLevel level) {
    return switch (level) {
      case BRIGHT, STRONGLY_POSITIVE, VERY_STRONGLY_POSITIVE -> MarkerLevel.HIGH;
      case DIM -> MarkerLevel.LOW;
      case UNWRITTEN -> MarkerLevel.POSITIVE;
      default -> level;
    };
  }

  private void readPhenotypes(Path path, String origin) throws IOException {
    int number = 0;
    for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) {
      number++;
      if (line.startsWith("#") || line.equals(COLUMNS)) {
        continue;
      }
      String[] fields = line.split("\t", -1);
      if (fields.length != 5 || lexicon.findEntry(fields[0]).isEmpty()) {
        throw new LexiconFormatException(
            path.toString(),
            number,
            "expected 5 tab-separated fields (%s) with a class of %s, found: \"%s\""
                .formatted(COLUMNS.replace("\t", ", "), lexicon.source(), line));
      }
      if (!fields[4].equals(origin)) {
        continue;
      }
      Composition base = composition(fields[2]);
      List<Condition> conditions = new ArrayList<>(base.conditions());
      for (String condition : fields[3].split(";", -1)) {
        conditions.add(parse(condition));
      }
      List<Condition> all = conditions.stream().distinct().toList();
      addRule(base.root(), new Rule(fields[0], base.features(), all));
      if (base.features().contains("alpha-beta")) {
        addRule(base.root(), new Rule(fields[0], without(base.features(), "alpha-beta"), all));
      }
    }
  }

  private static Condition parse(String condition) {
    for (MarkerLevel level : MarkerLevel.values()) {
      boolean ends = condition.endsWith(level.sign());
      if (ends && isOneLevel(level)) {
        String marker = condition.substring(0, condition.length() - level.sign().length());
        return new Condition(marker, level);
      }
    }
    throw new IllegalArgumentException("expected a marker with a level, found " + condition);
  }

  private static boolean isOneLevel(MarkerLevel level) {
    return level != MarkerLevel.LOW_OR_NEGATIVE
        && level != MarkerLevel.VARIABLE
        && level != MarkerLevel.UNWRITTEN;
  }

  private Composition composition(String identifier) {
    Composition known = compositions.get(identifier);
    return known == null ? new Composition(identifier, Set.of(), List.of()) : known;
  }

  /** The class of a name; empty when none fits. */
  Optional<LexiconEntry> classOf(CellName name) {
    if (name.root().isEmpty()) {
      return Optional.empty();
    }
    String root = name.root();
    Set<String> features = new LinkedHashSet<>(name.features());
    List<Condition> given = new ArrayList<>(0);
    for (int step = 0; step < MAX_STEPS; step++) {
      Composition composition = composition(root);
      root = composition.root();
      features.addAll(composition.features());
      given.addAll(composition.conditions());
      String best = best(root, features, given, name.markers());
      if (best == null || best.equals(root)) {
        break;
      }
      if (composition(best).root().equals(root)) {
        return lexicon.findEntry(best);
      }
      root = best;
    }
    return root.equals(CellWords.ANY_CELL) ? Optional.empty() : lexicon.findEntry(root);
  }

  /** Whether the class of a name is that of another, or a kind of it. */
  boolean isKindOf(CellName name, CellName other) {
    String narrow = classOf(name).map(LexiconEntry::identifier).orElse("");
    String wide = classOf(other).map(LexiconEntry::identifier).orElse("");
    return !wide.isEmpty() && (narrow.equals(wide) || lexicon.ancestors(narrow).contains(wide));
  }

  /** Whether any class puts this feature to a root. */
  boolean knowsFeatures(CellName name) {
    for (Rule rule : rulesOfRoot.getOrDefault(composition(name.root()).root(), List.of())) {
      if (name.features().stream().anyMatch(rule.features()::contains)) {
        return true;
      }
    }
    return false;
  }

  /** The class of the first rule that is met; the rules of a root are sorted, heaviest first. */
  private String best(
      String root, Set<String> features, List<Condition> given, List<SignedMarker> markers) {
    if (features.isEmpty() && markers.isEmpty() && given.isEmpty()) {
      return null;
    }
    for (Rule rule : rulesOfRoot.getOrDefault(root, List.of())) {
      if (features.containsAll(rule.features()) && areMet(rule.conditions(), given, markers)) {
        return rule.identifier();
      }
    }
    return null;
  }

  private static boolean areMet(
      List<Condition> conditions, List<Condition> given, List<SignedMarker> markers) {
    for (int i = 0; i < conditions.size(); i++) {
      if (!isMet(conditions.get(i), given, markers)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMet(
      Condition condition, List<Condition> given, List<SignedMarker> markers) {
    for (SignedMarker marker : markers) {
      if (marker.marker().equals(condition.marker())) {
        return marker.level().meets(condition.level());
      }
    }
    return given.contains(condition);
  }
}
