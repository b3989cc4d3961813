package org.immunospan.format.pubmed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.immunospan.format.record.BibliographyBuilder;
import org.immunospan.format.record.InlineLabels;
import org.immunospan.text.Document;
import org.immunospan.text.DocumentBuilder;
import org.immunospan.text.StyledText;

/** A record of PubMed XML while it is read: an article, a book or chapter, or deletions. */
public final class PubMedRecord {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private record Part(String label, StyledText text) {}

  private final String place;
  private final boolean isDeletion;
  private final List<PubMedKey> deleted = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final BibliographyBuilder bibliography = new BibliographyBuilder();
  private String pmid = "";
  private String version;
  private int revisedYear;
  private int revisedMonth;
  private int revisedDay;
  private StyledText title = StyledText.EMPTY;
  private StyledText vernacularTitle = StyledText.EMPTY;
  private StyledText bookTitle = StyledText.EMPTY;
  private String articleYear = "";

  PubMedRecord(String place, boolean isDeletion) {
    this.place = place;
    this.isDeletion = isDeletion;
  }

  /** Where the record begins. */
  String place() {
    return place;
  }

  String pmid() {
    return pmid;
  }

  PubMedKey key() {
    return PubMedKey.of(pmid, version, revisedYear, revisedMonth, revisedDay);
  }

  /** Whether this is a list of deletions. */
  boolean isDeletion() {
    return isDeletion;
  }

  /** The PMIDs that a list of deletions names. */
  List<PubMedKey> deleted() {
    return deleted;
  }

  BibliographyBuilder bibliography() {
    return bibliography;
  }

  void pmid(String newPmid, String newVersion) {
    if (pmid.isEmpty()) {
      pmid = newPmid;
      version = newVersion;
    }
  }

  void revised(String unit, String value) {
    int number = PubMedKey.number(value, 0);
    switch (unit) {
      case "Year" -> revisedYear = number;
      case "Month" -> revisedMonth = number > 0 ? number : month(value);
      case "Day" -> revisedDay = number;
      default -> {}
    }
  }

  /** Old records name the month. */
  private static int month(String name) {
    String start = name.substring(0, Math.min(3, name.length())).toLowerCase(Locale.ROOT);
    return MONTHS.indexOf(start) + 1;
  }

  void title(StyledText newTitle) {
    title = newTitle;
  }

  void vernacularTitle(StyledText newTitle) {
    vernacularTitle = newTitle;
  }

  void bookTitle(StyledText newTitle) {
    bookTitle = newTitle;
  }

  void articleYear(String year) {
    articleYear = year;
  }

  void part(String label, StyledText text) {
    parts.add(new Part(InlineLabels.sectionLabel(label), text));
  }

  boolean isBlank() {
    return documentTitle().isEmpty() && parts.stream().allMatch(part -> part.text.isEmpty());
  }

  Document toDocument(String id, String sourceFile) {
    DocumentBuilder builder = new DocumentBuilder(id).title(documentTitle());
    parts.forEach(part -> builder.part(part.label, part.text));
    bibliography.date(articleYear);
    if (!title.isEmpty()) {
      bibliography.journal(bookTitle.text());
    }
    return builder.bibliography(bibliography.build()).sourceFile(sourceFile).build();
  }

  /** A chapter goes by its own title, a book by the book's. */
  private StyledText documentTitle() {
    if (!title.isEmpty()) {
      return title;
    }
    return vernacularTitle.isEmpty() ? bookTitle : vernacularTitle;
  }
}
