package org.immunospan.cell;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.immunospan.lexicon.LexiconFormatException;
import org.immunospan.lexicon.Table;
import org.immunospan.lexicon.TermTrie;
import org.immunospan.resource.FileSource;
import org.immunospan.text.Tokenizer;

/**
 * The words of cell names. Its columns are {@code kind}, {@code forms}, joined by {@code |}, and
 * {@code meaning}: that of a head or a stem is a class followed by differentiae, or {@code immune}
 * or {@code other} where no class fits; that of a modifier is its differentia. Immutable.
 */
final class CellWords {

  /** Stands for the root class of the Cell Ontology, which a bare {@code cell} names. */
  static final String ANY_CELL = "any cell";

  private final Map<String, List<CellWord>> wordsOfForm = new LinkedHashMap<>();
  private final List<String> stops = new ArrayList<>();
  private final Set<String> fillers = new TreeSet<>();
  private final Set<String> blocks = new TreeSet<>();
  private final Set<String> statuses = new TreeSet<>();
  private final Set<String> carriers = new TreeSet<>();
  private final Set<String> predicates = new TreeSet<>();
  private final Map<String, List<String>> sameWords = new HashMap<>();

  /** The modifiers that a modifier implies, joined by a comma. */
  private final Map<String, String> implied;

  private CellWords(CellRules rules) {
    this.implied = rules.meanings("implied");
  }

  /**
   * Reads a file.
   *
   * @throws LexiconFormatException if it is not such a table or has an unknown kind
   */
  static CellWords read(FileSource source, String file, CellRules rules) throws IOException {
    CellWords words = new CellWords(rules);
    try (InputStream in = source.open(file)) {
      for (Table.Row row : Table.read(in, file, "kind", "forms", "meaning").rows()) {
        row.required("forms");
        try {
          words.add(row.get("kind"), row.values("forms"), row.get("meaning"));
        } catch (IllegalArgumentException e) {
          throw row.problem(e.getMessage());
        }
      }
    }
    return words;
  }

  private void add(String kind, List<String> forms, String meaning) {
    switch (kind) {
      case "stop" -> stops.addAll(forms);
      case "filler" -> fillers.addAll(forms);
      case "block" -> blocks.addAll(forms);
      case "status" -> statuses.addAll(forms);
      case "carrier" -> carriers.addAll(forms);
      case "predicate" -> predicates.addAll(forms);
      case "same" ->
          forms.forEach(
              f -> sameWords.put(f.toLowerCase(Locale.ROOT), List.of(meaning.split(" "))));
      default -> {
        CellWord word = word(kind, meaning);
        forms.forEach(f -> wordsOfForm.computeIfAbsent(f, x -> new ArrayList<>(1)).add(word));
      }
    }
  }

  /** The words that begin the names of cells, in lowercase; letters and digits only. */
  Set<String> firstWords() {
    Set<String> first = new TreeSet<>();
    wordsOfForm.forEach(
        (form, words) -> {
          if (words.stream().anyMatch(CellWords::isPartOfName)) {
            first.add(form.split("[^\\p{L}\\p{N}]", 2)[0].toLowerCase(Locale.ROOT));
          }
        });
    for (String noun : List.copyOf(first)) {
      first.add(noun + "s");
    }
    return Set.copyOf(first);
  }

  private static boolean isPartOfName(CellWord word) {
    return switch (word.kind()) {
      case HEAD, STEM, ALONE, NOUN, MODIFIER, STATE, PLACE -> true;
      default -> false;
    };
  }

  /** Words in lowercase, and the words that they are another form of. */
  Map<String, List<String>> sameWords() {
    return Collections.unmodifiableMap(sameWords);
  }

  private CellWord word(String kindName, String meaning) {
    CellWord.Kind kind;
    try {
      kind = CellWord.Kind.valueOf(kindName.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("unknown kind of word '" + kindName + "'", e);
    }
    return switch (kind) {
      case MODIFIER, PLACE -> new CellWord(kind, "", withImplied(meaning), "");
      case NOUN -> new CellWord(kind, meaning.isEmpty() ? ANY_CELL : meaning, List.of(), "");
      case HEAD, STEM, ALONE, SHORT -> {
        int space = meaning.indexOf(' ');
        String genus = space < 0 ? meaning : meaning.substring(0, space);
        List<String> differentiae =
            space < 0 ? List.of() : withImplied(meaning.substring(space + 1));
        yield genus.indexOf(':') > 0
            ? new CellWord(kind, genus, differentiae, "")
            : new CellWord(kind, "", List.of(), genus);
      }
      case STATE, JOIN, TAIL, LINE, NOT -> new CellWord(kind, "", List.of(), "");
    };
  }

  private List<String> withImplied(String differentia) {
    List<String> all = new ArrayList<>(List.of(differentia));
    if (implied.containsKey(differentia)) {
      all.addAll(List.of(implied.get(differentia).split(",")));
    }
    return List.copyOf(all);
  }

  /**
   * The words and the names of further heads, compiled.
   *
   * @param names further names; one that is a word already is left out
   */
  Compiled compile(Map<String, CellWord> names, Tokenizer tokenizer) {
    List<List<CellWord>> values = new ArrayList<>();
    TermTrie.Builder trie = TermTrie.builder(tokenizer);
    wordsOfForm.forEach(
        (form, words) -> {
          trie.add(form, values.size());
          values.add(List.copyOf(words));
        });
    Map<CellWord, Integer> valueOfWord = new HashMap<>();
    names.forEach(
        (name, word) -> {
          Integer value = valueOfWord.get(word);
          if (value == null) {
            value = values.size();
            values.add(List.of(word));
            valueOfWord.put(word, value);
          }
          trie.add(name, value);
        });
    TermTrie.Builder stopTrie = TermTrie.builder(tokenizer);
    stops.forEach(stop -> stopTrie.add(stop, 0));
    return new Compiled(
        trie.build(),
        List.copyOf(values),
        stopTrie.build(),
        Set.copyOf(fillers),
        Set.copyOf(blocks),
        Set.copyOf(statuses),
        Set.copyOf(carriers),
        Set.copyOf(predicates));
  }

  /**
   * What the grammar searches with.
   *
   * @param values of the trie: what each number means
   * @param fillers words that may stand between a cell and a stop
   * @param blocks words after which a cell word is not one
   * @param statuses names that a sign is put to as to a marker, but of people: {@code HIV+}
   * @param carriers words before which a signed marker does not name a cell: {@code tumor}
   * @param predicates words after which a signed marker does not name a cell: {@code was CD3+}
   */
  record Compiled(
      TermTrie trie,
      List<List<CellWord>> values,
      TermTrie stops,
      Set<String> fillers,
      Set<String> blocks,
      Set<String> statuses,
      Set<String> carriers,
      Set<String> predicates) {}
}
