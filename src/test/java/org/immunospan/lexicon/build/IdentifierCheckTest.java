package org.immunospan.lexicon.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.immunospan.lexicon.Lexicon;
import org.immunospan.lexicon.LexiconEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierCheckTest {

  private static final Lexicon LEXICON =
      new Lexicon(
          Map.of("name", "n", "version", "1", "type", "THERAPY"),
          List.of(
              entry("mesh:D018184", "Paramyxoviridae Infections"),
              entry("mesh:D017710", "Lymphocyte Transfusion"),
              entry("CL:0000232", "erythrocyte")));

  @ParameterizedTest
  @CsvSource({
    "Lymphocyte Transfusion, donor lymphocyte infusion, true",
    "Antiviral Agents, antivirals, true",
    "Paramyxoviridae Infections, donor lymphocyte infusion, false",
    "Cardiac Surgical Procedures, cardiac surgery, true"
  })
  void names_are_alike_that_share_a_word_or_its_first_letters(
      String label, String name, boolean alike) {
    assertThat(IdentifierCheck.shareWord(label, name)).isEqualTo(alike);
  }

  @Test
  void refuses_the_identifier_of_another_concept() {
    assertThatThrownBy(() -> check("donor lymphocyte infusion\tmesh:D018184"))
        .hasMessage(
            "x.tsv:2: expected names like 'Paramyxoviridae Infections', the label of mesh:D018184,"
                + " found 'donor lymphocyte infusion'; add the identifier to unlike-names.tsv if"
                + " it is right");
  }

  @Test
  void takes_like_names_and_reasoned_exceptions() {
    assertThatCode(() -> check("donor lymphocyte infusion\tmesh:D017710"))
        .doesNotThrowAnyException();
    assertThatCode(() -> check("red blood cell\tCL:0000232")).doesNotThrowAnyException();
  }

  private static void check(String nameAndIdentifier) throws IOException {
    String table =
        "action\tname\tidentifier\tsubtype\twhy\nadd\t" + nameAndIdentifier + "\t\twhy\n";
    IdentifierCheck.check(
        LEXICON,
        CuratedNames.read(
            new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), "x.tsv"));
  }

  private static LexiconEntry entry(String identifier, String name) {
    return new LexiconEntry(
        identifier, name, true, "drug", List.of(), List.of(), List.of(), List.of());
  }
}
