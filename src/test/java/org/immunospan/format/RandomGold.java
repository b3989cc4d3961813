package org.immunospan.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.text.Document;
import org.immunospan.text.RandomText;
import org.immunospan.text.Span;

/**
 * Seeded random documents with marks for laws: titles or none, line ends of both kinds, characters
 * beyond the Basic Multilingual Plane, combining marks, control characters, nested, crossing and
 * discontinuous mentions, classes and identifiers.
 */
final class RandomGold {

  private static final List<String> TYPES = List.of("GENE", "CELL", "THERAPY", "Cell_line");
  private static final List<String> CLASSES =
      List.of("", "", "immune", "drug class", "a \"b\" & <c>");
  private static final List<List<String>> IDENTIFIERS =
      List.of(
          List.of(),
          List.of("hgnc:6001"),
          List.of("CL:0000815", "CL:0000084"),
          List.of("mesh:D003924"),
          List.of("NCBIGene:3558"));

  private static final Predicate<String> AT_LINE_END =
      Pattern.compile("^[\\r\\n]|[\\r\\n]$").asPredicate();

  private RandomGold() {}

  static List<GoldDocument> documents(long seed) {
    Random random = new Random(seed);
    List<GoldDocument> documents = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      documents.add(document("d-" + i, random));
    }
    return documents;
  }

  private static GoldDocument document(String id, Random random) {
    String title = random.nextBoolean() ? "" : "Title 𝛼 e\u0301 & <b> " + random.nextInt(100);
    String text =
        "x"
            + RandomText.of(random.nextLong())
            + (random.nextInt(3) == 0 ? " one\r\ntwo\rthree\n\nfour\t\u0007" : "")
            + "\"y, z";
    Document document = Document.of(id, title, text);
    List<GoldMention> mentions = new ArrayList<>();
    for (int k = random.nextInt(6); k > 0; k--) {
      GoldMention mention = mention(document.text(), random);
      // brat cuts mentions at line ends, so that none can begin or end with one.
      if (mention.partsOrSpan().stream().map(p -> p.of(document.text())).noneMatch(AT_LINE_END)) {
        mentions.add(mention);
      }
    }
    return new GoldDocument(document, mentions);
  }

  private static GoldMention mention(String text, Random random) {
    Span span = span(text, new Span(0, text.length()), random);
    List<Span> parts = List.of();
    if (random.nextInt(4) == 0 && span.length() > 6) {
      int half = span.begin() + span.length() / 2;
      Span first = span(text, new Span(span.begin(), half), random);
      Span last = span(text, new Span(half, span.end()), random);
      if (first.end() < last.begin()) {
        parts = List.of(first, last);
        span = new Span(first.begin(), last.end());
      }
    }
    return new GoldMention(
        span,
        TYPES.get(random.nextInt(TYPES.size())),
        CLASSES.get(random.nextInt(CLASSES.size())),
        IDENTIFIERS.get(random.nextInt(IDENTIFIERS.size())),
        parts);
  }

  /** A span inside another one, of whole characters. */
  private static Span span(String text, Span within, Random random) {
    int begin = whole(text, within.begin() + random.nextInt(within.length()));
    int end = whole(text, begin + 1 + random.nextInt(Math.max(1, within.end() - begin)));
    return new Span(begin, Math.max(end, begin + Character.charCount(text.codePointAt(begin))));
  }

  private static int whole(String text, int offset) {
    boolean splits =
        offset > 0
            && offset < text.length()
            && Character.isLowSurrogate(text.charAt(offset))
            && Character.isHighSurrogate(text.charAt(offset - 1));
    return splits ? offset - 1 : Math.min(offset, text.length());
  }
}
