package org.immunospan.gene.link;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.immunospan.golden.GoldenTable;
import org.immunospan.golden.Row;
import org.immunospan.lexicon.Table;
import org.immunospan.resource.FileSource;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.text.Abbreviation;
import org.immunospan.text.Bibliography;
import org.immunospan.text.Concept;
import org.immunospan.text.DocumentBuilder;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.Section;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Span;
import org.immunospan.text.SpeciesChoice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GeneLinkerTest {

  private static GeneLinkData data;
  private static Supplier<SentenceSplitter> splitters;

  @BeforeAll
  static void load() throws IOException {
    data = GeneLinkData.read(FileSource.shipped());
    try (InputStream in = FileSource.shipped().open("sentences.bin")) {
      splitters = SentenceSplitter.load(in);
    }
  }

  @GoldenTable("gene/awkward-names.tsv")
  void finds_the_gene_that_a_reader_finds(Row row) {
    Mention linked = link(row.get("text"));

    assertThat(genes(linked)).isEqualTo(row.get("gene"));
    assertThat(row.get("gene").isEmpty() ? "" : species(linked)).isEqualTo(row.get("species"));
  }

  @GoldenTable("gene/headings.tsv")
  void takes_the_species_of_the_headings_where_the_text_has_none(Row row) {
    Mention linked = link(row.get("text"), List.of(row.get("headings").split("\\|")));

    assertThat(linked.concepts())
        .extracting(Concept::identifier)
        .containsExactly(row.get("identifier"));
    assertThat(String.join("|", linked.gene().hgnc())).isEqualTo(row.get("hgnc"));
    assertThat(species(linked)).isEqualTo(row.get("species"));
  }

  @Test
  void gives_the_names_of_a_cell_marker_the_identifier_of_the_marker() throws IOException {
    List<String> different = new ArrayList<>();
    try (InputStream in = FileSource.shipped().open("cell-markers.tsv")) {
      for (Table.Row row : Table.read(in, "cell-markers.tsv").rows()) {
        for (String name : row.values("names")) {
          Mention linked = link("The antigen [%s] was found in patients.".formatted(name));
          String found =
              linked.gene().hgnc().isEmpty() && linked.gene().ncbiGene().isEmpty()
                  ? linked.concepts().stream().map(Concept::identifier).collect(joining("|"))
                  : String.join("|", linked.gene().hgnc());
          if (!row.get("identifier").isEmpty() && !found.equals(row.get("identifier"))) {
            different.add(name + ": " + found + " instead of " + row.get("identifier"));
          }
        }
      }
    }

    assertThat(different).isEmpty();
  }

  private static Mention link(String marked) {
    return link(marked, List.of());
  }

  private static Mention link(String marked, List<String> headings) {
    int begin = marked.indexOf('[');
    int end = marked.indexOf(']') - 1;
    String text = marked.replace("[", "").replace("]", "");
    SegmentedDocument document =
        splitters
            .get()
            .segment(
                new DocumentBuilder("1")
                    .part(Section.ABSTRACT, text)
                    .bibliography(new Bibliography("", "", "", "", List.of(), headings))
                    .build());
    Span span = new Span(begin, end);
    Optional<Abbreviation> longForm =
        document.abbreviations().stream()
            .filter(found -> found.shortForm().equals(span))
            .findFirst();
    Mention mention =
        Mention.of(span, EntityType.GENE)
            .withScore(0.95)
            .withLongForm(longForm.map(found -> found.longForm().of(text)).orElse(""));
    GeneLinker linker = new GeneLinker(data);
    return new GeneGrounding(linker.groups(), SpeciesChoice.AUTO, GeneGrounding.THRESHOLD)
        .ground(List.of(mention), linker.link(document, List.of(mention), Map.of()))
        .get(0);
  }

  /** The symbols of the human genes, the mouse symbol where there is none, or the group. */
  private static String genes(Mention mention) {
    boolean isGroup =
        mention.concepts().stream().anyMatch(c -> c.identifier().startsWith("hgnc.genegroup:"));
    if (isGroup) {
      return "group:" + mention.concepts().get(0).name();
    }
    if (mention.gene().hgnc().isEmpty()) {
      return mention.concepts().stream().map(c -> c.name()).collect(joining("+"));
    }
    return mention.gene().hgnc().stream()
        .map(curie -> data.numberOf(Integer.parseInt(curie.substring("hgnc:".length()))))
        .map(number -> data.lexicon().gene(number).symbol())
        .collect(joining("+"));
  }

  private static String species(Mention mention) {
    String taxon = mention.gene().species().replace("NCBITaxon:", "");
    return switch (taxon) {
      case "9606" -> "human";
      case "10090" -> "mouse";
      case "10116" -> "rat";
      default -> taxon;
    };
  }
}
