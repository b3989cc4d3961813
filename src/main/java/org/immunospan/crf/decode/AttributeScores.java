package org.immunospan.crf.decode;

import java.util.List;
import org.immunospan.crf.BatchedLookup;
import org.immunospan.crf.WeightTable;
import org.immunospan.crf.feature.FeatureSet;

/**
 * The weights that each value of an attribute of sentences brings the tokens around, cached like
 * those of words, and like those safe for use by several threads.
 */
final class AttributeScores {

  private static final int VALUES = 1 << 12;

  /** The sums of one value; never changed. */
  private static final class Entry extends CacheEntry {
    private final int[] sums;

    Entry(long key, int[] sums) {
      super(key);
      this.sums = sums;
    }
  }

  final int attribute;

  /** The lowest and highest offset of its templates. */
  final int lowest;

  final int highest;

  /** The sums outside of the sentence. */
  final int[] before;

  final int[] after;

  private final List<CompiledTemplate> templates;
  private final WeightTable table;
  private final int labels;
  private final LossyCache<Entry> cache = new LossyCache<>(VALUES);

  AttributeScores(int attribute, List<CompiledTemplate> templates, WeightTable table, int labels) {
    this.attribute = attribute;
    this.templates = templates;
    this.table = table;
    this.labels = labels;
    this.lowest = templates.stream().mapToInt(CompiledTemplate::lowestOffset).min().orElseThrow();
    this.highest = templates.stream().mapToInt(CompiledTemplate::highestOffset).max().orElseThrow();
    this.before = sums(PackedValues.of(List.of(List.of(FeatureSet.BEFORE))));
    this.after = sums(PackedValues.of(List.of(List.of(FeatureSet.AFTER))));
  }

  /**
   * {@code sums[(highest - offset) · L + y]} of the value.
   *
   * @param value the {@link PackedValues} of the one attribute, which has one
   */
  int[] of(long[] value) {
    long key = PackedValues.onlyKey(value);
    Entry found = cache.get(key);
    if (found == null) {
      found = new Entry(key, sums(value));
      cache.put(found);
    }
    return found.sums;
  }

  private int[] sums(long[] value) {
    long[][] values = {value};
    int[] sums = new int[(highest - lowest + 1) * labels];
    BatchedLookup lookups = new BatchedLookup(table);
    for (CompiledTemplate template : templates) {
      template.ask(values, lookups, (highest - template.offsets[0]) * labels);
    }
    lookups.addTo(sums);
    return sums;
  }
}
