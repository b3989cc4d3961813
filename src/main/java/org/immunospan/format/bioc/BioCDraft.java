package org.immunospan.format.bioc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.Identifiers;
import org.immunospan.format.gold.Notes;
import org.immunospan.format.record.GoldDraft;
import org.immunospan.format.record.InlineLabels;
import org.immunospan.format.record.WrittenMention;
import org.immunospan.format.source.Content;
import org.immunospan.format.source.ReadFault;
import org.immunospan.text.DocumentBuilder;
import org.immunospan.text.Section;
import org.immunospan.text.Span;

/**
 * A document of BioC while it is read, from XML or JSON. The text is the passages joined by
 * newlines; a first passage of type {@code title} is the title. Annotations are placed relative to
 * their passage, whatever unit the offsets of passages count in.
 */
final class BioCDraft {

  /** The key of an infon that this program writes. */
  static final String SUBTYPE = "subtype";

  private static final String IDENTIFIER = "identifier";
  private static final Set<String> IDENTIFIER_KEYS = Set.of("ncbi gene", "mesh", "ncbi homologene");

  private final StringBuilder text = new StringBuilder();
  private final List<Section> passages = new ArrayList<>();
  private final List<WrittenMention> mentions = new ArrayList<>();
  private String id = "";
  private int passageStart;

  void id(String newId) {
    id = newId.strip();
  }

  String id() {
    return id;
  }

  /** Adds a passage, or a sentence with the infons of its passage. */
  void passage(String passage, Map<String, String> infons) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    passageStart = text.length();
    text.append(passage);
    if (!passage.isEmpty()) {
      passages.add(new Section(label(infons), new Span(passageStart, text.length())));
    }
  }

  /** What NCBI calls a section of full text, or else the type of the passage. */
  private static String label(Map<String, String> infons) {
    return infons
        .getOrDefault("section_type", infons.getOrDefault("type", ""))
        .toLowerCase(Locale.ROOT);
  }

  /**
   * Adds an annotation of the passage that came last.
   *
   * @param locations begin and end of each part, counted from the start of the passage
   */
  void annotation(String place, Map<String, String> infons, int[] locations, String words) {
    List<String> identifiers = new ArrayList<>(1);
    infons.forEach(
        (key, value) -> {
          if (isIdentifier(key)) {
            identifiers.add(value);
          }
        });
    String type = infons.getOrDefault("type", "");
    mentions.add(
        new WrittenMention(
            place,
            passageStart,
            locations,
            words,
            type,
            infons.getOrDefault(SUBTYPE, ""),
            identifiers.isEmpty()
                ? identifiers
                : Identifiers.parse(String.join("|", identifiers), type),
            Notes.from(infons::get)));
  }

  private static boolean isIdentifier(String key) {
    int from = key.length() - IDENTIFIER.length();
    return key.regionMatches(true, from, IDENTIFIER, 0, IDENTIFIER.length())
        || IDENTIFIER_KEYS.contains(key.toLowerCase(Locale.ROOT));
  }

  /**
   * The finished document.
   *
   * @throws ReadFault of extent {@code RECORD} when it has no text
   */
  GoldDocument finish(Content content, String place, long number) throws ReadFault {
    String name = id.isEmpty() ? content.fallbackId(number) : id;
    if (passages.isEmpty() || text.toString().isBlank()) {
      throw ReadFault.ofRecord(place, name, "found no text, expected some");
    }
    DocumentBuilder builder = new DocumentBuilder(name).sourceFile(content.sourceFile());
    Section first = passages.get(0);
    boolean titled =
        first.label().equals(Section.TITLE)
            && first.span().begin() == 0
            && !first.span().of(text.toString()).isBlank()
            && first.span().end() + 1 < text.length();
    int begin = titled ? first.span().end() + 1 : 0;
    if (titled) {
      builder.title(first.span().of(text.toString()));
    }
    builder.parts(text.substring(begin), sections(begin));
    GoldDraft gold = new GoldDraft(builder.build());
    mentions.forEach(gold::add);
    return gold.finish();
  }

  /** The sections of the text from an offset; abstracts may have labels in them. */
  private List<Section> sections(int begin) {
    List<Section> sections = new ArrayList<>();
    for (Section passage : passages) {
      Span span = passage.span();
      if (span.begin() >= begin) {
        boolean isAbstract = passage.label().isEmpty() || passage.label().equals(Section.TITLE);
        String words = span.of(text.toString());
        List<Section> parts =
            isAbstract || passage.label().equals(Section.ABSTRACT)
                ? InlineLabels.sections(words)
                : List.of(new Section(passage.label(), new Span(0, words.length())));
        int shift = span.begin() - begin;
        for (Section part : parts) {
          sections.add(
              new Section(
                  part.label(), new Span(part.span().begin() + shift, part.span().end() + shift)));
        }
      }
    }
    return sections;
  }
}
