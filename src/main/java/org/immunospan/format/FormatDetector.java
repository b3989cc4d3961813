package org.immunospan.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.immunospan.format.bc2gm.Bc2gmReader;
import org.immunospan.format.brat.BratReader;
import org.immunospan.format.csv.CsvReader;
import org.immunospan.format.iob.IobReader;
import org.immunospan.format.jats.JatsReader;
import org.immunospan.format.medline.MedlineReader;
import org.immunospan.format.page.PubMedPageReader;
import org.immunospan.format.pubmed.PubMedXmlReader;
import org.immunospan.format.pubtator.PubTatorReader;
import org.immunospan.format.ris.RisReader;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.Quote;
import org.immunospan.format.source.ReadFault;

/**
 * Finds the format of a file by its beginning. A name decides only where it must: what has marks
 * next to it is brat, and what is named {@code .xml} or {@code .jsonl} is not prose. A file in no
 * known format is refused, and the message says what it looks like; plain text must look like
 * prose.
 */
final class FormatDetector {

  /** Lines that are looked at. */
  private static final int LINES = 200;

  private static final Pattern BRAT = Pattern.compile("[TREAMNW*#][0-9]*\\t\\S.*");

  /** Fields by which the JSON of other programs is known, with its format. */
  private static final Map<String, Format> JSON_FIELDS =
      Map.of(
          "passages", Format.BIOC_JSON,
          "denotations", Format.PUBANNOTATION,
          "resultList", Format.EUROPE_PMC,
          "abstractText", Format.EUROPE_PMC);

  private static final Pattern JSON_FIELD =
      Pattern.compile("\"(" + String.join("|", JSON_FIELDS.keySet()) + ")\"\\s*:");

  /** Names of files that do not hold prose, if they hold anything. */
  private static final Set<String> NOT_PROSE =
      Set.of("xml", "jsonl", "ndjson", "json", "nbib", "medline", "pubtator", "csv", "tsv", "ann");

  private static final List<String> PUBMED_TAGS =
      List.of("<PubmedArticle>", "<MedlineCitation", "<PubmedBookArticle>", "</PubmedArticle>");

  private static final Map<String, String> ROOTS =
      Map.ofEntries(
          Map.entry("eSearchResult", "the answer to a search"),
          Map.entry("eSummaryResult", "summaries without abstracts"),
          Map.entry("eLinkResult", "a list of links"),
          Map.entry("eInfoResult", "a description of databases"),
          Map.entry("ePostResult", "the answer to an upload"),
          Map.entry("eFetchResult", "an error message of efetch"),
          Map.entry("html", "a page in HTML"));

  private FormatDetector() {}

  /**
   * The format of a file.
   *
   * @throws ReadFault when it is not one that can be read, with what it looks like
   */
  static Format detect(Content content) throws ReadFault {
    try {
      Format found = look(content);
      if (found != Format.TEXT || content.headFault() == null) {
        return found;
      }
    } catch (ReadFault refusal) {
      if (content.headFault() == null) {
        throw refusal;
      }
    }
    throw content.headFault();
  }

  private static Format look(Content content) throws ReadFault {
    if (content.isEmpty()) {
      throw refusal("an empty file", "documents");
    }
    refuseBinary(content.headBytes());
    if (BratReader.isIn(content)) {
      return Format.BRAT;
    }
    if (Bc2gmReader.isIn(content)) {
      return Format.BC2GM;
    }
    String head = content.head();
    List<String> lines = head.lines().filter(line -> !line.isBlank()).limit(LINES).toList();
    String first = lines.isEmpty() ? "" : lines.get(0);
    if (first.stripLeading().startsWith("<")) {
      return xml(head, first);
    }
    if (first.stripLeading().startsWith("[") || first.stripLeading().startsWith("{")) {
      Optional<Format> known = jsonOfOthers(head);
      if (known.isPresent()) {
        return known.get();
      }
    }
    if (looksLikeJson(first)) {
      return json(head, first);
    }
    if (PubTatorReader.isPart(first)) {
      return Format.PUBTATOR;
    }
    if (first.startsWith("PMID-") || (MedlineReader.isField(first) && head.contains("\nPMID-"))) {
      return Format.MEDLINE;
    }
    if (RisReader.isBegin(first)) {
      return Format.RIS;
    }
    if (CsvReader.isHeader(first)) {
      return Format.CSV;
    }
    if (IobReader.isIob(head.lines().limit(LINES).toList())) {
      return Format.IOB;
    }
    if (PubMedPageReader.isPage(head)) {
      return Format.PUBMED_PAGE;
    }
    return damagedOrProse(content, head, lines);
  }

  /** The format of a file whose first line is damaged is found by the lines after it. */
  private static Format damagedOrProse(Content content, String head, List<String> lines)
      throws ReadFault {
    if (PUBMED_TAGS.stream().anyMatch(head::contains)) {
      return Format.PUBMED_XML;
    }
    String bracket = lines.isEmpty() ? "" : lines.get(0).strip();
    if (bracket.startsWith("[")
        && (bracket.length() == 1 || bracket.substring(1).strip().startsWith("{"))) {
      throw refusal("a JSON array");
    }
    List<String> later = lines.subList(Math.min(1, lines.size()), lines.size());
    if (2 * later.stream().filter(line -> line.startsWith("{\"")).count() > later.size()) {
      return Format.JSONL;
    }
    if (later.stream().anyMatch(PubTatorReader::isPart)) {
      return Format.PUBTATOR;
    }
    if (later.stream().filter(MedlineReader::isField).count() * 2 > later.size()
        && later.size() > 1) {
      return Format.MEDLINE;
    }
    refuseTables(head, lines);
    String name = content.fileName().toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    if (NOT_PROSE.contains(ending) && ending.length() < name.length()) {
      throw refusal(
          "text that is not "
              + ending
              + ", beginning with "
              + Quote.of(lines.isEmpty() ? "" : lines.get(0)));
    }
    return Format.TEXT;
  }

  private static void refuseBinary(byte[] bytes) throws ReadFault {
    String start = new String(bytes, 0, Math.min(8, bytes.length), StandardCharsets.ISO_8859_1);
    if (start.startsWith("PK\u0003\u0004")) {
      throw refusal("a zip archive whose name does not end in .zip");
    }
    if (start.startsWith("%PDF")) {
      throw refusal("a PDF");
    }
    boolean utf16 = start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff");
    int controls = 0;
    for (int i = 0; i < bytes.length && !utf16; i++) {
      controls += bytes[i] >= 0 && bytes[i] < ' ' && "\t\n\f\r".indexOf(bytes[i]) < 0 ? 1 : 0;
      // A stray control character happens in text, a crowd of them does not.
      if (controls > 8 + i / 100 || controls * 5 > bytes.length - 1) {
        throw ReadFault.ofFormat("byte " + (i + 1), found("a binary file", Format.list()));
      }
    }
  }

  private static Format xml(String head, String first) throws ReadFault {
    String root = XmlProlog.root(head);
    if (PubMedXmlReader.isRoot(root)) {
      return Format.PUBMED_XML;
    }
    if (JatsReader.isRoot(root)) {
      return Format.JATS;
    }
    if (root.equals("xml") && head.contains("<records>")) {
      return Format.ENDNOTE;
    }
    if (root.equals("collection")) {
      return Format.BIOC;
    }
    if (PUBMED_TAGS.stream().anyMatch(head::contains)) {
      return Format.PUBMED_XML;
    }
    if (root.isEmpty()) {
      throw refusal("text that begins with " + Quote.of(first));
    }
    String known = ROOTS.get(root.equalsIgnoreCase("html") ? "html" : root);
    throw refusal("XML with root <" + root + ">" + (known == null ? "" : ", " + known));
  }

  /** An opening brace before a quote or at the end of the line, or braces around the line. */
  private static boolean looksLikeJson(String first) {
    String line = first.strip();
    String inner = line.startsWith("{") ? line.substring(1).stripLeading() : "no";
    return inner.isEmpty()
        || inner.startsWith("\"")
        || (line.startsWith("{") && line.endsWith("}"));
  }

  /** JSON by its fields; quotes inside a text have a backslash before them. */
  private static Optional<Format> jsonOfOthers(String head) {
    var field = JSON_FIELD.matcher(head);
    return field.find() ? Optional.of(JSON_FIELDS.get(field.group(1))) : Optional.empty();
  }

  private static Format json(String head, String first) throws ReadFault {
    boolean cut = !first.stripTrailing().endsWith("}");
    if (cut && head.indexOf('\n') >= 0 && !head.contains("\n{")) {
      throw refusal("JSON spread over several lines");
    }
    return Format.JSONL;
  }

  private static void refuseTables(String head, List<String> lines) throws ReadFault {
    String first = lines.isEmpty() ? "" : lines.get(0);
    if (BRAT.matcher(first).matches()) {
      throw refusal("brat annotations; name the folder, or the .txt file next to them");
    }
    if (first.startsWith("1. ") && head.contains("\nPMID: ")) {
      throw refusal("a list saved from PubMed as \"Abstract (text)\"; save it as \"PubMed\"");
    }
    if (lines.stream().filter(line -> line.indexOf('\t') > 0).count() * 2 > lines.size()) {
      throw refusal("a table of tab-separated columns");
    }
    if (lines.size() > 1
        && lines.stream().allMatch(line -> commas(line) >= 2 && commas(line) == commas(first))) {
      throw refusal("a table of comma-separated columns");
    }
    long letters = head.codePoints().filter(Character::isLetter).count();
    long marks = head.codePoints().filter(point -> !Character.isWhitespace(point)).count();
    if (letters * 2 < marks) {
      throw refusal("text that is not prose, beginning with " + Quote.of(first));
    }
  }

  private static long commas(String line) {
    return line.chars().filter(c -> c == ',').count();
  }

  private static ReadFault refusal(String looksLike) {
    return refusal(looksLike, "one of " + Format.list());
  }

  private static ReadFault refusal(String looksLike, String expected) {
    return ReadFault.ofFormat("line 1", found(looksLike, expected));
  }

  private static String found(String looksLike, String expected) {
    return "found " + looksLike + ", expected " + expected;
  }
}
