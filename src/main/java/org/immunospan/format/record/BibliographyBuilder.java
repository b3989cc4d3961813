package org.immunospan.format.record;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunospan.text.Bibliography;

/** Collects what a record says about its document; the first usable value of each kind wins. */
public final class BibliographyBuilder {

  private static final Pattern YEAR = Pattern.compile("(?<![0-9])[12][0-9]{3}(?![0-9])");
  private static final Pattern DOI = Pattern.compile("10\\.[0-9]{4,9}(?:\\.[0-9]+)*/\\S+");

  private String year = "";
  private String journal = "";
  private String doi = "";
  private final Set<String> languages = new LinkedHashSet<>();
  private final Set<String> publicationTypes = new LinkedHashSet<>();
  private final Set<String> meshHeadings = new LinkedHashSet<>();

  /** Takes the first four-digit year of a date such as {@code 1998 Dec-1999 Jan}. */
  public BibliographyBuilder date(String date) {
    if (year.isEmpty()) {
      Matcher matcher = YEAR.matcher(date);
      year = matcher.find() ? matcher.group() : "";
    }
    return this;
  }

  public BibliographyBuilder journal(String title) {
    if (journal.isEmpty()) {
      journal = title.strip();
    }
    return this;
  }

  /** Takes a DOI out of what may also be an address or end in a full stop. */
  public BibliographyBuilder doi(String text) {
    if (doi.isEmpty()) {
      Matcher matcher = DOI.matcher(text);
      if (matcher.find()) {
        String found = matcher.group();
        doi = found.endsWith(".") ? found.substring(0, found.length() - 1) : found;
      }
    }
    return this;
  }

  public BibliographyBuilder language(String code) {
    if (!code.isBlank()) {
      languages.add(code.strip());
    }
    return this;
  }

  public BibliographyBuilder publicationType(String name) {
    if (!name.isBlank()) {
      publicationTypes.add(name.strip());
    }
    return this;
  }

  /** Takes a MeSH heading without qualifiers. */
  public BibliographyBuilder meshHeading(String name) {
    if (!name.isBlank()) {
      meshHeadings.add(name.strip());
    }
    return this;
  }

  public Bibliography build() {
    return new Bibliography(
        year,
        journal,
        doi,
        String.join("|", languages),
        publicationTypes.stream().toList(),
        meshHeadings.stream().toList());
  }
}
