package org.immunospan.tag;

import java.util.ArrayList;
import java.util.List;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;

/**
 * What several taggers find, with overlaps decided by {@link Overlaps}. As safe for threads as its
 * members.
 */
public final class TaggerUnion implements Tagger {

  private final List<Tagger> taggers;

  public TaggerUnion(Tagger... taggers) {
    this.taggers = List.of(taggers);
  }

  @Override
  public List<Mention> tag(SegmentedDocument document) {
    List<Mention> mentions = new ArrayList<>();
    for (Tagger tagger : taggers) {
      mentions.addAll(tagger.tag(document));
    }
    return Overlaps.resolve(mentions);
  }
}
