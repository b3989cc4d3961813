package org.immunospan.therapy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.immunospan.crf.SpanUtility;
import org.immunospan.crf.TokenSpan;
import org.immunospan.crf.decode.FastDecoder;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.lexicon.LexiconEntry;
import org.immunospan.lexicon.LexiconMatcher.Match;
import org.immunospan.lexicon.LexiconMatcher.NameKind;
import org.immunospan.tag.Tagger;
import org.immunospan.tag.TaggerFactory;
import org.immunospan.text.Abbreviation;
import org.immunospan.text.Concept;
import org.immunospan.text.EntityType;
import org.immunospan.text.Grounding;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;

/**
 * Finds therapies: a model weighs what lexicon, grammar and document say ({@link TherapyEvidence}),
 * the whole document decides on names that occur in it more than once ({@link DocumentVote}), and a
 * second model decides on the class ({@link TherapyClassifier}). A name of the lexicon gets its
 * concept, unless the document gives an abbreviation another meaning ({@link ShortNames}). One per
 * thread; the models are shared.
 */
public final class TherapyTagger implements Tagger {

  /** Marking costs less than for genes: names of therapies are more often missed than invented. */
  private static final SpanUtility UTILITY = new SpanUtility(0.5, 0.45);

  /** How many places of an abbreviation its long form counts for when the class is decided. */
  private static final double LONG_FORM = 4;

  private final TherapyEvidence evidence;
  private final FastDecoder decoder;
  private final NameEdges edges;
  private final TherapyClassifier classifier;
  private final NameSet names;
  private final TherapyLinker linker;
  private final String source;

  private TherapyTagger(
      TherapyEvidence evidence,
      FastDecoder decoder,
      TherapyClassifier classifier,
      NameSet names,
      String source) {
    this.evidence = evidence;
    this.decoder = decoder;
    this.edges = new NameEdges(evidence.grammar());
    this.classifier = classifier;
    this.names = names;
    this.linker = evidence.linker();
    this.source = source;
  }

  /**
   * Makes taggers of therapy models.
   *
   * @param evidence of lexicon and grammar, as in training
   */
  public static TaggerFactory with(TherapyEvidence evidence) {
    return (model, source) -> of(model, evidence, source);
  }

  private static Supplier<Tagger> of(
      TokenNameFinderModel model, TherapyEvidence evidence, String source) throws IOException {
    TherapyModelFactory factory = TherapyModelFactory.of(model);
    Supplier<FastDecoder> decoders = FastDecoder.decoders(model, UTILITY);
    TherapyClassifier classifier = factory.classifier();
    NameSet names = factory.names();
    return () -> new TherapyTagger(evidence, decoders.get(), classifier, names, source);
  }

  /**
   * Classes that a name has wherever it occurs: they say what the product is. In the training and
   * development gold they fit 255 of 256 names of the lexicon. Drugs and procedures also differ in
   * how they are used.
   */
  static final Set<String> SURE_CLASSES = Set.of("vaccine", "cell therapy", "gene therapy");

  /** A name with what its class is decided from. */
  @SuppressWarnings("ArrayRecordComponent") // none is compared
  private record Found(Span span, double probability, double[] weights, Match match) {}

  @Override
  public List<Mention> tag(SegmentedDocument document) {
    List<Abbreviation> defined = document.abbreviations();
    List<TherapyEvidence.Line> lines = evidence.read(document);
    Set<String> others = abbreviationsOfOthers(document.text(), lines, defined);
    List<List<TokenSpan>> decided = new DocumentVote(document, lines, decoder).names();
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<TokenSpan> mended = edges.mend(decided.get(i), lines.get(i));
      mended.removeIf(isNoTherapy(lines.get(i), others));
      if (!mended.isEmpty()) {
        addFound(lines.get(i), mended, found);
      }
    }
    return mentions(document.text(), found, defined);
  }

  private void addFound(TherapyEvidence.Line line, List<TokenSpan> spans, List<Found> found) {
    Tokens tokens = line.tokens();
    String[] places = names.places(tokens);
    for (TokenSpan span : spans) {
      String[] features =
          classifier.features(tokens, line.rows(), places, span.begin(), span.end());
      found.add(
          new Found(
              tokens.span(span.begin(), span.end() - 1),
              Math.min(1, span.probability()),
              classifier.weigh(features),
              match(line, span)));
    }
  }

  /** Abbreviations of names that the lexicon holds because they are no therapy. */
  private static Set<String> abbreviationsOfOthers(
      String text, List<TherapyEvidence.Line> lines, List<Abbreviation> defined) {
    Set<String> others = new HashSet<>();
    for (Abbreviation abbreviation : defined) {
      Span longForm = abbreviation.longForm();
      TherapyEvidence.Line line = TherapyEvidence.lineAt(lines, longForm);
      if (line != null) {
        int first = line.tokens().firstEndingAfter(longForm.begin());
        Match match = line.match(first, line.tokens().firstFrom(longForm.end()));
        if (match != null && !match.entry().isMention()) {
          others.add(abbreviation.shortForm().of(text));
        }
      }
    }
    return others;
  }

  /** Whether a span is a name that the lexicon holds because it is no therapy, or short for one. */
  private Predicate<TokenSpan> isNoTherapy(TherapyEvidence.Line line, Set<String> others) {
    Tokens tokens = line.tokens();
    return span -> {
      Match match = line.match(span.begin(), span.end());
      return (match != null && !match.entry().isMention())
          || isState(tokens, span)
          || (!others.isEmpty()
              && others.contains(
                  tokens.span(span.begin(), span.end() - 1).of(tokens.documentText())));
    };
  }

  /** Whether a span is a state after a town: {@code (Palo Alto, CA)}. */
  private boolean isState(Tokens tokens, TokenSpan span) {
    int at = span.begin();
    String name = tokens.text(at);
    return span.end() == at + 1
        && at > 1
        && tokens.text(at - 1).equals(",")
        && isCapitalised(tokens.text(at - 2))
        && name.equals(name.toUpperCase(Locale.ROOT))
        && evidence.grammar().is(name.toLowerCase(Locale.ROOT), TherapyGrammar.Kind.STATE)
        && (span.end() == tokens.size()
            || "),;.0123456789".indexOf(tokens.text(span.end()).charAt(0)) >= 0);
  }

  private static boolean isCapitalised(String word) {
    return word.length() > 2
        && Character.isUpperCase(word.charAt(0))
        && Character.isLowerCase(word.charAt(1));
  }

  /** The name of the lexicon that a span is, or null. */
  private Match match(TherapyEvidence.Line line, TokenSpan span) {
    String name = line.tokens().span(span.begin(), span.end() - 1).of(line.tokens().documentText());
    return linker.find(line.match(span.begin(), span.end()), name);
  }

  private List<Mention> mentions(String text, List<Found> found, List<Abbreviation> defined) {
    Map<String, double[]> weights = new HashMap<>();
    for (Found each : found) {
      add(weights, key(each.span().of(text)), each.weights(), 1);
    }
    Map<Integer, Found> byEnd = new HashMap<>();
    found.forEach(each -> byEnd.put(each.span().end(), each));
    for (Abbreviation abbreviation : defined) {
      Found named = byEnd.get(abbreviation.longForm().end());
      if (named != null) {
        add(weights, key(abbreviation.shortForm().of(text)), named.weights(), LONG_FORM);
      }
    }
    ShortNames shortNames = new ShortNames(text, defined);
    for (Found each : found) {
      shortNames.see(each.span(), each.match());
    }
    List<Mention> mentions = new ArrayList<>(found.size());
    for (Found each : found) {
      LexiconEntry entry = shortNames.mean(each.span(), each.match()) ? each.match().entry() : null;
      String subtype =
          isSureOfClass(each.match(), entry)
              ? entry.subtype()
              : classifier.best(weights.get(key(each.span().of(text))));
      mentions.add(mention(each, entry, subtype));
    }
    mentions.sort(Mention.ORDER);
    return mentions;
  }

  /** Whether a name of the lexicon, which it means here, says of which class it is. */
  private static boolean isSureOfClass(Match match, LexiconEntry entry) {
    return entry != null
        && match.kind() != NameKind.DOUBTFUL
        && match.kind() != NameKind.RELATED
        && SURE_CLASSES.contains(entry.subtype());
  }

  private static void add(Map<String, double[]> sums, String key, double[] weights, double times) {
    double[] sum = sums.computeIfAbsent(key, k -> new double[weights.length]);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += times * weights[i];
    }
  }

  private static String key(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private Mention mention(Found found, LexiconEntry entry, String subtype) {
    String lexicon = evidence.lexiconSource();
    Grounding grounding =
        entry == null || entry.identifier().isEmpty()
            ? Grounding.unlinked()
            : Grounding.of(
                new Concept(entry.identifier(), entry.name()), found.probability(), lexicon);
    return new Mention(
        found.span(),
        EntityType.THERAPY,
        subtype,
        grounding,
        found.probability(),
        entry == null ? source : lexicon);
  }
}
