package org.immunospan.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunospan.golden.GoldenTable;
import org.immunospan.golden.Row;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Bibliography;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import org.immunospan.text.Markup;
import org.immunospan.text.Mention;
import org.immunospan.text.Section;
import org.immunospan.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableTextTest {

  private static final Pattern TAG = Pattern.compile("<(/?)(sup|sub|i)>");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  @GoldenTable("segment/readable.tsv")
  void reads_past_what_a_reader_does_not_see(Row row) {
    String source =
        ESCAPE
            .matcher(row.get("source"))
            .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
    Document document = row.get("kind").equals("markup") ? marked(source) : plain(source);

    assertThat(ReadableText.of(document).document().text())
        .as(row.toString())
        .isEqualTo(row.get("readable"));
  }

  @ParameterizedTest
  @CsvSource({
    "CD4<sup>+</sup> T cells, CD4+ T cells, CD4<sup>+</sup> T cells",
    "IL-1<sub>β</sub> rose, IL-1β, IL-1<sub>β</sub>",
    "IL-1<sub>β</sub> rose, IL-1, IL-1",
    "<i>Il</i>10 rose, Il10, <i>Il</i>10",
    "<i>Il10</i> rose, Il10, Il10",
    "IFN-&gamma; rose, IFN-γ, IFN-&gamma;",
    "macro\u00adphages, macrophages, macro\u00adphages",
  })
  void a_span_comes_back_with_the_tags_that_belong_to_it(
      String source, String name, String expected) {
    ReadableText readable = ReadableText.of(plain(source));
    int begin = readable.document().text().indexOf(name);

    assertThat(back(readable, new Span(begin, begin + name.length())).of(source))
        .isEqualTo(expected);
  }

  @Test
  void a_text_without_such_things_is_the_document_itself() {
    Document document = plain("CD4+ T cells, p<0.05.");

    assertThat(ReadableText.of(document).document()).isSameAs(document);
  }

  @Test
  void any_span_of_any_text_comes_back_inside_the_text() {
    String[] pieces = {"<sup>", "</sup>", "<i>", "</i>", "<br/>", "&gamma;", "&", "<", "\u00ad"};
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder("x");
      for (int i = 0; i < 12; i++) {
        text.append(random.nextBoolean() ? pieces[random.nextInt(pieces.length)] : "CD4 -T");
      }
      ReadableText readable = ReadableText.of(plain(text.toString()));
      int length = readable.document().text().length();
      int lastEnd = 0;
      for (int i = 0; i < length; i++) {
        if (readable.document().text().charAt(i) != ' ') {
          Span span = back(readable, new Span(i, i + 1));
          assertThat(span.begin()).as("seed %s", seed).isGreaterThanOrEqualTo(lastEnd);
          assertThat(span.end()).as("seed %s", seed).isLessThanOrEqualTo(text.length());
          lastEnd = span.end();
        }
      }
    }
  }

  private static Span back(ReadableText readable, Span span) {
    Mention mention = Mention.of(span, EntityType.GENE);
    AnnotatedDocument annotated =
        new AnnotatedDocument(readable.document(), List.of(), List.of(mention));
    return readable.toOriginal(annotated).mentions().get(0).span();
  }

  private static Document plain(String text) {
    return Document.of("1", "", text);
  }

  /** A document whose tags are markup next to the text. */
  private static Document marked(String source) {
    StringBuilder text = new StringBuilder();
    List<Markup.Mark> marks = new ArrayList<>();
    Matcher tag = TAG.matcher(source);
    int at = 0;
    int open = 0;
    while (tag.find()) {
      text.append(source, at, tag.start());
      at = tag.end();
      if (tag.group(1).isEmpty()) {
        open = text.length();
      } else {
        marks.add(new Markup.Mark(style(tag.group(2)), open, text.length()));
      }
    }
    text.append(source.substring(at));
    List<Section> sections = List.of(new Section(Section.ABSTRACT, new Span(0, text.length())));
    return new Document(
        "1", text.toString(), sections, new Markup(marks), Bibliography.UNKNOWN, "");
  }

  private static Markup.Style style(String tag) {
    return switch (tag) {
      case "sup" -> Markup.Style.SUPERSCRIPT;
      case "sub" -> Markup.Style.SUBSCRIPT;
      default -> Markup.Style.ITALIC;
    };
  }
}
