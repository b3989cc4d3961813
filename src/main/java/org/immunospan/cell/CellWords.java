package org.immunospan.cell;

import java.io.IOException;
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
import org.immunospan.lexicon.TermTrie;
import org.immunospan.resource.FileSource;
import org.immunospan.text.Tokenizer;

/**
 * The words of cell names. The file is tab-separated, {@code kind, forms, meaning}: forms joined by
 * {@code |}; the meaning of a head or a stem is a class with differentiae behind it, or {@code
 * immune} or {@code other} where no class fits; that of a modifier is its differentia. Lines that
 * begin with {@code #} are its header. Immutable.
 */
final class CellWords {

  /** The genus class of the Cell Ontology: what a bare {@code cell} names. */
  static final String ANY_CELL = "CL:0000000";

  /** Features that say others by the way. */
  private static final Map<String, List<String>> IMPLIED =
      Map.of(
          "central memory", List.of("memory"),
          "effector memory", List.of("memory"),
          "follicular helper", List.of("helper", "follicular"));

  private final Map<String, List<CellWord>> wordsOfForm = new LinkedHashMap<>();
  private final List<String> stops = new ArrayList<>();
  private final Set<String> fillers = new TreeSet<>();
  private final Set<String> blocks = new TreeSet<>();
  private final Set<String> statuses = new TreeSet<>();
  private final Set<String> carriers = new TreeSet<>();
  private final Set<String> predicates = new TreeSet<>();
  private final Map<String, List<String>> sameWords = new HashMap<>();

  private CellWords() {}

  /**
   * Reads a file.
   *
   * @throws LexiconFormatException if a line has not three fields or an unknown kind
   */
  static CellWords read(FileSource source, String file) throws IOException {
    CellWords words = new CellWords();
    int number = 0;
    for (String line : source.lines(file)) {
      number++;
      if (line.startsWith("#") || line.startsWith("kind\t")) {
        continue;
      }
      String[] fields = line.split("\t", -1);
      if (fields.length != 3 || fields[1].isEmpty()) {
        throw new LexiconFormatException(
            file,
            number,
            "expected 3 tab-separated fields (kind, forms, meaning), found: \"" + line + "\"");
      }
      try {
        words.add(fields[0], List.of(fields[1].split("\\|")), fields[2]);
      } catch (IllegalArgumentException e) {
        throw new LexiconFormatException(file, number, e.getMessage());
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

  /** Words in small letters, and the words that they are another form of. */
  Map<String, List<String>> sameWords() {
    return Collections.unmodifiableMap(sameWords);
  }

  private static CellWord word(String kindName, String meaning) {
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
        int blank = meaning.indexOf(' ');
        String genus = blank < 0 ? meaning : meaning.substring(0, blank);
        List<String> differentiae =
            blank < 0 ? List.of() : withImplied(meaning.substring(blank + 1));
        yield genus.startsWith("CL:")
            ? new CellWord(kind, genus, differentiae, "")
            : new CellWord(kind, "", List.of(), genus);
      }
      case STATE, JOIN, TAIL, LINE, NOT -> new CellWord(kind, "", List.of(), "");
    };
  }

  private static List<String> withImplied(String differentia) {
    List<String> all = new ArrayList<>(List.of(differentia));
    all.addAll(IMPLIED.getOrDefault(differentia, List.of()));
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
   * @param blocks words behind which a cell word is none
   * @param statuses names that a sign is put to as to a marker, but of people: {@code HIV+}
   * @param carriers words before which a signed marker stands for no cell: {@code tumor}
   * @param predicates words behind which a signed marker stands for no cell: {@code was CD3+}
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
