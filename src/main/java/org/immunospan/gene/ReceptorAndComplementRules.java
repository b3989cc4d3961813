package org.immunospan.gene;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;

/**
 * Gene products that go by plain words, which corpora of gene symbols leave out: antigen receptors
 * ({@code T cell receptor}) and complement. {@code complement} counts by itself where the document
 * speaks of it as no other thing can be spoken of ({@code complement activation}), and so do {@code
 * C3}, {@code C4} and {@code C5} there and beside each other or an immunoglobulin. The score is
 * 0.9. Immutable.
 */
final class ReceptorAndComplementRules {

  private static final String SOURCE = "rules";
  private static final double SCORE = 0.9;

  private static final Pattern RECEPTOR =
      Pattern.compile("\\b[BT][- ](?:cell|lymphocyte)(?: antigen)?[- ]receptors?\\b");

  private static final Pattern COMPONENT =
      Pattern.compile(
          "\\b[Cc]omplement(?: (?:component|factor|protein|fragment)s?)?"
              + " (?:C[1-9][a-dq]?|[1-9][a-d]?|[BDHIP])\\b(?![-–]?\\d|%)");

  private static final String SURE_WORDS =
      "\\b[Cc]omplement(?=[- ](?:activat|cascade|system|pathway|component|factor|protein|deposit"
          + "|inhibit|block|fix|mediated|dependent|independent|regulat|consumption|deficien"
          + "|receptor|C[1-9]))";

  private static final Pattern SURE = Pattern.compile(SURE_WORDS);

  /** What stands before a complement of another kind, or before a verb in any case. */
  private static final String BEFORE_ANOTHER =
      "\\b(?:full|complete|entire|unique|reverse|genes?|genetic|genomic|genome|chromosom(?:e|al)"
          + "|diploid|haploid|enzyme|enzymatic|proteome|may|can|could|might|will|would|should|must"
          + "|they|we) ";

  /** {@code microRNAs complement targets}: a verb, unless a sentence or a list goes on behind. */
  private static final String BEFORE_VERB =
      "(?:RNAs|\\b(?:data|results|findings|studies|methods|approaches|models|assays|tests|strains"
          + "|therapies|treatments)) ";

  private static final String BEHIND_NOUN =
      "(?:(?:and|or|in|is|are|was|were|has|had|by|on|at|with|from|as|but|for|after|during|via"
          + "|lysis)\\b|activ|deple|deposit)";

  private static final String BEHIND_VERB =
      "(?:of|to|the|each|one|a|an|those|these|this|our|their|its|existing|current|other)\\b";

  private static final Pattern BARE =
      Pattern.compile(
          ("\\b(?=[Cc]omplement\\b)(?:(?=%s)|(?<!%s)(?:(?<!%s)|(?=\\w++(?! (?!%s)[a-z]))))"
                  + "\\w++(?! %s)")
              .formatted(SURE_WORDS, BEFORE_ANOTHER, BEFORE_VERB, BEHIND_NOUN, BEHIND_VERB));

  private static final Pattern SYMBOL = Pattern.compile("\\bC[345]\\b(?![-–/.]?\\d|[-–]C)");

  private static final Pattern SURE_SYMBOL =
      Pattern.compile(
          "\\b(?:C[345](?:,| and| or|/) ?C[345]|Ig[GAM](?:,| and| or) ?C3|C3(?:,| and| or) ?Ig[GAM]"
              + "|C1q|C3[abd]|C4[abd]|C5a)\\b");

  /** Of a document on {@code C3} and {@code C4} plants. */
  private static final Pattern PLANTS = Pattern.compile("(?i)\\b(?:photosynth\\w*|plants?)\\b");

  /** Of a sentence on {@code C3}, {@code C4} and {@code C5} of the spine. */
  private static final Pattern SPINE =
      Pattern.compile(
          "(?i)\\b(?:vertebra\\w*|cervical|spin(?:e|al)|nerves?|roots?|dermatom\\w*|laminectom\\w*"
              + "|levels? C)\\b");

  private ReceptorAndComplementRules() {}

  /** Adds to the genes of a document; one found there stays unless it is a part of such a name. */
  static void addTo(List<Mention> genes, SegmentedDocument document) {
    String text = document.text();
    boolean complement = speaksOfComplement(document) && !PLANTS.matcher(text).find();
    boolean receptor = text.contains("receptor");
    for (Sentence sentence : document.sentences()) {
      if (receptor) {
        add(RECEPTOR, text, sentence.span(), genes);
      }
      if (complement) {
        add(COMPONENT, text, sentence.span(), genes);
        add(BARE, text, sentence.span(), genes);
        if (!SPINE.matcher(sentence.span().of(text)).find()) {
          add(SYMBOL, text, sentence.span(), genes);
        }
      }
    }
  }

  private static boolean speaksOfComplement(SegmentedDocument document) {
    String text = document.text();
    if (!text.contains("omplement") && !SURE_SYMBOL.matcher(text).find()) {
      return false;
    }
    for (Sentence sentence : document.sentences()) {
      String words = sentence.span().of(text);
      if (SURE.matcher(words).find()
          || (SURE_SYMBOL.matcher(words).find() && !SPINE.matcher(words).find())) {
        return true;
      }
    }
    return false;
  }

  private static void add(Pattern pattern, String text, Span sentence, List<Mention> genes) {
    Matcher matcher = pattern.matcher(text).region(sentence.begin(), sentence.end());
    while (matcher.find()) {
      Span span = new Span(matcher.start(), matcher.end());
      genes.removeIf(gene -> span.length() > gene.span().length() && span.contains(gene.span()));
      if (genes.stream().noneMatch(gene -> gene.span().overlaps(span))) {
        genes.add(Mention.of(span, EntityType.GENE).withScore(SCORE).withSource(SOURCE));
      }
    }
  }
}
