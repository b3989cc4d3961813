package org.immunospan.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.immunospan.format.csv.DocumentsCsv;
import org.immunospan.format.csv.OffsetUnit;
import org.immunospan.format.csv.SpansCsv;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.RandomText;
import org.immunospan.text.Span;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read again as it was, and every command reads the same text from a file. */
class FormatLawsTest {

  @TempDir private Path folder;

  static List<Integer> seeds() {
    return IntStream.range(0, 40).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_result_files_give_back_documents_and_spans(int seed) throws IOException {
    List<GoldDocument> written = randomGold(new Random(seed));
    StringBuilder documents = new StringBuilder(DocumentsCsv.header());
    StringBuilder spans = new StringBuilder(SpansCsv.header());
    SpansCsv writer = new SpansCsv(OffsetUnit.CODEPOINTS);
    for (GoldDocument gold : written) {
      DocumentsCsv.append(gold.document(), documents);
      List<Mention> found =
          gold.mentions().stream()
              .map(m -> Mention.of(m.span(), EntityType.valueOf(m.type())))
              .toList();
      writer.append(new AnnotatedDocument(gold.document(), List.of(), found), spans);
    }
    Collected.write(folder, "documents.csv", documents.toString());
    Path file = Collected.write(folder, "spans.csv", spans.toString());

    List<GoldDocument> read = GoldCorpus.read(file).documents();

    assertThat(read).extracting(GoldDocument::id).isEqualTo(ids(written));
    assertThat(read).extracting(GoldDocument::text).isEqualTo(texts(written));
    assertThat(read).extracting(GoldDocument::mentions).isEqualTo(mentions(written));
    assertThat(Collected.of(file).texts()).isEqualTo(texts(written));
  }

  static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "a.jsonl", "{\"id\":\"1\",\"title\":\"T𝛼\",\"abstract\":\"IL-2.\",\"mentions\":[]}\n");
    files.put("a.pubtator", "1|t|T𝛼 cells\n1|a|IL-2 acts.\n1\t9\t13\tIL-2\tGene\t3558\n");
    files.put(
        "a.xml",
        "<collection><document><id>1</id><passage><infon key=\"type\">title</infon>"
            + "<offset>0</offset><text>T cells</text></passage><passage><offset>8</offset>"
            + "<text>IL-2 acts.</text><annotation id=\"0\"><infon key=\"type\">Gene</infon>"
            + "<location offset=\"8\" length=\"4\"/><text>IL-2</text></annotation></passage>"
            + "</document></collection>");
    files.put("a.iob", "IL-2\tB-Gene\nacts\tO\n.\tO\n");
    files.put("spans.csv", "doc_id,begin,end,text,type\n1,0,4,IL-2,GENE\n");
    files.put("brat/a.txt", "IL-2 acts.\r\nTwo lines.\r\n");
    files.put("bc2gm/train.in", "S1 The IL 2 gene\n");
    return files;
  }

  @ParameterizedTest
  @MethodSource("names")
  void annotate_and_evaluate_read_the_same_text(String name) throws IOException {
    Collected.write(folder, "documents.csv", "doc_id,title,text\n1,,IL-2 acts.\n");
    Collected.write(folder, "brat/a.ann", "T1\tGene 0 4\tIL-2\nT2\tGene 11 14\tTwo\n");
    Collected.write(folder, "bc2gm/GENE.eval", "S1|3 5|IL 2\n");
    Path file = Collected.write(folder, name, files().get(name));

    List<GoldDocument> gold = GoldCorpus.read(file).documents();
    Collected annotated = Collected.of(file);

    assertThat(annotated.errors).isEmpty();
    assertThat(annotated.documents)
        .isNotEmpty()
        .isEqualTo(gold.stream().map(GoldDocument::document).toList());
    assertThat(annotated.golds).isEqualTo(gold);
    assertThat(gold).allSatisfy(document -> assertThat(document.problems()).isEmpty());
    assertThat(Files.exists(file)).isTrue();
  }

  static List<String> names() {
    return List.copyOf(files().keySet());
  }

  private static List<GoldDocument> randomGold(Random random) {
    List<GoldDocument> documents = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String title = random.nextBoolean() ? "" : "Title 𝛼 " + random.nextInt(100);
      String text = "x" + RandomText.of(random.nextLong()) + "\"y, z";
      Document document = Document.of("d\"," + i, title, text);
      List<GoldMention> mentions = new ArrayList<>();
      String all = document.text();
      for (int k = random.nextInt(4); k > 0; k--) {
        int begin = all.offsetByCodePoints(0, random.nextInt(all.codePointCount(0, all.length())));
        int most = all.codePointCount(begin, all.length());
        int end = all.offsetByCodePoints(begin, 1 + random.nextInt(most));
        GoldMention mention = GoldMention.of(new Span(begin, end), "GENE");
        if (!mentions.contains(mention)) {
          mentions.add(mention);
        }
      }
      documents.add(new GoldDocument(document, mentions));
    }
    return documents;
  }

  private static List<String> ids(List<GoldDocument> documents) {
    return documents.stream().map(GoldDocument::id).toList();
  }

  private static List<String> texts(List<GoldDocument> documents) {
    return documents.stream().map(GoldDocument::text).toList();
  }

  private static List<List<GoldMention>> mentions(List<GoldDocument> documents) {
    return documents.stream().map(GoldDocument::mentions).toList();
  }
}
