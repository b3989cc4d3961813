package org.immunospan.tag;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Span;

/**
 * What looks like the symbol of a gene but is something else in a document: an abbreviation that it
 * defines as a disease ({@code tuberous sclerosis complex (TSC)}) or a method ({@code magnetic
 * resonance imaging (MRI)}), the long form itself, and {@code MS} in {@code LC-MS/MS}. An
 * abbreviation before or behind the word {@code gene} or the like stays a gene ({@code the NF1
 * gene}), and so does one with a digit wherever it is not defined. Belongs to one document.
 */
final class NoGenes {

  /** Last words of long forms, in lower case and the singular. */
  private static final Pattern HEAD =
      Pattern.compile(
          "disease|syndrome|disorder|sclerosis(?: complex)?|cancer|tumor|tumour|infection|failure"
              + "|injury|fever|stroke|palsy|ataxia|telangiectasia|\\w{3,}itis|\\w{3,}osis"
              + "|\\w{3,}oma|\\w{3,}a?emia|\\w{3,}pathy|\\w{3,}trophy|\\w*immunodeficiency"
              + "|spectrometry|chromatography|imaging|tomography|transplantation|therapy|surgery");

  /** {@code type 1} behind the head; a bare number makes a gene: {@code B cell lymphoma 2}. */
  private static final Pattern NUMBER = Pattern.compile(" type (?:\\d\\w?|[IVX]+)$");

  /** Diseases are abbreviated by capitals; {@code Brat (Brain Tumor)} is a gene. */
  private static final Pattern CAPITALS = Pattern.compile("[^\\p{Ll}]+s?");

  /** Words of long forms that name a gene after what it does, or the disease it was found in. */
  private static final Pattern NAMED_AFTER =
      Pattern.compile(
          ".*\\b(?:of|in|by|for|to|with|factor|receptor|protein|kinase|gene|antigen|suppressor"
              + "|associated|related|mutated|deleted)\\b.*");

  private static final String GENE_WORD =
      "(?:gene|protein|mRNA|allele|locus|loci|promoter|transcript|mutation|variant|tumou?r"
          + " suppressor|product|knock|express)";

  private static final Pattern BEHIND =
      Pattern.compile("\\)?[ -]" + GENE_WORD + ".*", Pattern.DOTALL);

  private static final Pattern BEFORE =
      Pattern.compile(
          ".*\\b(?:genes?|proteins?|(?:mutations?|variants?) (?:in|of)(?: the)?) \\(?",
          Pattern.DOTALL);

  private static final Pattern SPECTROMETRY =
      Pattern.compile("\\S*(?:[LG]C|TOF|ESI|ICP|CE|MS)[-–/]{1,2}(?:Q?TOF[-–/])?MS\\b\\S*");

  private static final int CONTEXT = 20;

  private final String text;
  private final Set<String> shortForms = new HashSet<>();
  private final Set<String> longForms = new HashSet<>();
  private final Set<Span> definitions = new HashSet<>();

  private NoGenes(String text) {
    this.text = text;
  }

  static NoGenes of(SegmentedDocument document) {
    NoGenes noGenes = new NoGenes(document.text());
    for (Abbreviation abbreviation : new AbbreviationFinder().find(document)) {
      noGenes.read(abbreviation);
    }
    return noGenes;
  }

  private void read(Abbreviation abbreviation) {
    String longForm = abbreviation.longForm().of(text);
    String shortForm = abbreviation.shortForm().of(text);
    if (isNoGene(longForm)
        && CAPITALS.matcher(shortForm).matches()
        && !isBesideGeneWord(abbreviation.shortForm())) {
      longForms.add(longForm.toLowerCase(Locale.ROOT));
      definitions.add(abbreviation.shortForm());
      if (shortForm.chars().noneMatch(Character::isDigit)) {
        shortForms.add(shortForm);
      }
    }
  }

  private static boolean isNoGene(String longForm) {
    String name = NUMBER.matcher(longForm).replaceFirst("").toLowerCase(Locale.ROOT);
    String singular = name.replaceFirst("(?<![siu])s$", "");
    String[] words = singular.split("[ -]+", -1);
    String last = words[words.length - 1];
    if (words.length > 1 && last.equals("complex")) {
      last = words[words.length - 2] + " " + last;
    }
    return HEAD.matcher(last).matches() && !NAMED_AFTER.matcher(singular).matches();
  }

  /** Whether a mention of this span is none. */
  boolean contains(Span span) {
    String name = span.of(text);
    return definitions.contains(span)
        || longForms.contains(name.toLowerCase(Locale.ROOT))
        || (shortForms.contains(name) && !isBesideGeneWord(span))
        || isSpectrometry(span);
  }

  private boolean isBesideGeneWord(Span span) {
    String behind = text.substring(span.end(), Math.min(text.length(), span.end() + CONTEXT));
    String before = text.substring(Math.max(0, span.begin() - CONTEXT), span.begin());
    return BEHIND.matcher(behind).matches() || BEFORE.matcher(before).matches();
  }

  /** Whether a span stands in a chunk such as {@code LC-MS/MS}. */
  private boolean isSpectrometry(Span span) {
    int begin = span.begin();
    while (begin > 0 && !Character.isWhitespace(text.charAt(begin - 1))) {
      begin--;
    }
    int end = span.end();
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return SPECTROMETRY.matcher(text.substring(begin, end)).matches();
  }
}
