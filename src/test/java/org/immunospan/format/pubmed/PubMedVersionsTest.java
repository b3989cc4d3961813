package org.immunospan.format.pubmed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PubMedVersionsTest {

  private static final Comparator<PubMedKey> NEWER =
      Comparator.comparingInt(PubMedKey::version).thenComparingInt(PubMedKey::revised);

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void keeps_what_a_plain_search_keeps(long seed) {
    Random random = new Random(seed);
    List<PubMedKey> records = new ArrayList<>();
    Set<PubMedKey> deletions = new HashSet<>();
    for (int i = random.nextInt(60); i >= 0; i--) {
      records.add(randomKey(random));
      if (random.nextInt(8) == 0) {
        deletions.add(randomKey(random));
      }
    }

    PubMedVersions versions = new PubMedVersions();
    records.forEach(versions::add);
    deletions.forEach(versions::delete);
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < records.size(); i++) {
      if (versions.keeps(records.get(i))) {
        kept.add(i);
      }
    }

    List<Integer> expected = plainSearch(records, deletions);
    assertThat(kept).isEqualTo(expected);
    assertThat(versions.superseded() + versions.deleted())
        .isEqualTo(records.size() - expected.size());
  }

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @ParameterizedTest
  @CsvSource({
    "2020, 2, 29, 2020, 3, 1",
    "0, 0, 0, 1966, 1, 1",
    "1999, 12, 31, 2026, 1, 1",
    "2020, 13, 1, 1900, 1, 2"
  })
  void orders_records_by_the_day_of_revision(int y1, int m1, int d1, int y2, int m2, int d2) {
    assertThat(PubMedKey.of("1", "1", y1, m1, d1).revised())
        .isLessThan(PubMedKey.of("1", "1", y2, m2, d2).revised());
  }

  @Test
  void keeps_all_records_whose_pmid_is_no_number() {
    PubMedVersions versions = new PubMedVersions();
    PubMedKey key = PubMedKey.of("draft", null, 2020, 1, 1);
    versions.add(key);
    versions.add(key);

    assertThat(versions.keeps(key)).isTrue();
    assertThat(versions.keeps(key)).isTrue();
  }

  private static PubMedKey randomKey(Random random) {
    int[] pmids = {1, 2, 3, 1023, 1024, 39_999_999, 999_999_999};
    String version = random.nextInt(4) > 0 ? "1" : String.valueOf(1 + random.nextInt(3));
    return PubMedKey.of(
        String.valueOf(pmids[random.nextInt(pmids.length)]),
        random.nextInt(10) == 0 ? null : version,
        random.nextInt(5) == 0 ? 0 : 2000 + random.nextInt(3),
        1,
        1);
  }

  private static List<Integer> plainSearch(List<PubMedKey> records, Set<PubMedKey> deletions) {
    Map<String, Integer> deleted =
        deletions.stream()
            .collect(Collectors.toMap(PubMedKey::pmid, PubMedKey::version, Math::max));
    Map<String, Integer> best = new HashMap<>();
    for (int i = 0; i < records.size(); i++) {
      Integer before = best.get(records.get(i).pmid());
      if (before == null || NEWER.compare(records.get(i), records.get(before)) >= 0) {
        best.put(records.get(i).pmid(), i);
      }
    }
    return best.values().stream()
        .filter(i -> records.get(i).version() > deleted.getOrDefault(records.get(i).pmid(), 0))
        .sorted()
        .toList();
  }
}
