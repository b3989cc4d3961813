package org.immunospan.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.immunospan.resource.FileSource;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.segment.ReadableText;
import org.immunospan.text.Document;
import org.immunospan.text.Marker;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The law of notations: a phenotype means the same in every notation. Each notation of a list of
 * markers before a noun gives one cell with the identifier, the markers and the levels of the plain
 * form {@code CD4+CD25- T cells}.
 */
class NotationLawTest {

  private static final int LISTS_PER_NOTATION = 1000;

  private static final List<String> MARKERS =
      List.of(
          "CD3", "CD4", "CD8", "CD14", "CD16", "CD19", "CD25", "CD27", "CD38", "CD44", "CD45RA",
          "CD45RO", "CD56", "CD57", "CD62L", "CD69", "CD117", "CD127", "CD161", "CCR7", "CXCR5",
          "FOXP3", "HLA-DR", "PD-1", "TCRαβ", "CD11b", "CD11c", "CD34", "CD68", "IgD");

  private static final List<String> NOUNS =
      List.of(
          "T cells",
          "B cells",
          "NK cells",
          "T lymphocytes",
          "monocytes",
          "dendritic cells",
          "macrophages",
          "thymocytes",
          "progenitor cells",
          "lymphocytes",
          "neutrophils",
          "cells");

  private static final List<String> DASHES = List.of("-", "\u2010", "\u2013", "\u2212", "\u02c9");

  private static CellGrammarTagger tagger;

  /** A marker with its sign. */
  private record Signed(String marker, boolean positive) {}

  /** How to write a list of markers before a noun. */
  @SuppressWarnings("ImmutableEnumChecker") // the lambdas keep no state
  enum Notation {
    GLUED_TO_THE_NOUN((s, dash) -> s.marker() + (s.positive() ? "+" : dash), "", ""),
    APART((s, dash) -> s.marker() + (s.positive() ? "+" : dash), " ", " "),
    SPACED((s, dash) -> s.marker() + (s.positive() ? " +" : " " + dash), " ", " "),
    SLASHED((s, dash) -> s.marker() + (s.positive() ? "+" : dash), "/", " "),
    SLASHED_AND_GLUED((s, dash) -> s.marker() + (s.positive() ? "+" : dash), "/", ""),
    BRACKETED((s, dash) -> s.marker() + (s.positive() ? "(+)" : "(" + dash + ")"), "", " "),
    BRACKETED_AND_GLUED(
        (s, dash) -> s.marker() + (s.positive() ? "(+)" : "(" + dash + ")"), "", ""),
    BRACKETED_APART(
        (s, dash) -> s.marker() + (s.positive() ? " (+)" : " (" + dash + ")"), " ", " "),
    SUPERSCRIPT((s, dash) -> s.marker() + (s.positive() ? "⁺" : "⁻"), "", ""),
    TAGGED((s, dash) -> s.marker() + "<sup>" + (s.positive() ? "+" : dash) + "</sup>", "", ""),
    TAGGED_APART(
        (s, dash) -> s.marker() + "<sup>" + (s.positive() ? "+" : dash) + "</sup>", " ", " "),
    WORDS((s, dash) -> s.marker() + (s.positive() ? "pos" : "neg"), "", " ");

    private final BiFunction<Signed, String, String> one;
    private final String between;
    private final String beforeNoun;

    Notation(BiFunction<Signed, String, String> one, String between, String beforeNoun) {
      this.one = one;
      this.between = between;
      this.beforeNoun = beforeNoun;
    }

    String write(List<Signed> markers, String dash, String noun) {
      List<String> written = markers.stream().map(marker -> one.apply(marker, dash)).toList();
      return String.join(between, written) + beforeNoun + noun;
    }

    boolean isSlashed() {
      return between.equals("/");
    }
  }

  @BeforeAll
  static void readModels() throws IOException {
    tagger = CellGrammarTagger.read(FileSource.of(Path.of("models")), new BiomedicalTokenizer());
  }

  @ParameterizedTest
  @EnumSource
  void a_notation_means_what_the_plain_form_means(Notation notation) {
    for (int seed = 0; seed < LISTS_PER_NOTATION; seed++) {
      Random random = new Random(seed);
      List<Signed> markers = markers(random, notation);
      String noun = NOUNS.get(random.nextInt(NOUNS.size()));
      String dash = DASHES.get(random.nextInt(DASHES.size()));
      StringBuilder plain = new StringBuilder();
      markers.forEach(m -> plain.append(m.marker()).append(m.positive() ? "+" : "-"));

      String written = notation.write(markers, dash, noun);

      assertThat(read("We counted " + written + " in blood."))
          .as("seed %s: %s", seed, written)
          .isEqualTo(read("We counted " + plain + " " + noun + " in blood."));
    }
  }

  /** Two to four markers, the first positive, without pairs that a slash makes two cells of. */
  private static List<Signed> markers(Random random, Notation notation) {
    List<String> shuffled = new ArrayList<>(MARKERS);
    Collections.shuffle(shuffled, random);
    List<Signed> markers = new ArrayList<>();
    int size = 2 + random.nextInt(3);
    for (String marker : shuffled) {
      boolean positive = random.nextBoolean();
      boolean excluded =
          notation.isSlashed() && positive && markers.stream().anyMatch(m -> areTwo(m, marker));
      if (markers.size() < size && !excluded) {
        markers.add(new Signed(marker, positive));
      }
    }
    return markers;
  }

  private static boolean areTwo(Signed one, String other) {
    List<String> lineage = List.of("CD3", "CD4", "CD8", "CD14", "CD19", "CD56");
    return one.positive() && lineage.contains(one.marker()) && lineage.contains(other);
  }

  private static String read(String text) {
    Document document = ReadableText.of(Document.of("1", "", text)).document();
    Span all = new Span(0, document.text().length());
    Sentence sentence =
        new Sentence(1, all, new BiomedicalTokenizer().tokenize(document.text(), all));
    List<Mention> cells = tagger.tag(new SegmentedDocument(document, List.of(sentence), List.of()));
    List<String> shown = new ArrayList<>();
    for (Mention cell : cells) {
      shown.add(
          cell.subtype()
              + " "
              + cell.concepts()
              + " "
              + cell.markers().stream().map(Marker::toString).toList());
    }
    return shown.toString();
  }
}
