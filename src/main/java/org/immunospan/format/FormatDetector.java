package org.immunospan.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunospan.format.medline.MedlineReader;
import org.immunospan.format.page.PubMedPageReader;
import org.immunospan.format.pubmed.PubMedXml;
import org.immunospan.format.pubtator.PubTatorReader;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.Quote;
import org.immunospan.format.source.ReadFault;

/**
 * Finds the format of a file by its beginning, never by its name. What is none of the formats is
 * refused by what it looks like; plain text must look like prose.
 */
public final class FormatDetector {

  private static final Pattern ROOT =
      Pattern.compile(
          "\\s*(?:<\\?.*?\\?>\\s*|<!--.*?-->\\s*|<!DOCTYPE[^\\[>]*(?:\\[.*?\\]\\s*)?>\\s*)*"
              + "<([A-Za-z_][\\w:.-]*)",
          Pattern.DOTALL);
  private static final Pattern DOCTYPE = Pattern.compile("(?i)<!DOCTYPE\\s+([\\w:.-]+)");
  private static final Pattern BRAT = Pattern.compile("[TREAMNW*#][0-9]*\\t\\S.*");
  private static final Pattern RIS = Pattern.compile("TY {1,2}- .*");
  private static final Pattern PUBMED_LIST =
      Pattern.compile("1\\. \\S.*[12][0-9]{3}.*(?:doi:|;|\\.).*");

  private static final Map<String, String> ROOTS =
      Map.ofEntries(
          Map.entry("article", "a full text in JATS"),
          Map.entry("pmc-articleset", "full texts in JATS"),
          Map.entry("collection", "BioC XML"),
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
   * @throws ReadFault when it is none that can be read, with what it looks like
   */
  static Format detect(Content content) throws ReadFault {
    try {
      return look(content);
    } catch (ReadFault refusal) {
      throw content.headFault() == null ? refusal : content.headFault();
    }
  }

  private static Format look(Content content) throws ReadFault {
    if (content.isEmpty()) {
      throw new ReadFault("line 1", "", "found an empty file, expected documents");
    }
    refuseBinary(content.headBytes());
    String head = content.head();
    String first = head.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    if (first.stripLeading().startsWith("<")) {
      return xml(head, first);
    }
    if (first.matches("\\s*\\{(\\s*\".*|.*\\}\\s*|\\s*)")) {
      return json(head, first);
    }
    if (PubTatorReader.PART.matcher(first).matches()) {
      return Format.PUBTATOR;
    }
    if (first.startsWith("PMID-")
        || (MedlineReader.FIELD.matcher(first).matches() && head.contains("\nPMID-"))) {
      return Format.MEDLINE;
    }
    if (PubMedPageReader.isPage(head)) {
      return Format.PUBMED_PAGE;
    }
    refuseTables(head, first);
    return Format.TEXT;
  }

  private static void refuseBinary(byte[] bytes) throws ReadFault {
    String start = new String(bytes, 0, Math.min(8, bytes.length), StandardCharsets.ISO_8859_1);
    if (start.startsWith("PK\u0003\u0004")) {
      throw refusal("a zip archive");
    }
    if (start.startsWith("%PDF")) {
      throw refusal("a PDF");
    }
    boolean utf16 = start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff");
    int controls = 0;
    for (int i = 0; i < bytes.length && !utf16; i++) {
      controls += bytes[i] >= 0 && bytes[i] < ' ' && "\t\n\f\r".indexOf(bytes[i]) < 0 ? 1 : 0;
      // A stray control character happens in text, a zero or a crowd of them does not.
      if (bytes[i] == 0 || controls > 8 + i / 100) {
        throw new ReadFault("byte " + (i + 1), "", found("a binary file"));
      }
    }
  }

  private static Format xml(String head, String first) throws ReadFault {
    Matcher matcher = ROOT.matcher(head);
    Matcher doctype = DOCTYPE.matcher(head);
    String root = matcher.lookingAt() ? matcher.group(1) : doctype.find() ? doctype.group(1) : "";
    if (PubMedXml.SETS.contains(root) || PubMedXml.RECORDS.contains(root)) {
      return Format.PUBMED_XML;
    }
    if (root.isEmpty()) {
      throw refusal("text that begins with " + Quote.of(first));
    }
    String known = ROOTS.get(root.equalsIgnoreCase("html") ? "html" : root);
    throw refusal("XML with root <" + root + ">" + (known == null ? "" : ", " + known));
  }

  private static Format json(String head, String first) throws ReadFault {
    if (head.contains("\"documents\"") && head.contains("\"passages\"")) {
      throw refusal("BioC JSON");
    }
    boolean cut = !first.stripTrailing().endsWith("}");
    if (cut && head.indexOf('\n') >= 0 && !head.contains("\n{")) {
      throw refusal("JSON spread over several lines");
    }
    return Format.JSONL;
  }

  private static void refuseTables(String head, String first) throws ReadFault {
    if (first.startsWith("[") && first.stripTrailing().matches("\\[\\s*(\\{.*)?")) {
      throw refusal("a JSON array");
    }
    if (BRAT.matcher(first).matches()) {
      throw refusal("brat annotations");
    }
    if (RIS.matcher(first).matches()) {
      throw refusal("citations in RIS");
    }
    if (PUBMED_LIST.matcher(first).matches() && head.contains("\nPMID: ")) {
      throw refusal("a list saved from PubMed as \"Abstract (text)\"; save it as \"PubMed\"");
    }
    List<String> lines = head.lines().filter(line -> !line.isBlank()).limit(200).toList();
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
      throw refusal("text that is no prose, beginning with " + Quote.of(first));
    }
  }

  private static long commas(String line) {
    return line.chars().filter(c -> c == ',').count();
  }

  private static ReadFault refusal(String looksLike) {
    return new ReadFault("line 1", "", found(looksLike));
  }

  private static String found(String looksLike) {
    return "found " + looksLike + ", expected one of " + Format.list();
  }
}
