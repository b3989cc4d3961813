package org.immunospan.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.immunospan.segment.BiomedicalTokenizer;
import org.junit.jupiter.api.Test;

class LexiconCheckTest {

  @Test
  void names_each_problem_with_its_entry() {
    Lexicon lexicon =
        new Lexicon(
            Map.of("name", "n", "version", "1", "type", "CELL"),
            List.of(
                entry("CL:1", "T cell", "immune", List.of("CL:9")),
                entry("CL:2", "T-cells", "Immune", List.of())));

    assertThat(LexiconCheck.problems(lexicon, new BiomedicalTokenizer()))
        .containsExactly(
            "CL:1: its parent CL:9 is not an entry",
            "CL:2: unknown subtype 'Immune'; known subtypes: [immune, other]",
            "CL:2: its name \"T-cells\" is also a name of CL:1");
  }

  private static LexiconEntry entry(
      String identifier, String name, String subtype, List<String> parents) {
    return new LexiconEntry(
        identifier, name, true, subtype, List.of(), List.of(), parents, List.of());
  }
}
