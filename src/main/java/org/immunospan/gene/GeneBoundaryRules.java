package org.immunospan.gene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;

/**
 * Brings the spans of a gene model to the product's definition of a gene mention, which no training
 * corpus follows entirely: plain words around a name go ({@code anti-} of {@code anti-IgM
 * antibodies}, {@code mRNA}), mentions of nothing but generic words go ({@code cytokines}), and a
 * symbol found once in a document is found wherever it stands there, as are leukocyte antigens
 * ({@code CD4}). What the document says to be something else goes ({@link NonGeneAbbreviations}); names of plain
 * words come ({@link ReceptorAndComplementRules}). Immutable; safe to share.
 */
public final class GeneBoundaryRules {

  private static final Set<String> LEADING =
      Set.of(
          "anti",
          "human",
          "mouse",
          "murine",
          "rat",
          "bovine",
          "recombinant",
          "surface",
          "serum",
          "mutant",
          "soluble",
          "hepatocyte",
          "neutrophil",
          "membrane");
  private static final Set<String> TRAILING =
      Set.of(
          "gene",
          "genes",
          "mrna",
          "mrnas",
          "cdna",
          "promoter",
          "promoters",
          "antibody",
          "antibodies",
          "ab",
          "abs",
          "mutation",
          "mutations",
          "locus",
          "transcript",
          "transcripts",
          "transgene",
          "allele",
          "alleles",
          "monoclonal",
          "polymorphism",
          "polymorphisms",
          "deficiency");
  private static final Set<String> TRAILING_A_SYMBOL =
      Set.of(
          "protein",
          "proteins",
          "antigen",
          "antigens",
          "ag",
          "molecule",
          "molecules",
          "product",
          "products",
          "glycoprotein",
          "envelope",
          "surface",
          "peptide",
          "peptides");
  private static final Set<String> GENERIC =
      Set.of(
          "cytokine",
          "cytokines",
          "chemokine",
          "chemokines",
          "growth",
          "factor",
          "factors",
          "receptor",
          "receptors",
          "adhesion",
          "molecule",
          "molecules",
          "protein",
          "proteins",
          "proteinase",
          "protease",
          "proteases",
          "serine",
          "glycoprotein",
          "glycoproteins",
          "membrane",
          "inflammatory",
          "proinflammatory",
          "pro",
          "effector",
          "antigen",
          "antigens",
          "surface",
          "cell",
          "enzyme",
          "enzymes",
          "kinase",
          "kinases",
          "antibody",
          "antibodies",
          "monoclonal",
          "transcription",
          "hormone",
          "hormones",
          "ligand",
          "ligands",
          "b",
          "t",
          "immune",
          "regulatory",
          "activated",
          "autoantibodies",
          "autoantibody",
          "rheumatoid",
          "recombinant",
          "-",
          "/",
          "and",
          "anti",
          "peptide",
          "peptides",
          "lymphokine",
          "lymphokines",
          "monocytoid",
          "envelope",
          "viral",
          "gene",
          "genes");
  private static final int LONGEST_SYMBOL = 10;

  /** A symbol is spread when the model has found at least one in so many of its occurrences. */
  private static final int LEAST_SHARE = 3;

  /** Applies all rules to the gene mentions of a document. */
  public List<Mention> refine(SegmentedDocument document, List<Mention> mentions) {
    NonGeneAbbreviations noGenes = NonGeneAbbreviations.of(document);
    List<Mention> refined = new ArrayList<>();
    for (Sentence sentence : document.sentences()) {
      for (Mention mention : mentions) {
        if (mention.type() == EntityType.GENE && sentence.span().contains(mention.span())) {
          refine(sentence.tokens(), mention, refined);
        }
      }
    }
    refined.removeIf(mention -> noGenes.contains(mention.span()));
    Map<String, Mention> symbols = new HashMap<>();
    Map<String, Integer> found = new HashMap<>();
    for (Mention mention : refined) {
      String name = mention.span().of(document.text());
      if (isSymbol(name)) {
        symbols.putIfAbsent(name, mention);
        found.merge(name, 1, Integer::sum);
      }
    }
    symbols
        .keySet()
        .removeIf(name -> found.get(name) * LEAST_SHARE < occurrences(name, document.text()));
    for (Sentence sentence : document.sentences()) {
      spread(sentence.tokens(), symbols, refined);
    }
    refined.removeIf(mention -> noGenes.contains(mention.span()));
    ReceptorAndComplementRules.addTo(refined, document);
    refined.sort(Mention.ORDER);
    return refined;
  }

  private static int occurrences(String name, String text) {
    int count = 0;
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
      count++;
    }
    return count;
  }

  private static void refine(Tokens tokens, Mention mention, List<Mention> refined) {
    int first = 0;
    while (tokens.end(first) <= mention.span().begin()) {
      first++;
    }
    int last = tokens.size() - 1;
    while (tokens.begin(last) >= mention.span().end()) {
      last--;
    }
    while (first < last && isBefore(tokens, first)) {
      first++;
    }
    while (first < last && isBehind(tokens, first, last)) {
      last--;
    }
    boolean named = false;
    for (int i = first; i <= last; i++) {
      named |= !GENERIC.contains(lower(tokens, i)) && Character.isLetter(tokens.text(i).charAt(0));
    }
    if (named) {
      refined.add(mention.withSpan(tokens.span(first, last)));
    }
  }

  private static boolean isBefore(Tokens tokens, int token) {
    String word = lower(tokens, token);
    boolean hyphenAfterAnti = word.equals("-") || word.equals("/");
    return hyphenAfterAnti || (LEADING.contains(word) && !hasOwnName(tokens, token));
  }

  /** {@code membrane cofactor protein}, {@code serum amyloid A}: the word is part of the name. */
  private static boolean hasOwnName(Tokens tokens, int token) {
    String next = lower(tokens, token + 1);
    return Set.of("amyloid", "cofactor", "albumin", "response").contains(next);
  }

  private static boolean isBehind(Tokens tokens, int first, int last) {
    String word = lower(tokens, last);
    if (TRAILING.contains(word) || word.equals("-")) {
      return true;
    }
    String rest = tokens.span(first, last - 1).of(tokens.documentText());
    if (word.equals("+")) {
      return true;
    }
    String[] words = rest.split(" +", -1);
    boolean plain = TRAILING_A_SYMBOL.contains(word) && isSymbol(words[0]);
    for (int i = 1; i < words.length; i++) {
      plain &= TRAILING_A_SYMBOL.contains(words[i]);
    }
    return plain;
  }

  private static String lower(Tokens tokens, int token) {
    return tokens.text(token).toLowerCase(Locale.ROOT);
  }

  /** Two capitals, or a capital and a digit, without a blank: no word of plain English. */
  private static boolean isSymbol(String name) {
    long capitals = name.chars().filter(Character::isUpperCase).count();
    long digits = name.chars().filter(Character::isDigit).count();
    return name.length() >= 2
        && name.indexOf(' ') < 0
        && capitals > 0
        && capitals + Math.min(digits, 1) >= 2;
  }

  private static void spread(Tokens tokens, Map<String, Mention> symbols, List<Mention> refined) {
    String text = tokens.documentText();
    boolean[] taken = new boolean[tokens.size()];
    for (int i = 0; i < taken.length; i++) {
      Span token = tokens.span(i, i);
      taken[i] = refined.stream().anyMatch(mention -> mention.span().overlaps(token));
    }
    for (int i = 0; i < taken.length; i++) {
      for (int j = Math.min(taken.length, i + LONGEST_SYMBOL) - 1; j >= i && !taken[i]; j--) {
        if (!touchesLetters(tokens, i, j)) {
          String name = tokens.span(i, j).of(text);
          Mention model = symbols.get(name);
          boolean antigen = model == null && j == i + 1 && isLeukocyteAntigen(name);
          boolean free = true;
          for (int k = i; k <= j; k++) {
            free &= !taken[k];
          }
          if (free && (model != null || antigen)) {
            Span span = tokens.span(i, j);
            refined.add(
                model == null
                    ? Mention.of(span, EntityType.GENE).withScore(0.9).withSource("rules")
                    : Mention.of(span, EntityType.GENE)
                        .withScore(model.score())
                        .withSource(model.source()));
            Arrays.fill(taken, i, j + 1, true);
          }
        }
      }
    }
  }

  /** Whether the tokens are but a part of a longer name, as {@code OM} in {@code OM-85}. */
  private static boolean touchesLetters(Tokens tokens, int first, int last) {
    boolean left =
        first > 0
            && tokens.end(first - 1) == tokens.begin(first)
            && Character.isLetterOrDigit(tokens.text(first - 1).charAt(0));
    boolean right =
        last + 1 < tokens.size()
            && tokens.begin(last + 1) == tokens.end(last)
            && Character.isLetterOrDigit(tokens.text(last + 1).charAt(0));
    boolean numbered =
        last + 2 < tokens.size()
            && tokens.text(last + 1).equals("-")
            && tokens.begin(last + 2) == tokens.end(last) + 1
            && Character.isDigit(tokens.text(last + 2).charAt(0));
    return left || right || numbered;
  }

  private static boolean isLeukocyteAntigen(String name) {
    return name.length() >= 3
        && name.startsWith("CD")
        && name.substring(2).chars().allMatch(Character::isDigit);
  }
}
