package org.immunospan.segment;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.immunospan.text.Abbreviation;
import org.immunospan.text.RandomText;
import org.immunospan.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AbbreviationFinderTest {

  private final AbbreviationFinder finder = new AbbreviationFinder();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "the tumour necrosis factor (TNF) level    | TNF = tumour necrosis factor",
        "TNF (tumour necrosis factor) rose         | TNF = tumour necrosis factor",
        "dendritic cells (DCs) matured             | DCs = dendritic cells",
        "interleukin-2 (IL-2) and gamma            | IL-2 = interleukin-2",
        "multiple sclerosis (MS; n = 12)           | MS = multiple sclerosis",
        "graft-versus-host disease (GVHD, grade 2) | GVHD = graft-versus-host disease",
        "natural killer (NK) cells                 | NK = natural killer",
        "heat shock transcription factor (HSF)     | HSF = heat shock transcription factor",
        "IFN-γ-inducible protein-10 (IP-10)        | IP-10 = IFN-γ-inducible protein-10",
        "the (soluble receptor (SR)) complex       | SR = soluble receptor",
        "experimental autoimmune encephalomyelitis (EAE) and multiple sclerosis (MS)"
            + "| EAE = experimental autoimmune encephalomyelitis; MS = multiple sclerosis",
        "proton pump inhibitor (PPI)               | PPI = proton pump inhibitor",
        "L-DOPA (LD)-induced dyskinesia (LID)      | LD = L-DOPA",
        "Tacrolimus (TT) was given                 | ``",
        "given tacrolimus (TT)                     | ``",
        "tacrolimus trough (TT) was high           | TT = tacrolimus trough",
        "tacrolimus (TAC) was given                | TAC = tacrolimus",
        "mixed lymphocyte reaction ( MLR )         | ``",
        "patients (n = 12) improved                | ``",
        "an antibody (see below) bound             | ``",
        "chemokines (CCL2) were high               | ``",
        "CD4 (CD4) cells                           | ``",
        "a score (0-10) of pain                    | ``",
        "cells (T cells) were sorted               | ``",
        "regulatory T cells (Tregs) were rare      | ``",
        "factor (F) was low                        | ``",
        "unclosed bracket (UB                      | ``",
        "(TNF) tumour necrosis factor              | ``",
        "DC, dendritic cell; Mac, macrophage.      | DC = dendritic cell; Mac = macrophage",
        "AST: astrocytes, MGL: microglia           | AST = astrocytes; MGL = microglia",
        "ROS = reactive oxygen species; KO: knockout (Figure 1)"
            + "| ROS = reactive oxygen species; KO = knockout",
        "Abbreviations: TNF, tumour necrosis factor; IL, interleukin"
            + "| TNF = tumour necrosis factor; IL = interleukin",
        "DC, dendritic cell, and other cells       | ``",
        "TNF, tumour necrosis factor, IL, interleukin | ``",
        "groups: grouped cells; tests: tested cells | ``",
        "TSC1: TSC1 complex; TSC2: TSC2 complex    | ``",
        "Mac: macrophage, DC: dendritic cell       | Mac = macrophage; DC = dendritic cell",
        "Aim: an immune model, Gap: genes and proteins | ``",
        "Aim = an immune model; Gap = genes and proteins | ``",
        "M1 = macrophage type 1; Th2 = T helper 2  | M1 = macrophage type 1; Th2 = T helper 2",
        "PBS = phosphate-buffered saline; PBST = PBS with 0.1% Tween."
            + "| PBS = phosphate-buffered saline; PBST = PBS with 0.1% Tween",
        "AbcD+: AbcD-, EfgH+: EfgH-                | ``",
        "DC=dendritic cell=KO=knockout             | ``",
        "DC = = dendritic cell; KO == knockout     | ``",
      })
  void pairs_short_and_long_forms(String text, String expected) {
    String actual =
        find(text).stream()
            .map(a -> a.shortForm().of(text) + " = " + a.longForm().of(text))
            .collect(joining("; "));

    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void looks_at_nothing_outside_the_sentence() {
    String text = "Natural killer. Cells (NKC) died";

    assertThat(finder.find(text, new Span(16, text.length()))).isEmpty();
  }

  @Test
  void the_long_form_has_at_most_twice_as_many_words_as_the_short_form_has_characters() {
    assertThat(find("alpha one two three beta (AB) cells")).isEmpty();
    assertThat(find("alpha one two beta (AB) cells")).hasSize(1);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void pairs_are_disjoint_slices_with_the_letters_in_order(long seed) {
    String text = withBrackets(seed);

    for (Abbreviation pair : find(text)) {
      String longForm = pair.longForm().of(text);
      String shortForm = pair.shortForm().of(text);
      int begin = pair.longForm().begin();
      assertThat(pair.longForm().overlaps(pair.shortForm())).isFalse();
      assertThat(pair.longForm().end()).isLessThanOrEqualTo(text.length());
      assertThat(begin == 0 || !Character.isLetterOrDigit(text.charAt(begin - 1))).isTrue();
      assertThat(longForm).isEqualTo(longForm.strip());
      assertThat(shortForm).hasSizeBetween(2, 10);
      assertThat(isSubsequence(shortForm, longForm)).as(shortForm + " in " + longForm).isTrue();
    }
  }

  @Test
  void random_text_holds_pairs_at_all() {
    long pairs = seeds().map(seed -> find(withBrackets(seed)).size()).sum();

    assertThat(pairs).isGreaterThan(100);
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  private List<Abbreviation> find(String text) {
    return text.isEmpty() ? List.of() : finder.find(text, new Span(0, text.length()));
  }

  /** Random text with initials of its words in brackets here and there. */
  private static String withBrackets(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    StringBuilder initials = new StringBuilder();
    for (String word : RandomText.of(seed).split(" ", -1)) {
      text.append(word).append(' ');
      if (!word.isEmpty()) {
        initials.append(word.charAt(0));
      }
      if (random.nextInt(5) == 0) {
        int from = Math.max(0, initials.length() - 2 - random.nextInt(4));
        text.append('(').append(initials.substring(from)).append(") ");
      }
    }
    return text.toString();
  }

  private static boolean isSubsequence(String shortForm, String longForm) {
    int at = 0;
    String lower = lowerCase(longForm);
    String letters = lowerCase(shortForm);
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        at = lower.indexOf(c, at) + 1;
        if (at == 0) {
          return false;
        }
      }
    }
    return true;
  }

  private static String lowerCase(String text) {
    StringBuilder lower = new StringBuilder(text);
    for (int i = 0; i < lower.length(); i++) {
      lower.setCharAt(i, Character.toLowerCase(lower.charAt(i)));
    }
    return lower.toString();
  }
}
