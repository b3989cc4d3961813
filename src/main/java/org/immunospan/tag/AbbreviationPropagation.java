package org.immunospan.tag;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunospan.text.Abbreviation;
import org.immunospan.text.CellDetails;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Span;

/**
 * Carries what a document says of its abbreviations through the document. A mention that is an
 * abbreviation gets its long form, and where the long form is a linked mention of the same type,
 * its concepts and class, too: what the document says counts more than the lexicon that found the
 * abbreviation. Only a link from another lexicon, such as the user's, stays. Where a mention ends
 * with the long form (a therapy: is the long form), every occurrence of the abbreviation is a
 * mention, of the same type and concepts. What is marked already stays. Immutable.
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
    Map<Integer, List<Mention>> byEnd = new HashMap<>();
    for (Mention mention : mentions) {
      byEnd.computeIfAbsent(mention.span().end(), end -> new ArrayList<>()).add(mention);
    }
    List<Mention> carried = new ArrayList<>(mentions.size());
    for (Mention mention : mentions) {
      Span longForm = longForms.get(mention.span().of(document.text()));
      if (longForm == null) {
        carried.add(mention);
        continue;
      }
      Mention linked =
          byEnd.getOrDefault(longForm.end(), List.of()).stream()
              .filter(named -> named.type() == mention.type() && isAbbreviated(named, longForm))
              .findFirst()
              .map(named -> linkedAs(named, mention))
              .orElse(mention);
      carried.add(
          linked.longForm().isEmpty() ? linked.withLongForm(longForm.of(document.text())) : linked);
    }
    add(document, longForms, carried);
    carried.sort(Mention.ORDER);
    return carried;
  }

  /** A short form with the concepts of its long form, unless these are from different lexicons. */
  private static Mention linkedAs(Mention longForm, Mention shortForm) {
    if (!longForm.grounding().isLinked()
        || (shortForm.grounding().isLinked() && !source(shortForm).equals(source(longForm)))) {
      return shortForm;
    }
    return shortForm
        .withGrounding(longForm.grounding())
        .withSubtype(longForm.subtype())
        .withCell(new CellDetails(longForm.lineage(), shortForm.markers()));
  }

  private static String source(Mention mention) {
    return mention.grounding().candidates().get(0).source();
  }

  private static void add(
      SegmentedDocument document, Map<String, Span> longForms, List<Mention> mentions) {
    NameOccurrences occurrences = NameOccurrences.of(document, longForms.keySet());
    Map<Integer, List<Mention>> byEnd = new HashMap<>();
    Map<EntityType, CoveredText> covered = new EnumMap<>(EntityType.class);
    for (Mention mention : List.copyOf(mentions)) {
      byEnd.computeIfAbsent(mention.span().end(), end -> new ArrayList<>()).add(mention);
      covered.computeIfAbsent(mention.type(), type -> new CoveredText()).add(mention.span());
    }
    longForms.forEach(
        (shortForm, longForm) -> {
          for (Mention named : List.copyOf(byEnd.getOrDefault(longForm.end(), List.of()))) {
            if (!isAbbreviated(named, longForm)) {
              continue;
            }
            for (Span span : occurrences.of(shortForm)) {
              if (!covered.get(named.type()).touches(span)) {
                Mention carried = carried(named, span, longForm.of(document.text()));
                mentions.add(carried);
                covered.get(named.type()).add(span);
                byEnd.computeIfAbsent(span.end(), end -> new ArrayList<>()).add(carried);
              }
            }
          }
        });
  }

  /**
   * Whether the short form means the mention. A therapy must be the long form and no more: {@code
   * Smo} is not a therapy after {@code inhibition of Smoothened (Smo)}.
   */
  private static boolean isAbbreviated(Mention named, Span longForm) {
    return named.type() == EntityType.THERAPY
        ? named.span().begin() == longForm.begin()
        : named.span().begin() <= longForm.begin();
  }

  /** What the long form is, at a place of the short form. */
  private static Mention carried(Mention named, Span span, String longForm) {
    return new Mention(
        span,
        named.type(),
        named.subtype(),
        named.grounding(),
        named.score(),
        named.source(),
        longForm,
        new CellDetails(named.lineage(), List.of()),
        named.gene(),
        named.targets());
  }
}
