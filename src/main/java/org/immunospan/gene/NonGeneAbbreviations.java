package org.immunospan.gene;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.immunospan.gene.GeneWords.Kind;
import org.immunospan.tag.CoveredText;
import org.immunospan.tag.NameOccurrences;
import org.immunospan.text.Abbreviation;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Span;

/**
 * What looks like the symbol of a gene but is something else in a document, because the document
 * says so: an abbreviation whose long form is the name of a disease ({@code tuberous sclerosis
 * complex (TSC)}) or a method ({@code magnetic resonance imaging (MRI)}), or holds no gene that the
 * model has found and no word that names genes ({@code healthy people (HP)}); the long form itself;
 * and {@code MS} in {@code LC-MS/MS}. Names that the table calls no gene ({@code NMDA}) are none by
 * themselves, and neither are their abbreviations; an abbreviation that the document defines
 * otherwise may be one.
 *
 * <p>An abbreviation next to the word {@code gene} or the like stays a gene ({@code the NF1 gene},
 * {@code loss of RB}, {@code FAP+}). A document that uses the abbreviation of a disease for a gene
 * as well, by such a word or by another definition ({@code fibroblast activation protein (FAP)}),
 * keeps it, unless it is defined as the disease or is next to a word of the clinic ({@code TSC
 * patients}). Belongs to one document.
 */
final class NonGeneAbbreviations {

  /** {@code type 1} after the head; a bare number makes a gene: {@code B cell lymphoma 2}. */
  private static final Pattern NUMBER = Pattern.compile(" type (?:\\d\\w?|[IVX]+)$");

  /** Diseases are abbreviated by capitals; {@code Brat (Brain Tumor)} is a gene. */
  private static final Pattern CAPITALS = Pattern.compile("[^\\p{Ll}]+s?");

  /** A short form with such a score may be a gene although its long form does not look like one. */
  private static final double SURE = 0.9;

  /** The same where a word of the long form names genes. */
  private static final double LIKELY = 0.8;

  private static final int NEAR = 12;

  private static final int MOST_JOINS = 2;

  private final String text;
  private final GeneWords words;
  private final GeneContexts contexts;
  private final Set<String> shortForms = new HashSet<>();
  private final Set<String> longForms = new HashSet<>();
  private final Set<Span> definitions = new HashSet<>();

  /** Short forms, with whether the long form is listed as not a gene. */
  private final Map<String, Boolean> defined = new HashMap<>();

  /** Short forms of diseases that the document uses for a gene as well. */
  private final Set<String> alsoGenes = new HashSet<>();

  private NonGeneAbbreviations(String text, GeneWords words, GeneContexts contexts) {
    this.text = text;
    this.words = words;
    this.contexts = contexts;
  }

  /**
   * Reads the abbreviations of a document.
   *
   * @param genes what the model has found in it
   */
  static NonGeneAbbreviations of(
      SegmentedDocument document, List<Mention> genes, GeneWords words, GeneContexts contexts) {
    NonGeneAbbreviations read = new NonGeneAbbreviations(document.text(), words, contexts);
    if (!document.abbreviations().isEmpty()) {
      read.readDiseases(document);
      read.readLongForms(document, genes);
    }
    return read;
  }

  private void readDiseases(SegmentedDocument document) {
    Set<String> diseases = new HashSet<>();
    for (Abbreviation abbreviation : document.abbreviations()) {
      String longForm = abbreviation.longForm().of(text);
      String shortForm = abbreviation.shortForm().of(text);
      defined.merge(shortForm, isNoGene(longForm), Boolean::logicalAnd);
      if (isDiseaseOrMethod(longForm)
          && CAPITALS.matcher(shortForm).matches()
          && !contexts.sayGene(text, abbreviation.shortForm())) {
        longForms.add(longForm.toLowerCase(Locale.ROOT));
        definitions.add(abbreviation.shortForm());
        if (shortForm.chars().noneMatch(Character::isDigit)) {
          shortForms.add(shortForm);
          if (!isMethod(longForm)) {
            diseases.add(shortForm);
          }
        }
      }
    }
    NameOccurrences occurrences = NameOccurrences.of(document, diseases);
    for (String disease : diseases) {
      if (occurrences.of(disease).stream().anyMatch(at -> contexts.saySurelyGene(text, at))) {
        alsoGenes.add(disease);
      }
    }
    for (Abbreviation abbreviation : document.abbreviations()) {
      if (!definitions.contains(abbreviation.shortForm())
          && words.is(Kind.GENE_HEAD, lastWord(abbreviation.longForm().of(text)))) {
        alsoGenes.add(abbreviation.shortForm().of(text));
      }
    }
  }

  /** Abbreviations whose long form is not a gene, by what the model has found. */
  private void readLongForms(SegmentedDocument document, List<Mention> genes) {
    Map<String, Double> scores = new TreeMap<>();
    CoveredText found = new CoveredText();
    for (Mention gene : genes) {
      found.add(gene.span());
      scores.merge(gene.span().of(text), gene.score(), Math::max);
    }
    Set<String> proven = new HashSet<>();
    Set<String> disproved = new HashSet<>();
    for (Abbreviation abbreviation : document.abbreviations()) {
      String shortForm = abbreviation.shortForm().of(text);
      Double score = scores.get(shortForm);
      if (score == null) {
        continue;
      }
      if (found.touches(abbreviation.longForm())) {
        proven.add(shortForm);
      } else if (!maySpellGene(shortForm, abbreviation.longForm().of(text), score)
          && !contexts.sayGene(text, abbreviation.shortForm())) {
        definitions.add(abbreviation.shortForm());
        disproved.add(shortForm);
      }
    }
    disproved.removeAll(proven);
    shortForms.addAll(disproved);
  }

  /** Whether a symbol may be a gene although no gene was found in its long form. */
  private boolean maySpellGene(String shortForm, String longForm, double score) {
    boolean named =
        Arrays.stream(words(longForm))
            .anyMatch(word -> words.all(Kind.GENE_HEAD).contains(singular(word)));
    if (named || words.is(Kind.GENE_HEAD, singular(lastWord(longForm)))) {
      return !(score < LIKELY);
    }
    boolean capitalised = !CAPITALS.matcher(shortForm).matches() && isPlain(shortForm);
    boolean numbered = Character.isDigit(longForm.charAt(longForm.length() - 1));
    return (capitalised || numbered) && !(score < SURE);
  }

  /** One capital and then lowercase letters: {@code Ptc}. */
  private static boolean isPlain(String name) {
    return Character.isUpperCase(name.charAt(0))
        && name.chars().skip(1).allMatch(Character::isLowerCase);
  }

  private boolean isDiseaseOrMethod(String longForm) {
    String name = singular(NUMBER.matcher(longForm).replaceFirst("").toLowerCase(Locale.ROOT));
    String[] parts = name.split("[ -]+", -1);
    String last = parts[parts.length - 1];
    if (parts.length > 1 && last.equals("complex")) {
      last = parts[parts.length - 2] + " " + last;
    }
    return (words.is(Kind.DISEASE, last) || words.is(Kind.METHOD, last))
        && Arrays.stream(words(name)).noneMatch(word -> words.is(Kind.NAMED_AFTER, word));
  }

  private boolean isMethod(String longForm) {
    String last = singular(lastWord(longForm));
    return words.all(Kind.METHOD).stream().anyMatch(last::endsWith);
  }

  private static String[] words(String longForm) {
    return longForm.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}_]+", -1);
  }

  private static String lastWord(String longForm) {
    return longForm.substring(longForm.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
  }

  private static String singular(String word) {
    boolean plural =
        word.length() > 1
            && word.endsWith("s")
            && "siu".indexOf(word.charAt(word.length() - 2)) < 0;
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  /** Whether a mention of this span is not a gene. */
  boolean contains(Span span) {
    String name = span.of(text);
    Boolean isNoGene = defined.get(name);
    return (isNoGene == null ? isNoGene(name) : isNoGene)
        || definitions.contains(span)
        || longForms.contains(name.toLowerCase(Locale.ROOT))
        || (shortForms.contains(name) && !isGene(name, span))
        || isMassSpectrometry(name, span);
  }

  /** Whether the table lists a name as not a gene; the case of symbols counts. */
  private boolean isNoGene(String name) {
    Set<String> names = words.all(Kind.NO_GENE);
    return names.contains(name)
        || (!Symbols.isSymbol(name) && names.contains(name.toLowerCase(Locale.ROOT)));
  }

  private boolean isGene(String name, Span span) {
    return contexts.sayGene(text, span)
        || (alsoGenes.contains(name) && !contexts.sayClinic(text, span));
  }

  /**
   * Whether a span is a part of {@code LC-MS/MS} or the like: two such parts next to each other.
   */
  private boolean isMassSpectrometry(String name, Span span) {
    Set<String> parts = words.all(Kind.MASS_SPECTROMETRY);
    String[] own = name.split("[-–/]", -1);
    if (!Arrays.stream(own).allMatch(parts::contains)) {
      return false;
    }
    return own.length > 1
        || parts.contains(partBefore(span.begin()))
        || parts.contains(partAfter(span.end()));
  }

  private String partBefore(int begin) {
    int end = begin;
    while (end > 0 && begin - end < MOST_JOINS && isJoin(text.charAt(end - 1))) {
      end--;
    }
    int from = end;
    while (from > 0 && end - from < NEAR && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from--;
    }
    return end == begin ? "" : text.substring(from, end);
  }

  private String partAfter(int end) {
    int begin = end;
    while (begin < text.length() && begin - end < MOST_JOINS && isJoin(text.charAt(begin))) {
      begin++;
    }
    int to = begin;
    while (to < text.length() && to - begin < NEAR && Character.isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    return end == begin ? "" : text.substring(begin, to);
  }

  private static boolean isJoin(char c) {
    return c == '-' || c == '–' || c == '/';
  }
}
