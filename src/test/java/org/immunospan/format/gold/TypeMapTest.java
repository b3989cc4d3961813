package org.immunospan.format.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import org.immunospan.text.Span;
import org.immunospan.text.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeMapTest {

  @Test
  void renames_what_it_names_and_leaves_out_the_rest() {
    GoldDocument document =
        new GoldDocument(
            Document.of("1", "", "abcdef"),
            List.of(
                GoldMention.of(new Span(0, 1), "Gene"),
                GoldMention.of(new Span(1, 2), "Disease"),
                GoldMention.of(new Span(2, 3), "FamilyName")));

    GoldDocument mapped = TypeMap.parse("Gene=GENE, FamilyName=GENE").apply(document);

    assertThat(mapped.mentions())
        .containsExactly(
            GoldMention.of(new Span(0, 1), "GENE"), GoldMention.of(new Span(2, 3), "GENE"));
    assertThat(TypeMap.IDENTITY.apply(document)).isEqualTo(document);
  }

  @Test
  void has_presets_that_name_only_our_types() {
    List<String> ours = List.of(EntityType.values()).stream().map(Enum::name).toList();

    assertThat(TypeMap.all()).isNotEmpty();
    assertThat(TypeMap.all().keySet())
        .allSatisfy(name -> assertThat(ours).containsAll(TypeMap.parse(name).targets()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Gene", "Gene=", "=GENE", "biored2"})
  void refuses_what_is_neither_pairs_nor_a_preset(String specification) {
    assertThatThrownBy(() -> TypeMap.parse(specification))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("expected THEIRS=OURS pairs")
        .hasMessageContaining("biored");
  }
}
