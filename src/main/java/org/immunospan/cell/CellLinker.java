package org.immunospan.cell;

import java.io.IOException;
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
import org.immunospan.text.Concept;
import org.immunospan.text.Grounding;
import org.immunospan.text.MarkerLevel;
import org.immunospan.text.Span;
import org.immunospan.text.Tokenizer;
import org.immunospan.text.Tokens;

/**
 * Finds the class of a cell name: the most specific one whose conditions the name meets, and so the
 * nearest that is not more specific than the text. The conditions of a class are the differentiae
 * and markers in its own names, read by the grammar itself, and the sets of markers in {@code
 * cell-phenotypes.tsv}. Differentiae weigh more than markers: {@code CD8+ Th} is a helper T cell.
 * Immutable.
 */
final class CellLinker {

  private static final String COLUMNS = "identifier\tname\tbase\tmarkers\torigin";

  private static final int WEIGHT_OF_DIFFERENTIA = 11;
  private static final int WEIGHT_OF_MARKER = 10;
  private static final int MAX_STEPS = 4;

  /** A level of a marker that a class asks for; the level is one of {@code + - hi lo int}. */
  private record Condition(String marker, MarkerLevel level) {}

  /** What a class asks of a cell with some genus. */
  private record Rule(String identifier, Set<String> differentiae, List<Condition> conditions) {

    int weight() {
      return WEIGHT_OF_DIFFERENTIA * differentiae.size() + WEIGHT_OF_MARKER * conditions.size();
    }
  }

  /** How a class is put together from a genus. */
  private record Composition(String genus, Set<String> differentiae, List<Condition> conditions) {}

  private final Lexicon lexicon;
  private final Map<String, List<Rule>> rulesOfGenus = new HashMap<>();
  private final Map<String, Composition> compositions = new HashMap<>();

  /** Classes whose label the grammar reads, so that no synonym says how to put them together. */
  private final Set<String> fixedByLabel = new HashSet<>();

  /** Rules from names, in the order of the lexicon; the rules of convention are put before them. */
  private final List<Map.Entry<String, Rule>> rulesOfNames = new ArrayList<>();

  /** Markers whose bare name says that the cell has them: {@code CD4 T cells}. */
  private final Set<String> bareMarkers;

  /** The class of the bare noun. */
  private final Set<String> anyCell;

  /** Beginnings of names that only add a state to another. */
  private final Set<String> statesOfAnother;

  /** Names that the grammar cannot put together, with their classes. */
  private final Map<String, CellWord> opaqueNames = new LinkedHashMap<>();

  static final String PHENOTYPES = "cell-phenotypes.tsv";

  private CellLinker(Lexicon lexicon, CellRules rules) {
    this.lexicon = lexicon;
    this.bareMarkers = rules.forms("bare");
    this.anyCell = rules.forms("any-cell");
    this.statesOfAnother = rules.forms("state-of-another");
  }

  /**
   * Reads the names of a lexicon by a grammar that knows only single words.
   *
   * @param phenotypes the lines of the file of marker sets
   */
  static CellLinker of(
      Lexicon lexicon,
      List<String> phenotypes,
      CellGrammar grammar,
      Tokenizer tokenizer,
      CellRules rules)
      throws IOException {
    CellLinker classes = new CellLinker(lexicon, rules);
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
        .rulesOfGenus
        .values()
        .forEach(list -> list.sort(Comparator.comparingInt(Rule::weight).reversed()));
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
    if (entry.identifier().equals(cell.genus())) {
      return true;
    }
    if (!exact
        || entry.identifier().isEmpty()
        || (cell.differentiae().isEmpty() && cell.markers().isEmpty())) {
      return true;
    }
    boolean anyCell = cell.genus().equals(CellWords.ANY_CELL);
    if (!anyCell && !lexicon.ancestors(entry.identifier()).contains(cell.genus())) {
      if (!cell.markers().isEmpty()) {
        return true;
      }
      opaqueNames.putIfAbsent(
          name, new CellWord(CellWord.Kind.HEAD, entry.identifier(), List.of(), ""));
      return false;
    }
    List<Condition> conditions =
        cell.markers().stream().map(m -> new Condition(m.key(), condition(m.level()))).toList();
    Set<String> differentiae = cell.differentiae();
    boolean isLabel = name.equals(entry.name());
    boolean tellsMore = isLabel || cell.markers().isEmpty();
    if (!anyCell && tellsMore && !fixedByLabel.contains(entry.identifier())) {
      compositions.putIfAbsent(
          entry.identifier(), new Composition(cell.genus(), differentiae, conditions));
    }
    addNameRule(cell.genus(), new Rule(entry.identifier(), differentiae, conditions));
    if (differentiae.contains("alpha-beta") && !conditions.isEmpty()) {
      Set<String> fewer = without(differentiae, "alpha-beta");
      addNameRule(cell.genus(), new Rule(entry.identifier(), fewer, conditions));
    }
    if (differentiae.contains("thymus-derived")) {
      Set<String> fewer = without(without(differentiae, "thymus-derived"), "alpha-beta");
      addNameRule(cell.genus(), new Rule(entry.identifier(), fewer, conditions));
    }
    return true;
  }

  /** Whether a name is a state of a cell that the grammar reads, or has markers it would hide. */
  private boolean isStateOfAnother(String name, List<CellName> read) {
    return statesOfAnother.stream().anyMatch(name::startsWith)
        || read.stream().anyMatch(n -> !n.markers().isEmpty());
  }

  private static Set<String> without(Set<String> differentiae, String differentia) {
    Set<String> fewer = new LinkedHashSet<>(differentiae);
    fewer.remove(differentia);
    return Set.copyOf(fewer);
  }

  private void addNameRule(String genus, Rule rule) {
    rulesOfNames.add(Map.entry(genus, rule));
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
                      composition.genus(),
                      composition.differentiae(),
                      composition.conditions(),
                      List.of());
              return !entry.getKey().equals(best);
            });
  }

  private void addRule(String genus, Rule rule) {
    rulesOfGenus.computeIfAbsent(genus, r -> new ArrayList<>()).add(rule);
  }

  private static MarkerLevel condition(MarkerLevel level) {
    return switch (level) {
      case BRIGHT, STRONGLY_POSITIVE, VERY_STRONGLY_POSITIVE -> MarkerLevel.HIGH;
      case DIM -> MarkerLevel.LOW;
      case UNWRITTEN -> MarkerLevel.POSITIVE;
      default -> level;
    };
  }

  private void readPhenotypes(List<String> lines, String origin) throws IOException {
    int number = 0;
    for (String line : lines) {
      number++;
      if (line.startsWith("#") || line.equals(COLUMNS)) {
        continue;
      }
      String[] fields = line.split("\t", -1);
      if (fields.length != 5 || lexicon.findEntry(fields[0]).isEmpty()) {
        throw new LexiconFormatException(
            PHENOTYPES,
            number,
            "expected 5 tab-separated fields (%s) with a class of %s, found: \"%s\""
                .formatted(COLUMNS.replace("\t", ", "), lexicon.source(), line));
      }
      if (!fields[4].equals(origin)) {
        continue;
      }
      Composition base = composition(anyCell.contains(fields[2]) ? CellWords.ANY_CELL : fields[2]);
      List<Condition> conditions = new ArrayList<>(base.conditions());
      for (String condition : fields[3].split(";", -1)) {
        conditions.add(parse(condition));
      }
      List<Condition> all = conditions.stream().distinct().toList();
      addRule(base.genus(), new Rule(fields[0], base.differentiae(), all));
      if (base.differentiae().contains("alpha-beta")) {
        addRule(base.genus(), new Rule(fields[0], without(base.differentiae(), "alpha-beta"), all));
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

  /** What the name refers to; unlinked when no class is known, never a more specific one. */
  Grounding link(CellName name) {
    return classOf(name).map(this::grounding).orElse(Grounding.unlinked());
  }

  /** The grounding of a name whose class is known. */
  Grounding grounding(LexiconEntry entry) {
    return Grounding.of(
        new Concept(entry.identifier(), entry.name()), Double.NaN, lexicon.source());
  }

  /** {@code immune} or {@code other}, as the lexicon says of a class. */
  String subtypeOf(String identifier) {
    return lexicon.findEntry(identifier).map(LexiconEntry::subtype).orElse("");
  }

  /** The class of a name; empty when none fits. */
  private Optional<LexiconEntry> classOf(CellName name) {
    if (name.genus().isEmpty()) {
      return Optional.empty();
    }
    String genus = name.genus();
    Set<String> differentiae = new LinkedHashSet<>(name.differentiae());
    List<Condition> given = new ArrayList<>(0);
    for (int step = 0; step < MAX_STEPS; step++) {
      Composition composition = composition(genus);
      genus = composition.genus();
      differentiae.addAll(composition.differentiae());
      given.addAll(composition.conditions());
      String best = best(genus, differentiae, given, name.markers());
      if (best == null || best.equals(genus)) {
        break;
      }
      if (composition(best).genus().equals(genus)) {
        return lexicon.findEntry(best);
      }
      genus = best;
    }
    return genus.equals(CellWords.ANY_CELL) ? Optional.empty() : lexicon.findEntry(genus);
  }

  /** Whether the class of a name is that of another, or a kind of it. */
  boolean isKindOf(CellName name, CellName other) {
    String narrow = classOf(name).map(LexiconEntry::identifier).orElse("");
    String wide = classOf(other).map(LexiconEntry::identifier).orElse("");
    return !wide.isEmpty() && (narrow.equals(wide) || lexicon.ancestors(narrow).contains(wide));
  }

  /** Whether any class adds this differentia to a genus. */
  boolean knowsDifferentiae(CellName name) {
    for (Rule rule : rulesOfGenus.getOrDefault(composition(name.genus()).genus(), List.of())) {
      if (name.differentiae().stream().anyMatch(rule.differentiae()::contains)) {
        return true;
      }
    }
    return false;
  }

  /** The class of the first rule that is met; the rules of a genus are sorted, heaviest first. */
  private String best(
      String genus,
      Set<String> differentiae,
      List<Condition> given,
      List<MarkerReader.Reading> markers) {
    if (differentiae.isEmpty() && markers.isEmpty() && given.isEmpty()) {
      return null;
    }
    for (Rule rule : rulesOfGenus.getOrDefault(genus, List.of())) {
      if (differentiae.containsAll(rule.differentiae())
          && areMet(rule.conditions(), given, markers)) {
        return rule.identifier();
      }
    }
    return null;
  }

  private boolean areMet(
      List<Condition> conditions, List<Condition> given, List<MarkerReader.Reading> markers) {
    for (int i = 0; i < conditions.size(); i++) {
      if (!isMet(conditions.get(i), given, markers)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a name meets a condition. A marker without a level meets none, since it must not make a
   * class more specific, unless its bare name is enough by convention.
   */
  private boolean isMet(
      Condition condition, List<Condition> given, List<MarkerReader.Reading> markers) {
    for (MarkerReader.Reading marker : markers) {
      if (marker.key().equals(condition.marker())) {
        boolean isKnown = marker.isSigned() || bareMarkers.contains(marker.key());
        return isKnown && marker.level().meets(condition.level());
      }
    }
    return given.contains(condition);
  }
}
