package org.immunospan.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.immunospan.format.Format;
import org.immunospan.format.GoldCorpus;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.gold.GoldProblem;
import org.immunospan.format.gold.MalformedCorpusException;
import org.immunospan.format.gold.TypeMap;
import org.immunospan.lexicon.Lexicon;
import org.immunospan.text.Curie;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;

/**
 * Gold to score against: documents with unique ids and mentions with our types.
 *
 * @param documents by id, in the order of the corpus
 * @param problems gold that does not stand where its text is
 * @param typesLeftOut types of the corpus that the mapping does not name, with their mentions
 * @param renamed documents whose id occurred before and now ends in {@code #2} and so on
 * @param defaultTypes what to score when nothing else is asked for: the targets of the mapping, all
 *     three types for our own formats, else those of our types that occur
 */
public record GoldSet(
    Format format,
    Map<String, GoldDocument> documents,
    List<GoldProblem> problems,
    NavigableMap<String, Integer> typesLeftOut,
    int renamed,
    List<String> defaultTypes) {

  private static final List<String> OURS =
      java.util.Arrays.stream(EntityType.values()).map(Enum::name).toList();

  public GoldSet {
    documents = Collections.unmodifiableMap(new LinkedHashMap<>(documents));
    problems = List.copyOf(problems);
    typesLeftOut = Collections.unmodifiableNavigableMap(new TreeMap<>(typesLeftOut));
    defaultTypes = List.copyOf(defaultTypes);
  }

  /**
   * Reads a gold corpus.
   *
   * @throws MalformedCorpusException if it is malformed, has no documents, has none of our types,
   *     or repeats an id. Only in IOB and PubTator files, which are known for it, a repeated id is
   *     numbered instead.
   */
  public static GoldSet read(Path source, TypeMap types) throws IOException {
    Map<String, GoldDocument> documents = new LinkedHashMap<>();
    NavigableMap<String, Integer> typesLeftOut = new TreeMap<>();
    NavigableMap<String, Integer> kept = new TreeMap<>();
    List<GoldDocument> repeated = new ArrayList<>();
    List<GoldProblem> problems = new ArrayList<>();
    Format format =
        GoldCorpus.read(
            source,
            document -> {
              for (GoldMention mention : document.mentions()) {
                String ours = types.find(mention.type());
                (ours == null ? typesLeftOut : kept)
                    .merge(ours == null ? mention.type() : ours, 1, Integer::sum);
              }
              GoldDocument mapped = types.apply(document);
              if (documents.putIfAbsent(document.id(), mapped) != null) {
                repeated.add(rename(mapped, documents));
              }
            },
            problems::add);
    if (documents.isEmpty()) {
      throw new MalformedCorpusException(source.toString(), "expected documents, found none");
    }
    if (!repeated.isEmpty() && format != Format.IOB && format != Format.PUBTATOR) {
      String id = repeated.get(0).id();
      throw new MalformedCorpusException(
          source.toString(),
          "expected every document id once, found %s again (%s ids repeat)"
              .formatted(id.substring(0, id.lastIndexOf('#')), repeated.size()));
    }
    List<String> defaultTypes = defaultTypes(format, types, kept);
    if (defaultTypes.isEmpty()) {
      throw new MalformedCorpusException(
          source.toString(),
          "expected mentions of type %s, found %s; name the mapping, as in --map %s=GENE"
              .formatted(
                  String.join(", ", OURS),
                  kept.isEmpty() ? "no mentions" : String.join(", ", kept.keySet()),
                  kept.isEmpty() ? "Gene" : kept.firstKey()));
    }
    return new GoldSet(format, documents, problems, typesLeftOut, repeated.size(), defaultTypes);
  }

  /**
   * The same gold, in which mentions without a class have that of their identifier: of the first
   * one that the lexicon knows. Mentions without such an identifier stay without a class.
   */
  public GoldSet withSubtypes(Lexicon lexicon) {
    Map<String, GoldDocument> classified = new LinkedHashMap<>();
    documents.forEach(
        (id, gold) ->
            classified.put(
                id,
                new GoldDocument(
                    gold.document(),
                    gold.mentions().stream().map(m -> withSubtype(m, lexicon)).toList(),
                    gold.alternatives(),
                    gold.unplaced())));
    return new GoldSet(format, classified, problems, typesLeftOut, renamed, defaultTypes);
  }

  private static GoldMention withSubtype(GoldMention mention, Lexicon lexicon) {
    return mention.identifiers().stream()
        .flatMap(identifier -> lexicon.findEntry(identifier).stream())
        .findFirst()
        .filter(entry -> mention.subtype().isEmpty())
        .map(entry -> mention.withSubtype(entry.subtype()))
        .orElse(mention);
  }

  private static GoldDocument rename(GoldDocument gold, Map<String, GoldDocument> documents) {
    int number = 2;
    while (documents.containsKey(gold.id() + "#" + number)) {
      number++;
    }
    Document old = gold.document();
    String id = old.id() + "#" + number;
    Document document = old.withId(id);
    GoldDocument renamed =
        new GoldDocument(document, gold.mentions(), gold.alternatives(), gold.unplaced());
    documents.put(id, renamed);
    return renamed;
  }

  private static List<String> defaultTypes(
      Format format, TypeMap types, NavigableMap<String, Integer> kept) {
    if (types != TypeMap.IDENTITY) {
      return types.targets();
    }
    boolean own = format == Format.JSONL || format == Format.CSV;
    boolean noneOfOurs = kept.keySet().stream().noneMatch(OURS::contains);
    if (own && (kept.isEmpty() || !noneOfOurs)) {
      return OURS;
    }
    return OURS.stream().filter(kept::containsKey).toList();
  }

  /** The number of gold mentions of a type, whether or not it is scored. */
  public NavigableMap<String, Integer> mentionsByType() {
    NavigableMap<String, Integer> counts = new TreeMap<>();
    for (GoldDocument document : documents.values()) {
      document.mentions().forEach(mention -> counts.merge(mention.type(), 1, Integer::sum));
    }
    return counts;
  }

  /** Whether genes of the gold are named by NCBI Gene, whose meaning a lexicon of genes knows. */
  public boolean hasNcbiGenes() {
    return documents.values().stream()
        .flatMap(document -> genes(document).stream())
        .flatMap(gene -> gene.identifiers().stream())
        .anyMatch(identifier -> identifier.startsWith(Curie.NCBI_GENE));
  }

  static List<GoldMention> genes(GoldDocument document) {
    return document.mentions().stream()
        .filter(mention -> mention.type().equals(EntityType.GENE.name()))
        .toList();
  }

  /** How many mentions are not scored because their text could not be found at their offsets. */
  public long leftOut() {
    return problems.stream().filter(GoldProblem::leftOut).count();
  }

  /** How many mentions are in several parts and scored by their outer span. */
  public long discontinuous() {
    return documents.values().stream()
        .flatMap(document -> document.mentions().stream())
        .filter(GoldMention::isDiscontinuous)
        .count();
  }
}
