package org.immunospan.format;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immunospan.text.UserException;

/** The file formats that can be read. The first eight hold texts alone. */
public enum Format {
  /** {@code PubmedArticleSet} as efetch, the baseline and the update files have it; books. */
  PUBMED_XML("pubmed-xml"),
  /** Full texts in JATS, {@code .nxml}, as PubMed Central has them. */
  JATS("jats"),
  /** Answers of the search of Europe PMC, in JSON. */
  EUROPE_PMC("europe-pmc"),
  /** Citations in RIS. */
  RIS("ris"),
  /** Citations in the XML of EndNote. */
  ENDNOTE("endnote"),
  /** MEDLINE text, {@code .nbib}: lines with {@code PMID- }, {@code TI - }, {@code AB - }. */
  MEDLINE("medline"),
  /** The page of one article in PubMed, saved as text. */
  PUBMED_PAGE("pubmed-page"),
  /** Plain text, one document a file. */
  TEXT("text"),
  /** One JSON object a line: {@code {"id","title","abstract"}} or {@code {"id","text"}}. */
  JSONL("jsonl"),
  /** {@code id|t|title} and {@code id|a|abstract}, then lines of annotations. */
  PUBTATOR("pubtator"),
  /** BioC XML. */
  BIOC("bioc"),
  /** BioC JSON: a collection, or what the services of NCBI answer. */
  BIOC_JSON("bioc-json"),
  /** PubAnnotation JSON. */
  PUBANNOTATION("pubannotation"),
  /** Plain text with a brat file of marks, {@code .ann} or {@code .a1}, next to it. */
  BRAT("brat"),
  /** A token and its tag on each line: IOB, IOBES, BILOU, CoNLL. */
  IOB("iob"),
  /** Sentences of BioCreative II, with {@code GENE.eval} next to them. */
  BC2GM("bc2gm"),
  /** spans.csv and documents.csv of this program, and tables with texts and identifiers. */
  CSV("csv");

  /** The names that convert gives to two of them, next to others of the same family. */
  private static final Map<String, String> WRITTEN_NAMES =
      Map.of("bioc-xml", "bioc", "conll", "iob");

  private final String cliName;

  Format(String cliName) {
    this.cliName = cliName;
  }

  /** The name on the command line. */
  public String cliName() {
    return cliName;
  }

  /**
   * The format of that name; empty for {@code auto}, which means "by content".
   *
   * @throws UserException for an unknown name
   */
  public static Optional<Format> named(String name) {
    if (name.equals("auto")) {
      return Optional.empty();
    }
    String known = WRITTEN_NAMES.getOrDefault(name, name);
    return Optional.of(
        Arrays.stream(values())
            .filter(format -> format.cliName.equals(known))
            .findFirst()
            .orElseThrow(
                () ->
                    new UserException(
                        "--format: expected one of "
                            + String.join(", ", names())
                            + ", found '"
                            + name
                            + "'")));
  }

  /** What {@link #named} takes: {@code auto} and the names of all formats. */
  public static List<String> names() {
    return Stream.concat(Stream.of("auto"), Arrays.stream(values()).map(Format::cliName)).toList();
  }

  /** The names of all formats, for messages. */
  static String list() {
    return Arrays.stream(values()).map(Format::cliName).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return cliName;
  }
}
