package org.immunospan.lexicon.check;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.immunospan.lexicon.Lexicon;
import org.immunospan.lexicon.LexiconEntry;
import org.immunospan.lexicon.LexiconMatcher;
import org.immunospan.lexicon.TermKey;
import org.immunospan.lexicon.gene.GeneLexicon;
import org.immunospan.lexicon.gene.GeneNameKey;
import org.immunospan.text.Curie;
import org.immunospan.text.Span;
import org.immunospan.text.Tokenizer;
import org.immunospan.text.Tokens;

/**
 * Lists the names of a lexicon that are dangerous in texts: names of several concepts, and names of
 * at most three letters and digits; and counts how often each occurs in texts. Names of genes are
 * counted where they are one word. For one thread.
 */
public final class NameRisks {

  private static final int SHORT = 3;

  /**
   * A dangerous name.
   *
   * @param name as the lexicon has it, or as the texts do where the lexicon keeps no spelling
   * @param identifiers of the concepts that it names
   * @param found how often it is in the texts
   * @param lowercase how often of these without a capital, so that it may be a plain word
   * @param documents in how many texts it is
   */
  public record Risk(
      String name, List<String> identifiers, long found, long lowercase, long documents) {

    public Risk {
      identifiers = List.copyOf(identifiers);
    }

    /** What makes it dangerous, such as {@code short} or {@code 2 concepts}. */
    public String why() {
      boolean isShort = length(name) <= SHORT;
      return (isShort ? "short" : "")
          + (isShort && identifiers.size() > 1 ? ", " : "")
          + (identifiers.size() > 1 ? identifiers.size() + " concepts" : "");
    }
  }

  /** A name that is watched; mutable. */
  private static final class Watched {
    private final String name;
    private final Set<String> identifiers = new LinkedHashSet<>();
    private long found;
    private long lowercase;
    private long documents;

    Watched(String name) {
      this.name = name;
    }

    Risk risk() {
      return new Risk(name, List.copyOf(identifiers), found, lowercase, documents);
    }
  }

  private final Map<String, Watched> byKey = new LinkedHashMap<>();

  /** Finds the names of a text, as they are written. */
  private final Function<String, List<String>> finder;

  /** The key of a name that was found. */
  private final Function<String, String> keys;

  /** The concepts of a key where they are looked up late; null where all names are watched. */
  private final Function<String, List<String>> concepts;

  private NameRisks(
      Function<String, List<String>> finder,
      Function<String, String> keys,
      Function<String, List<String>> concepts) {
    this.finder = finder;
    this.keys = keys;
    this.concepts = concepts;
  }

  /** Watches the names of a lexicon. */
  public static NameRisks of(Lexicon lexicon, Tokenizer tokenizer) {
    LexiconMatcher matcher = LexiconMatcher.of(lexicon, tokenizer);
    NameRisks risks =
        new NameRisks(
            text -> {
              Tokens tokens = tokenizer.tokenize(text, new Span(0, text.length()));
              return matcher.match(tokens).stream()
                  .map(match -> tokens.span(match.firstToken(), match.lastToken()).of(text))
                  .toList();
            },
            name -> TermKey.of(name, tokenizer),
            null);
    for (LexiconEntry entry : lexicon.entries()) {
      for (String name : entry.isMention() ? entry.searchedNames() : List.<String>of()) {
        Watched watched =
            risks.byKey.computeIfAbsent(TermKey.of(name, tokenizer), key -> new Watched(name));
        watched.identifiers.add(
            entry.identifier().isEmpty() ? '"' + entry.name() + '"' : entry.identifier());
      }
    }
    risks.byKey.values().removeIf(name -> !isDangerous(name.name, name.identifiers.size()));
    return risks;
  }

  /** Watches the names of genes; only names that occur in the texts are listed. */
  public static NameRisks of(GeneLexicon lexicon) {
    Map<String, List<String>> known = new HashMap<>();
    return new NameRisks(
        NameRisks::words,
        GeneNameKey::of,
        key -> known.computeIfAbsent(key, k -> genes(lexicon, k)));
  }

  private static List<String> genes(GeneLexicon lexicon, String key) {
    return key.isEmpty()
        ? List.of()
        : lexicon.find(key).stream()
            .map(hit -> lexicon.gene(hit.gene()))
            .map(
                gene ->
                    gene.humanId() == 0
                        ? Curie.NCBI_GENE + gene.mouseId()
                        : Curie.HGNC + gene.hgnc())
            .distinct()
            .toList();
  }

  private static boolean isDangerous(String name, int concepts) {
    return concepts > 1 || length(name) <= SHORT;
  }

  private static int length(String name) {
    return (int) name.codePoints().filter(Character::isLetterOrDigit).count();
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    for (String piece : text.split("\\s+", -1)) {
      int begin = 0;
      int end = piece.length();
      while (begin < end && !Character.isLetterOrDigit(piece.charAt(begin))) {
        begin++;
      }
      while (end > begin && !Character.isLetterOrDigit(piece.charAt(end - 1))) {
        end--;
      }
      if (end > begin) {
        words.add(piece.substring(begin, end));
      }
    }
    return words;
  }

  /** Counts the names in a text. */
  public void count(String text) {
    Set<Watched> here = new HashSet<>();
    for (String name : text.isEmpty() ? List.<String>of() : finder.apply(text)) {
      Watched watched = watched(name);
      if (watched != null) {
        watched.found++;
        watched.lowercase += name.equals(name.toLowerCase(Locale.ROOT)) ? 1 : 0;
        watched.documents += here.add(watched) ? 1 : 0;
      }
    }
  }

  /** The name as it is watched, or null when it is not dangerous. */
  private Watched watched(String name) {
    String key = keys.apply(name);
    Watched watched = byKey.get(key);
    if (watched == null && concepts != null) {
      List<String> named = concepts.apply(key);
      if (!named.isEmpty() && isDangerous(name, named.size())) {
        watched = new Watched(name);
        watched.identifiers.addAll(named);
        byKey.put(key, watched);
      }
    }
    return watched;
  }

  /** The dangerous names, the most frequent first, then by name. */
  public List<Risk> risks() {
    return byKey.values().stream()
        .map(Watched::risk)
        .sorted(Comparator.comparingLong(Risk::found).reversed().thenComparing(Risk::name))
        .toList();
  }

  /** Prints them as TSV with a header. */
  public void print(PrintStream out) {
    out.println("name\twhy\tidentifiers\tfound\tlowercase\tdocuments");
    for (Risk risk : risks()) {
      out.println(
          String.join(
              "\t",
              risk.name(),
              risk.why(),
              String.join("|", risk.identifiers()),
              Long.toString(risk.found()),
              Long.toString(risk.lowercase()),
              Long.toString(risk.documents())));
    }
  }
}
