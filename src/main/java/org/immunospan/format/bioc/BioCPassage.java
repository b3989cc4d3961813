package org.immunospan.format.bioc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.write.Passages;
import org.immunospan.text.CodePoints;
import org.immunospan.text.Section;
import org.immunospan.text.Span;

/**
 * A passage as BioC has it, in XML or JSON. Offsets count code points on the whole text. Each
 * annotation is in the passage in which it begins.
 */
record BioCPassage(String label, int offset, String text, List<Annotation> annotations) {

  record Location(int offset, int length) {}

  record Annotation(String id, Map<String, String> infons, List<Location> locations, String text) {}

  static List<BioCPassage> of(GoldDocument gold) {
    CodePoints points = CodePoints.of(gold.text());
    List<BioCPassage> passages = new ArrayList<>();
    int next = 0;
    List<GoldMention> mentions = gold.mentions();
    for (Section section : Passages.of(gold)) {
      Span span = section.span();
      List<Annotation> annotations = new ArrayList<>();
      boolean isLast = span.end() == gold.text().length();
      while (next < mentions.size()
          && (isLast || mentions.get(next).span().begin() <= span.end())) {
        annotations.add(annotation(next + 1, mentions.get(next), gold.text(), points));
        next++;
      }
      passages.add(
          new BioCPassage(
              section.label(), points.fromUtf16(span.begin()), span.of(gold.text()), annotations));
    }
    return passages;
  }

  private static Annotation annotation(
      int number, GoldMention mention, String text, CodePoints points) {
    Map<String, String> infons = new LinkedHashMap<>();
    infons.put("type", mention.type());
    if (!mention.subtype().isEmpty()) {
      infons.put(BioCDraft.SUBTYPE, mention.subtype());
    }
    if (!mention.identifiers().isEmpty()) {
      infons.put("identifier", String.join("|", mention.identifiers()));
    }
    infons.putAll(mention.notes());
    List<Location> locations = new ArrayList<>();
    for (Span part : mention.partsOrSpan()) {
      int begin = points.fromUtf16(part.begin());
      locations.add(new Location(begin, points.fromUtf16(part.end()) - begin));
    }
    return new Annotation(Integer.toString(number), infons, locations, mention.text(text));
  }
}
