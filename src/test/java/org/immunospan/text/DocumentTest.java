package org.immunospan.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTest {

  @Test
  void lays_out_title_newline_and_the_parts_of_the_abstract() {
    Document document =
        new DocumentBuilder("1")
            .title("T cells.")
            .part("background", "One.")
            .part("methods", "")
            .part("results", "Two.")
            .build();

    assertThat(document.text()).isEqualTo("T cells.\nOne. Two.");
    assertThat(document.title()).isEqualTo("T cells.");
    assertThat(document.sections())
        .containsExactly(
            new Section("title", new Span(0, 8)),
            new Section("background", new Span(9, 13)),
            new Section("results", new Span(14, 18)));
  }

  @Test
  void has_no_newline_when_there_is_no_title_or_no_abstract() {
    assertThat(Document.of("1", "", "Abstract.").text()).isEqualTo("Abstract.");
    assertThat(Document.of("1", "Title.", "").text()).isEqualTo("Title.");
    assertThat(Document.of("1", "", "").sections()).isEmpty();
  }

  @Test
  void refuses_a_section_outside_the_text() {
    List<Section> sections = List.of(new Section("title", new Span(0, 5)));

    assertThatThrownBy(
            () -> new Document("7", "abc", sections, Markup.NONE, Bibliography.UNKNOWN, ""))
        .hasMessageContaining("document 7")
        .hasMessageContaining("[0, 5)");
  }

  @Test
  void refuses_an_empty_span() {
    assertThatThrownBy(() -> new Span(3, 3)).hasMessageContaining("got [3, 3)");
  }
}
