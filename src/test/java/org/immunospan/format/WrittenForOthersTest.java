package org.immunospan.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Feature;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.fit.factory.TypeSystemDescriptionFactory;
import org.apache.uima.util.CasCreationUtils;
import org.immunospan.format.bioc.BioCXmlWriter;
import org.immunospan.format.brat.BratWriter;
import org.immunospan.format.cas.CasJsonWriter;
import org.immunospan.format.cas.XmiWriter;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.pubannotation.PubAnnotationWriter;
import org.immunospan.format.w3c.WebAnnotationWriter;
import org.immunospan.text.CodePoints;
import org.immunospan.text.Span;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our files by the rules of others, who do not share our code. */
class WrittenForOthersTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What BioC.dtd (Comeau et al. 2013) allows inside each element, as a pattern over names. */
  private static final Map<String, String> BIOC =
      Map.of(
          "collection", "source date key (infon )*(document )+",
          "document", "id (infon )*(passage )+(relation )*",
          "passage", "(infon )*offset ((text )?(annotation )*|(sentence )*)(relation )*",
          "annotation", "(infon )*(location )*text ",
          "location", "");

  @TempDir private Path folder;

  static List<Integer> seeds() {
    return IntStream.range(0, 25).boxed().toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void bioc_xml_keeps_the_rules_of_its_dtd(int seed) throws Exception {
    List<GoldDocument> written = RandomGold.documents(seed);
    Path file = RoundTripTest.write(new BioCXmlWriter(), written, folder);
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    Deque<StringBuilder> open = new ArrayDeque<>(List.of(new StringBuilder()));

    try (InputStream in = Files.newInputStream(file)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          open.element().append(xml.getLocalName()).append(' ');
          open.push(new StringBuilder());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          String allowed = BIOC.getOrDefault(xml.getLocalName(), "");
          assertThat(open.pop().toString()).as(xml.getLocalName()).matches(allowed);
        }
      }
    }

    assertThat(open.pop().toString()).isEqualTo("collection ");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void brat_finds_each_mention_where_its_text_is(int seed) throws Exception {
    List<GoldDocument> written = RandomGold.documents(seed);
    Path home = RoundTripTest.write(new BratWriter(), written, folder);
    Pattern line = Pattern.compile("T\\d+\t(\\S+) (\\d+ \\d+(?:;\\d+ \\d+)*)\t(.*)");
    int found = 0;

    for (GoldDocument gold : written) {
      int[] text = Files.readString(home.resolve(gold.id() + ".txt")).codePoints().toArray();
      for (String mark : Files.readAllLines(home.resolve(gold.id() + ".ann"))) {
        var match = line.matcher(mark);
        if (match.matches()) {
          List<String> words = new ArrayList<>();
          for (String part : match.group(2).split(";", -1)) {
            int begin = Integer.parseInt(part.split(" ", -1)[0]);
            int end = Integer.parseInt(part.split(" ", -1)[1]);
            words.add(new String(text, begin, end - begin));
          }
          assertThat(match.group(3)).isEqualTo(String.join(" ", words)).doesNotContain("\n");
          found++;
        } else {
          assertThat(mark)
              .matches("N\\d+\tReference T\\d+ \\S+?:\\S+\t.*|#\\d+\tAnnotatorNotes T\\d+\t.+");
        }
      }
    }

    assertThat(found).isEqualTo(written.stream().mapToInt(gold -> gold.mentions().size()).sum());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void uima_reads_xmi_with_the_types_next_to_it(int seed) throws Exception {
    List<GoldDocument> written = RandomGold.documents(seed);
    Path home = RoundTripTest.write(new XmiWriter(), written, folder);
    var types =
        TypeSystemDescriptionFactory.createTypeSystemDescriptionFromPath(
            home.resolve("TypeSystem.xml").toUri().toString());
    CAS cas = CasCreationUtils.createCas(types, null, null);

    for (GoldDocument gold : written) {
      cas.reset();
      try (InputStream in = Files.newInputStream(home.resolve(gold.id() + ".xmi"))) {
        XmiCasDeserializer.deserialize(in, cas);
      }
      Type entity =
          cas.getTypeSystem().getType("de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity");
      List<String> read = new ArrayList<>();
      for (AnnotationFS found : cas.getAnnotationIndex(entity)) {
        Feature value = entity.getFeatureByBaseName("value");
        Feature identifier = entity.getFeatureByBaseName("identifier");
        read.add(
            found.getStringValue(value)
                + " "
                + found.getStringValue(identifier)
                + " "
                + found.getCoveredText());
      }

      assertThat(cas.getDocumentText()).isEqualTo(gold.text().replace('\u0007', '\uFFFD'));
      assertThat(read)
          .containsExactlyInAnyOrderElementsOf(
              gold.mentions().stream()
                  .map(m -> described(m, gold.text().replace('\u0007', '\uFFFD')))
                  .toList());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void json_cas_has_each_feature_structure_in_its_view(int seed) throws Exception {
    List<GoldDocument> written = RandomGold.documents(seed);
    Path home = RoundTripTest.write(new CasJsonWriter(), written, folder);

    for (GoldDocument gold : written) {
      JsonNode cas = JSON.readTree(home.resolve(gold.id() + ".json").toFile());
      JsonNode structures = cas.path("%FEATURE_STRUCTURES");
      String text = structures.path(0).path("sofaString").asText();
      List<String> read = new ArrayList<>();
      List<Integer> ids = new ArrayList<>();
      for (JsonNode structure : structures) {
        if (structure.path("%TYPE").asText().endsWith(".NamedEntity")) {
          String identifier = structure.path("identifier").asText(null);
          String words =
              text.substring(structure.path("begin").asInt(), structure.path("end").asInt());
          read.add(structure.path("value").asText() + " " + identifier + " " + words);
        }
        ids.add(structure.path("%ID").asInt());
        structure
            .properties()
            .forEach(
                field ->
                    assertThat(
                            field.getKey().matches("%.*|@sofa|begin|end|sofa.*|mimeType|language")
                                || cas.path("%TYPES")
                                    .path(structure.path("%TYPE").asText())
                                    .has(field.getKey()))
                        .isTrue());
      }

      assertThat(text).isEqualTo(gold.text());
      assertThat(read)
          .containsExactlyElementsOf(
              gold.mentions().stream().map(m -> described(m, gold.text())).toList());
      List<Integer> members = new ArrayList<>(List.of(1));
      cas.at("/%VIEWS/_InitialView/%MEMBERS").forEach(member -> members.add(member.asInt()));
      assertThat(members).isEqualTo(ids);
    }
  }

  private static String described(GoldMention mention, String text) {
    String identifiers = String.join("|", mention.identifiers());
    return mention.type()
        + " "
        + (identifiers.isEmpty() ? null : identifiers)
        + " "
        + mention.span().of(text);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void both_selectors_of_a_web_annotation_find_the_words(int seed) throws Exception {
    List<GoldDocument> written = RandomGold.documents(seed);

    JsonNode page =
        JSON.readTree(RoundTripTest.write(new WebAnnotationWriter(), written, folder).toFile());

    assertThat(page.path("@context").asText()).isEqualTo("http://www.w3.org/ns/anno.jsonld");
    assertThat(page.path("type").asText()).isEqualTo("AnnotationPage");
    int found = 0;
    for (GoldDocument gold : written) {
      for (GoldMention mention : gold.mentions()) {
        JsonNode annotation = page.path("items").path(found++);
        assertThat(annotation.path("type").asText()).isEqualTo("Annotation");
        assertThat(annotation.path("body").path(0).path("value").asText())
            .isEqualTo(mention.type());
        assertThat(annotation.path("target")).hasSize(mention.partsOrSpan().size());
        for (int i = 0; i < mention.partsOrSpan().size(); i++) {
          Span part = mention.partsOrSpan().get(i);
          JsonNode target = annotation.path("target").path(i);
          JsonNode position = target.path("selector").path(0);
          JsonNode quote = target.path("selector").path(1);
          CodePoints points = CodePoints.of(gold.text());
          assertThat(target.path("source").asText()).isEqualTo("urn:document:" + gold.id());
          assertThat(points.toUtf16(position.path("start").asInt())).isEqualTo(part.begin());
          assertThat(points.toUtf16(position.path("end").asInt())).isEqualTo(part.end());
          String before = quote.path("prefix").asText();
          String exact = quote.path("exact").asText();
          assertThat(gold.text().startsWith(before + exact, part.begin() - before.length()))
              .isTrue();
          assertThat(gold.text().startsWith(exact + quote.path("suffix").asText(), part.begin()))
              .isTrue();
        }
      }
    }
    assertThat(page.path("items")).hasSize(found);
  }

  /** Properties of the Web Annotation Data Model, and what each class of ours may and must have. */
  private static final Map<String, String> WEB_ANNOTATION =
      Map.of(
          "AnnotationPage", "@context! id! type! items!",
          "Annotation", "id! type! body target! motivation",
          "TextualBody", "type! purpose value! format language",
          "SpecificResource", "id type purpose source! selector",
          "TextPositionSelector", "type! start! end!",
          "TextQuoteSelector", "type! exact! prefix suffix");

  /** The motivations of the Recommendation, section 3.3.5, which purposes are, too. */
  private static final Set<String> MOTIVATIONS =
      Set.of(
          "assessing",
          "bookmarking",
          "classifying",
          "commenting",
          "describing",
          "editing",
          "highlighting",
          "identifying",
          "linking",
          "moderating",
          "questioning",
          "replying",
          "tagging");

  /**
   * The constraints of the Web Annotation Data Model (Recommendation of 23 February 2017): sections
   * 3.1 (annotations), 3.2.4 (textual bodies), 4 (specific resources), 4.2.4 and 4.2.5 (selectors)
   * and 5.2 (pages).
   */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void web_annotations_keep_the_rules_of_the_data_model(int seed) throws Exception {
    JsonNode page =
        JSON.readTree(
            RoundTripTest.write(new WebAnnotationWriter(), RandomGold.documents(seed), folder)
                .toFile());
    checkClass(page, "AnnotationPage");
    assertThat(page.path("@context").asText()).isEqualTo("http://www.w3.org/ns/anno.jsonld");
    Set<String> ids = new HashSet<>();
    for (JsonNode annotation : page.path("items")) {
      checkClass(annotation, "Annotation");
      assertThat(ids.add(annotation.path("id").asText())).isTrue();
      for (JsonNode body : annotation.path("body")) {
        checkClass(body, body.path("type").asText());
        assertThat(body.path("type").asText()).isIn("TextualBody", "SpecificResource");
        assertThat(MOTIVATIONS).contains(body.path("purpose").asText());
      }
      assertThat(annotation.path("target").size()).isPositive();
      for (JsonNode target : annotation.path("target")) {
        checkClass(target, "SpecificResource");
        for (JsonNode selector : target.path("selector")) {
          checkClass(selector, selector.path("type").asText());
        }
      }
    }
  }

  private static void checkClass(JsonNode node, String type) {
    assertThat(WEB_ANNOTATION).containsKey(type);
    List<String> rules = List.of(WEB_ANNOTATION.get(type).split(" ", -1));
    node.fieldNames()
        .forEachRemaining(
            name ->
                assertThat(rules.contains(name) || rules.contains(name + "!")).as(name).isTrue());
    for (String rule : rules) {
      String name = rule.replace("!", "");
      JsonNode value = node.path(name);
      assertThat(value.isMissingNode() && rule.endsWith("!")).as(type + " " + name).isFalse();
      if (!value.isMissingNode()) {
        switch (name) {
          case "id", "source" -> assertThat(URI.create(value.asText()).isAbsolute()).isTrue();
          case "type" -> assertThat(value.asText()).isEqualTo(type);
          case "start", "end" -> {
            assertThat(value.isIntegralNumber()).isTrue();
            assertThat(value.asInt()).isNotNegative();
          }
          case "body", "target", "items", "selector" -> assertThat(value.isArray()).isTrue();
          default -> assertThat(value.isTextual()).as(name).isTrue();
        }
      }
    }
    if (node.has("start")) {
      assertThat(node.path("start").asInt()).isLessThan(node.path("end").asInt());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void pubannotation_has_its_own_attributes_for_each_denotation(int seed) throws Exception {
    List<GoldDocument> written = RandomGold.documents(seed);

    JsonNode documents =
        JSON.readTree(RoundTripTest.write(new PubAnnotationWriter(), written, folder).toFile());

    assertThat(documents).hasSize(written.size());
    for (JsonNode document : documents) {
      List<String> ids = new ArrayList<>();
      document.path("denotations").forEach(d -> ids.add(d.path("id").asText()));
      assertThat(ids).doesNotHaveDuplicates();
      document
          .path("attributes")
          .forEach(
              attribute -> {
                assertThat(ids).contains(attribute.path("subj").asText());
                assertThat(attribute.path("pred").asText()).isIn("identifier", "subtype");
              });
    }
  }
}
