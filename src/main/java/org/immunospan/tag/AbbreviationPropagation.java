package org.immunospan.tag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunospan.text.Abbreviation;
import org.immunospan.text.CellDetails;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;
import org.immunospan.text.Tokens;

/**
 * Carries what a document says of its abbreviations through the document: a mention that is an
 * abbreviation gets its long form, and where the long form is a mention, every occurrence of the
 * abbreviation is one too, of the same type and concepts. What is marked already stays. Immutable.
 */
public final class AbbreviationPropagation {

  /** The mentions with long forms, and further ones; sorted by {@link Mention#ORDER}. */
  public List<Mention> carry(SegmentedDocument document, List<Mention> mentions) {
    Map<String, Span> longForms = new LinkedHashMap<>();
    for (Abbreviation abbreviation : document.abbreviations()) {
      longForms.putIfAbsent(abbreviation.shortForm().of(document.text()), abbreviation.longForm());
    }
    if (longForms.isEmpty()) {
      return mentions;
    }
    List<Mention> carried = new ArrayList<>(mentions.size());
    for (Mention mention : mentions) {
      Span longForm = longForms.get(mention.span().of(document.text()));
      carried.add(
          longForm == null || !mention.longForm().isEmpty()
              ? mention
              : mention.withLongForm(longForm.of(document.text())));
    }
    longForms.forEach(
        (shortForm, longForm) -> addOccurrences(document, shortForm, longForm, carried));
    carried.sort(Mention.ORDER);
    return carried;
  }

  private static void addOccurrences(
      SegmentedDocument document, String shortForm, Span longForm, List<Mention> mentions) {
    for (Mention named : List.copyOf(mentions)) {
      if (isNamedBy(named.span(), longForm)) {
        for (Span span : occurrences(document, shortForm)) {
          if (mentions.stream().noneMatch(other -> isInTheWay(other, named, span))) {
            mentions.add(
                new Mention(
                    span,
                    named.type(),
                    named.subtype(),
                    named.grounding(),
                    named.score(),
                    named.source(),
                    longForm.of(document.text()),
                    new CellDetails(named.lineage(), List.of()),
                    named.gene()));
          }
        }
      }
    }
  }

  /** Whether a mention is the long form, or the long form with words before it. */
  private static boolean isNamedBy(Span mention, Span longForm) {
    return mention.end() == longForm.end() && mention.begin() <= longForm.begin();
  }

  private static boolean isInTheWay(Mention other, Mention named, Span span) {
    return other.type() == named.type() && other.span().overlaps(span);
  }

  /** Where the short form stands between borders of tokens. */
  private static List<Span> occurrences(SegmentedDocument document, String shortForm) {
    List<Span> found = new ArrayList<>();
    for (Sentence sentence : document.sentences()) {
      Tokens tokens = sentence.tokens();
      for (int i = 0; i < tokens.size(); i++) {
        int begin = tokens.begin(i);
        int end = begin + shortForm.length();
        if (document.text().startsWith(shortForm, begin)
            && isWordEnd(document.text(), end)
            && (begin == 0 || isWordEnd(document.text(), begin - 1))) {
          found.add(new Span(begin, end));
        }
      }
    }
    return found;
  }

  private static boolean isWordEnd(String text, int at) {
    return at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }
}
