package org.immunospan.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.immunospan.golden.GoldenTable;
import org.immunospan.golden.Row;
import org.immunospan.lexicon.Lexicon;
import org.immunospan.lexicon.LexiconEntry;
import org.immunospan.lexicon.LexiconReader;
import org.immunospan.resource.FileSource;
import org.immunospan.text.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OntologyWordMatcherTest {

  private static Lexicon lexicon;
  private static OntologyWordMatcher names;
  private static CellRules rules;

  @BeforeAll
  static void readModels() throws IOException {
    FileSource models = FileSource.of(Path.of("models"));
    lexicon = LexiconReader.read(Path.of("models/cells.tsv"));
    rules = CellRules.read(models);
    names =
        new OntologyWordMatcher(
            lexicon, CellWords.read(models, "cell-grammar.tsv", rules).sameWords(), rules);
  }

  @GoldenTable("cell/ontology-words.tsv")
  void finds_the_class_whose_words_are_all_there(Row row) {
    assertThat(names.find(row.get("text"), row.get("known")).map(LexiconEntry::name).orElse(""))
        .isEqualTo(row.get("name"));
  }

  @GoldenTable("cell/ontology-words-before.tsv")
  void looks_at_the_words_right_before_a_name(Row row) {
    String marked = row.get("text");
    Span span = new Span(marked.indexOf('['), marked.indexOf(']') - 1);

    assertThat(names.find(marked.replaceAll("[\\[\\]]", ""), span, List.of(), row.get("known")))
        .map(LexiconEntry::name)
        .contains(row.get("name"));
  }

  @Test
  void a_class_is_the_known_one_or_a_kind_of_it() {
    assertThat(names.find("lung epithelial cells", "CL:0000084"))
        .map(LexiconEntry::name)
        .contains("T cell");
    int found = 0;
    for (LexiconEntry entry : lexicon.entries()) {
      if (entry.isMention() && !entry.identifier().isEmpty()) {
        for (String parent : entry.parents()) {
          String identifier =
              names.find(entry.name(), parent).map(LexiconEntry::identifier).orElse(parent);
          assertThat(identifier.equals(parent) || lexicon.ancestors(identifier).contains(parent))
              .as(entry.name())
              .isTrue();
          found += identifier.equals(parent) ? 0 : 1;
        }
      }
    }
    assertThat(found).isGreaterThan(1000);
  }

  @Test
  void equal_names_go_to_the_label_then_to_the_less_specific_class() {
    Lexicon small =
        new Lexicon(
            Map.of("name", "x", "version", "1", "type", "CELL"),
            List.of(
                entry("CL:1", "white cell", List.of(), List.of()),
                entry("CL:2", "whitish cell", List.of("red cell"), List.of("CL:1")),
                entry("CL:3", "red cell", List.of(), List.of("CL:2")),
                entry("CL:4", "reddish cell", List.of("blue cell"), List.of("CL:3")),
                entry("CL:5", "bluish cell", List.of("blue cell"), List.of("CL:1"))));
    OntologyWordMatcher words = new OntologyWordMatcher(small, Map.of(), rules);

    assertThat(words.find("red cells", "")).map(LexiconEntry::identifier).contains("CL:3");
    assertThat(words.find("cells of blue", "")).map(LexiconEntry::identifier).contains("CL:5");
    assertThat(words.find("blue cell", "CL:3")).map(LexiconEntry::identifier).contains("CL:4");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void words_before_a_name_leave_a_kind_of_its_class(long seed) {
    Random random = new Random(seed);
    List<LexiconEntry> entries = lexicon.entries();
    String before = entries.get(random.nextInt(entries.size())).name();

    assertThat(names.find(before + " epithelial cell of lung", "CL:0000082"))
        .hasValueSatisfying(
            found ->
                assertThat(
                        found.identifier().equals("CL:0000082")
                            || lexicon.ancestors(found.identifier()).contains("CL:0000082"))
                    .isTrue());
  }

  private static LexiconEntry entry(
      String identifier, String name, List<String> synonyms, List<String> parents) {
    return new LexiconEntry(
        identifier, name, true, "other", synonyms, List.of(), parents, List.of());
  }
}
