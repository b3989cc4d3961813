package org.immunospan.gene;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunospan.text.Abbreviation;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Span;

/**
 * What looks like the symbol of a gene but is something else in a document: an abbreviation that it
 * defines as a disease ({@code tuberous sclerosis complex (TSC)}) or a method ({@code magnetic
 * resonance imaging (MRI)}), the long form itself, and {@code MS} in {@code LC-MS/MS}. An
 * abbreviation beside the word {@code gene} or the like stays a gene ({@code the NF1 gene}, {@code
 * loss of RB}, {@code FAP+}), and so does one with a digit wherever it is not defined. A document
 * that uses the abbreviation of a disease for a gene as well, by such a word or a definition of its
 * own ({@code fibroblast activation protein (FAP)}), keeps it but where it is defined as the
 * disease or beside a word of the clinic ({@code TSC patients}). Belongs to one document.
 */
final class NonGeneAbbreviations {

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

  /** Last words of long forms that name a gene, in lower case. */
  private static final Pattern GENE_HEAD =
      Pattern.compile(
          "protein|receptor|factor|kinase|antigen|ligand|inhibitor|suppressor|gene|transporter"
              + "|polypeptide|\\w{3,}(?:ase|in)");

  /** {@code TSC gene} is not among them: texts on the disease speak of its genes too. */
  private static final String SURE_WORD = "(?:mRNA|phosphorylat|knock|overexpress)";

  /** {@code RB-deficient}, {@code RB-/-}, {@code FAP+}, but not {@code MRI+CT}. */
  private static final String SURE_SIGN =
      "[ -](?:deficient|null|loss)\\b|\\(?[-−–]/[-−–]|\\(\\+\\)|\\+(?![\\p{L}\\d]|/)";

  private static final Pattern SURELY_BEHIND =
      Pattern.compile("\\)?[ -]" + SURE_WORD + "|" + SURE_SIGN);

  private static final Pattern BEHIND =
      Pattern.compile(
          "\\)?[ -](?:gene|protein|mRNA|allele|locus|loci|promoter|transcript|mutation|variant"
              + "|tumou?r suppressor|product|phosphorylat|knock|express|overexpress)|"
              + SURE_SIGN);

  /** {@code phenotypic expression} is that of a disease. */
  private static final String SURELY_BEFORE_WORDS =
      "\\b(?:loss of|(?<!phenotypic |clinical |disease |variable |full )expression of"
          + "|overexpression of|phosphorylation of|knock-?(?:out|down) of|deletion of)(?: the)? ";

  private static final Pattern SURELY_BEFORE = Pattern.compile(SURELY_BEFORE_WORDS + "$");

  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:\\b(?:genes?|proteins?|(?:mutations?|variants?) (?:in|of)(?: the)?) \\(?|"
              + SURELY_BEFORE_WORDS
              + ")$");

  private static final Pattern CLINIC_BEHIND =
      Pattern.compile(
          "[ -](?:patient|subject|famil|case|lesion|symptom|diagnos|severity|treat|therap|surger"
              + "|disease|syndrome|related|associated|chromosome|affects|starts|is (?:a|an|caused"
              + "|characteri[sz]ed)\\b)");

  private static final Pattern CLINIC_BEFORE =
      Pattern.compile(
          "\\b(?:(?:patients|subjects|individuals|people|children|adults|families) with"
              + "|(?:diagnosis|diagnosed|cases?|treatment|therapy|symptoms|severity) (?:of|with))"
              + "(?: the)? $|\\b(?:in|treating|associated with|(?:pathogenesis|models?|features) of"
              + "|(?:risk|responsible) for|cause) $");

  /** Last words of long forms of methods; no gene goes by their abbreviations. */
  private static final Pattern METHOD =
      Pattern.compile(
          ".*(?:spectrometry|chromatography|imaging|tomography|transplantation|therapy|surgery)s?");

  private static final Pattern SPECTROMETRY =
      Pattern.compile("\\b(?:(?:[LG]C|Q?TOF|ESI|ICP|CE|MS)[-–/]{1,2})+MS\\b");

  private static final int CONTEXT = 40;

  private final String text;
  private final boolean hasSpectrometry;
  private final Set<String> shortForms = new HashSet<>();
  private final Set<String> longForms = new HashSet<>();
  private final Set<Span> definitions = new HashSet<>();

  /** Short forms of diseases that the document uses for a gene as well. */
  private final Set<String> alsoGenes = new HashSet<>();

  private NonGeneAbbreviations(String text) {
    this.text = text;
    this.hasSpectrometry = text.contains("MS") && SPECTROMETRY.matcher(text).find();
  }

  static NonGeneAbbreviations of(SegmentedDocument document) {
    NonGeneAbbreviations noGenes = new NonGeneAbbreviations(document.text());
    document.abbreviations().forEach(noGenes::read);
    document.abbreviations().forEach(noGenes::readGene);
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
        if (!METHOD.matcher(longForm).matches() && isUsedForGene(shortForm)) {
          alsoGenes.add(shortForm);
        }
      }
    }
  }

  private void readGene(Abbreviation abbreviation) {
    String longForm = abbreviation.longForm().of(text).toLowerCase(Locale.ROOT);
    String last = longForm.substring(longForm.lastIndexOf(' ') + 1);
    if (!definitions.contains(abbreviation.shortForm()) && GENE_HEAD.matcher(last).matches()) {
      alsoGenes.add(abbreviation.shortForm().of(text));
    }
  }

  /** Whether one occurrence at least stands beside a word that only genes stand beside. */
  private boolean isUsedForGene(String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
      Span span = new Span(at, at + name.length());
      if (isWord(span) && isBeside(span, SURELY_BEFORE, SURELY_BEHIND)) {
        return true;
      }
    }
    return false;
  }

  private boolean isWord(Span span) {
    return (span.begin() == 0 || !Character.isLetterOrDigit(text.charAt(span.begin() - 1)))
        && (span.end() == text.length() || !Character.isLetterOrDigit(text.charAt(span.end())));
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
        || (shortForms.contains(name) && !isGene(name, span))
        || isSpectrometry(span);
  }

  private boolean isGene(String name, Span span) {
    return isBesideGeneWord(span)
        || (alsoGenes.contains(name) && !isBeside(span, CLINIC_BEFORE, CLINIC_BEHIND));
  }

  private boolean isBesideGeneWord(Span span) {
    return isBeside(span, BEFORE, BEHIND);
  }

  /** Whether the first pattern ends where the span begins or the second begins where it ends. */
  private boolean isBeside(Span span, Pattern before, Pattern behind) {
    String left = text.substring(Math.max(0, span.begin() - CONTEXT), span.begin());
    String right = text.substring(span.end(), Math.min(text.length(), span.end() + CONTEXT));
    return before.matcher(left).find() || behind.matcher(right).lookingAt();
  }

  /** Whether a span is a part of {@code LC-MS/MS} or the like. */
  private boolean isSpectrometry(Span span) {
    if (!hasSpectrometry) {
      return false;
    }
    Matcher matcher =
        SPECTROMETRY
            .matcher(text)
            .region(
                Math.max(0, span.begin() - CONTEXT), Math.min(text.length(), span.end() + CONTEXT));
    while (matcher.find()) {
      if (matcher.start() <= span.begin() && span.end() <= matcher.end()) {
        return true;
      }
    }
    return false;
  }
}
