package org.immunospan.format.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.record.BibliographyBuilder;
import org.immunospan.format.record.InlineLabels;
import org.immunospan.format.record.SingleDocumentReader;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.Lines;
import org.immunospan.format.source.ReadFault;
import org.immunospan.text.DocumentBuilder;
import org.immunospan.text.Section;

/**
 * The page of one article in PubMed, saved or copied as text. Title and abstract are the document;
 * DOI, journal, year and publication types are recorded next to it; menus, authors, affiliations,
 * key words, copyright lines, references and similar articles are left out. Line breaks inside a
 * paragraph are layout and become one space, as do other runs of white space.
 *
 * <p>The title is the line after the citation ({@code . 2019 Feb;18(2):211-220.}), else the line
 * that occurs twice before the abstract.
 */
public final class PubMedPageReader extends SingleDocumentReader {

  /** Headings that end an abstract. */
  private static final Set<String> HEADINGS =
      Set.of(
          "actions",
          "associated data",
          "cite",
          "cited by",
          "comment in",
          "comment on",
          "conflict of interest statement",
          "erratum in",
          "erratum for",
          "favorites",
          "figures",
          "full text links",
          "full text sources",
          "grants and funding",
          "linkout - more resources",
          "mesh terms",
          "no abstract available",
          "page navigation",
          "personal name as subject",
          "plain language summary",
          "publication types",
          "pubmed disclaimer",
          "references",
          "related information",
          "retraction in",
          "share",
          "similar articles",
          "substances",
          "supplementary concepts",
          "supplementary info",
          "update in",
          "update of");

  /** Beginnings of lines after an abstract. */
  private static final Pattern TAIL =
      Pattern.compile(
          "(?i)(key ?words?:|copyright\\b|©|\\(c\\) ?[12]|crown copyright|published by|"
              + "conflict of interest|plain language summary).*",
          Pattern.DOTALL);

  /** Kinds of article that PubMed prints above the citation. */
  private static final Set<String> KINDS =
      Set.of(
          "Case Reports",
          "Clinical Trial",
          "Comment",
          "Comparative Study",
          "Editorial",
          "Guideline",
          "Historical Article",
          "Letter",
          "Meta-Analysis",
          "Multicenter Study",
          "Observational Study",
          "Practice Guideline",
          "Randomized Controlled Trial",
          "Review",
          "Systematic Review");

  private static final Pattern ABSTRACT = Pattern.compile("Abstract(?: in [A-Z].*)?");
  private static final Pattern CITATION =
      Pattern.compile("([^.]*)\\. *((?:18|19|20)[0-9]{2})\\b.*");
  private static final Pattern SHORT_CITATION =
      Pattern.compile(".*?\\. (.+)\\. ((?:18|19|20)[0-9]{2})\\b.*");
  private static final Pattern AFTER_CITATION =
      Pattern.compile("(?i)(doi:|epub\\b|ecollection\\b|online ahead of print|print 20).*");
  private static final Pattern PMID = Pattern.compile("PMID: *([0-9]{1,9})\\b");
  private static final Pattern DOI = Pattern.compile("(?i)doi: *(\\S+)");
  private static final Pattern LABELLED = Pattern.compile("([A-Z][A-Za-z /&,'’()-]{2,60}):\\s.*");

  private static final List<String> MARKERS =
      List.of(
          "abstract",
          "affiliations",
          "cited by",
          "full text links",
          "linkout - more resources",
          "mesh terms",
          "publication types",
          "pubmed disclaimer",
          "similar articles",
          "skip to main page content");

  /** Whether a text has the marks of such a page: its headings, or PMID and citation. */
  public static boolean isPage(String head) {
    List<String> lines = head.lines().map(line -> line.strip().toLowerCase(Locale.ROOT)).toList();
    long marks = MARKERS.stream().filter(lines::contains).count();
    boolean disclaimer = lines.contains("pubmed disclaimer");
    boolean cited =
        marks >= 1
            && PMID.matcher(head).find()
            && head.lines().anyMatch(line -> CITATION.matcher(line.strip()).matches());
    return marks >= 3 || (disclaimer && marks >= 2) || cited;
  }

  public PubMedPageReader(Content content) {
    super(content);
  }

  @Override
  protected GoldDocument read(Content content) throws IOException {
    List<String> lines = lines(content);
    int abstractLine = abstractLine(lines);
    int frontEnd = abstractLine < 0 ? endOfAbstract(lines, 0) : abstractLine;
    List<String> front = lines.subList(0, frontEnd).stream().filter(l -> !l.isEmpty()).toList();
    int citation = citation(front);
    String id = id(front, content);
    String title = title(front, citation);
    if (title.isEmpty()) {
      throw new ReadFault(
          "line 1",
          id,
          "found no title, expected it after the citation or twice before the abstract");
    }
    DocumentBuilder document = new DocumentBuilder(id).title(title);
    if (abstractLine >= 0) {
      addAbstract(
          lines.subList(abstractLine + 1, endOfAbstract(lines, abstractLine + 1)), document);
    }
    return GoldDocument.unmarked(
        document
            .bibliography(bibliography(lines, front, citation, title).build())
            .sourceFile(content.sourceFile())
            .build());
  }

  private static List<String> lines(Content content) throws IOException {
    List<String> result = new ArrayList<>();
    Lines lines = content.lines();
    for (String line = lines.next(); line != null; line = lines.next()) {
      result.add(line.strip().replaceAll("[ \\t]+", " "));
    }
    return result;
  }

  /** The heading that an abstract follows, not the one in a menu; -1 when there is none. */
  private static int abstractLine(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (ABSTRACT.matcher(lines.get(i)).matches()) {
        List<String> rest = lines.subList(i + 1, endOfAbstract(lines, i + 1));
        if (rest.stream().anyMatch(line -> !line.isEmpty())) {
          return i;
        }
      }
    }
    return -1;
  }

  private static int endOfAbstract(List<String> lines, int begin) {
    int end = begin;
    while (end < lines.size()
        && !HEADINGS.contains(lines.get(end).toLowerCase(Locale.ROOT))
        && !TAIL.matcher(lines.get(end)).matches()) {
      end++;
    }
    return end;
  }

  private static int citation(List<String> front) {
    for (int i = 0; i < front.size(); i++) {
      if (CITATION.matcher(front.get(i)).matches()) {
        return i;
      }
    }
    return -1;
  }

  private static String id(List<String> front, Content content) {
    for (String line : front) {
      Matcher pmid = PMID.matcher(line);
      if (pmid.find()) {
        return pmid.group(1);
      }
    }
    return content.fallbackId(1);
  }

  private static String title(List<String> front, int citation) {
    for (int i = citation + 1; citation >= 0 && i < front.size(); i++) {
      if (!AFTER_CITATION.matcher(front.get(i)).matches()) {
        return front.get(i);
      }
    }
    for (int i = 0; i < front.size(); i++) {
      String line = front.get(i);
      if (line.length() > 20 && front.subList(i + 1, front.size()).contains(line)) {
        return line;
      }
    }
    return "";
  }

  private static void addAbstract(List<String> lines, DocumentBuilder document) {
    StringBuilder paragraph = new StringBuilder();
    for (String line : lines) {
      boolean labelled = isLabelled(line);
      if (line.isEmpty() || labelled) {
        addParagraph(paragraph.toString(), document);
        paragraph.setLength(0);
      }
      paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
    }
    addParagraph(paragraph.toString(), document);
  }

  private static boolean isLabelled(String line) {
    Matcher label = LABELLED.matcher(line);
    return label.matches() && InlineLabels.isLabel(label.group(1));
  }

  private static void addParagraph(String paragraph, DocumentBuilder document) {
    if (isLabelled(paragraph)) {
      String label = paragraph.substring(0, paragraph.indexOf(':'));
      document.part(InlineLabels.sectionLabel(label), paragraph);
    } else if (!paragraph.isEmpty()) {
      List<Section> sections = InlineLabels.sections(paragraph);
      sections.forEach(section -> document.part(section.label(), section.span().of(paragraph)));
    }
  }

  private static BibliographyBuilder bibliography(
      List<String> lines, List<String> front, int citation, String title) {
    BibliographyBuilder bibliography = new BibliographyBuilder();
    for (String line : front) {
      Matcher doi = DOI.matcher(line);
      if (doi.find()) {
        bibliography.doi(doi.group(1));
      }
    }
    if (citation >= 0) {
      Matcher matcher = CITATION.matcher(front.get(citation));
      if (matcher.matches()) {
        bibliography.date(matcher.group(2));
        String before = citation > 0 ? front.get(citation - 1) : "";
        bibliography.journal(matcher.group(1));
        if (!KINDS.contains(before) && before.length() < 80) {
          bibliography.journal(before);
        }
      }
    }
    for (String line : front.subList(Math.max(0, citation + 1), front.size())) {
      Matcher matcher = SHORT_CITATION.matcher(line);
      if (!line.equals(title) && matcher.matches()) {
        bibliography.journal(matcher.group(1)).date(matcher.group(2));
      }
    }
    front.stream().filter(KINDS::contains).forEach(bibliography::publicationType);
    int types = lines.indexOf("Publication types");
    for (int i = types + 1; types >= 0 && i < lines.size() && isType(lines.get(i)); i++) {
      bibliography.publicationType(lines.get(i));
    }
    return bibliography;
  }

  private static boolean isType(String line) {
    return !HEADINGS.contains(line.toLowerCase(Locale.ROOT));
  }
}
