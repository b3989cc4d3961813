package org.immunospan.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.immunospan.run.SeenDocuments.Meeting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenDocumentsTest {

  @ParameterizedTest
  @ValueSource(strings = {"1", "99999999", "100000000", "007", "PMC7", "", "٧"})
  void knows_an_identifier_and_its_text_again(String id) {
    SeenDocuments seen = new SeenDocuments();

    assertThat(seen.add(id, "T cells.")).isEqualTo(Meeting.FIRST);
    assertThat(seen.add(id, "T cells.")).isEqualTo(Meeting.SAME);
    assertThat(seen.add(id, "T cells!")).isEqualTo(Meeting.CONFLICT);
    assertThat(seen.add(id, "T cells.")).isEqualTo(Meeting.SAME);
  }

  @Test
  void tells_apart_identifiers_that_are_the_same_number() {
    SeenDocuments seen = new SeenDocuments();
    seen.add("7", "T cells.");

    assertThat(seen.add("07", "T cells.")).isEqualTo(Meeting.FIRST);
  }

  @Test
  void agrees_with_a_map_of_texts() {
    Random random = new Random(1);
    SeenDocuments seen = new SeenDocuments();
    Map<String, String> texts = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      String id = Integer.toString(1 + random.nextInt(10) * 4_000_000 + random.nextInt(500));
      String text = "Text " + random.nextInt(2);
      String before = texts.putIfAbsent(id, text);
      Meeting expected =
          before == null ? Meeting.FIRST : before.equals(text) ? Meeting.SAME : Meeting.CONFLICT;

      assertThat(seen.add(id, text)).as(id).isEqualTo(expected);
    }
  }
}
