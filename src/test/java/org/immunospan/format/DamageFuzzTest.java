package org.immunospan.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.immunospan.format.source.ReadError;
import org.immunospan.text.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files of 60 citations with one bit flipped or their end cut off, next to a sound file that holds
 * half of the same PMIDs: no sound text is lost or replaced, and every damage that can be seen is
 * named.
 */
class DamageFuzzTest {

  private static final int FLIPS = 300;
  private static final int CUTS = 100;

  @TempDir private Path folder;

  private record Counts(int named, int harmless, int silent) {}

  @ParameterizedTest(name = "{0}, in a folder: {1}")
  @CsvSource({"b.xml.gz, false", "b.xml.gz, true", "b.xml, false", "b.xml, true"})
  void damage_is_named_and_never_decides_over_sound_data(String name, boolean inFolder) {
    boolean packed = name.endsWith(".gz");
    byte[] text = citations(60, "2024", "Newer").getBytes(StandardCharsets.UTF_8);
    byte[] good = packed ? Collected.gzip(text) : text;
    Path sound = Collected.write(folder, "a.xml", citations(30, "2020", "Sound"));
    Map<String, String> soundTexts = texts(Collected.of(sound));
    Map<String, String> allTexts = texts(Collected.of(Collected.write(folder, name, good)));
    Random random = new Random(17);
    int named = 0;
    int harmless = 0;
    int silent = 0;
    for (int i = 0; i < FLIPS + CUTS; i++) {
      byte[] damaged;
      if (i < FLIPS) {
        damaged = good.clone();
        damaged[random.nextInt(good.length)] ^= (byte) (1 << random.nextInt(8));
      } else {
        damaged = Arrays.copyOf(good, 1 + random.nextInt(good.length - 1));
      }
      Path path = Collected.write(folder, name, damaged);
      Collected both = inFolder ? Collected.of(folder) : Collected.of(sound, path);
      Map<String, String> found = texts(both);
      boolean isNamed =
          both.errors.stream().map(ReadError::sourceFile).anyMatch(f -> f.endsWith(name));
      boolean isHarmless = found.equals(allTexts);

      assertThat(both.filesLeftOut).as("case %d", i).isEmpty();
      assertThat(found).as("case %d", i).containsKeys(soundTexts.keySet().toArray(String[]::new));
      if (isNamed) {
        assertThat(found).as("case %d", i).containsAllEntriesOf(soundTexts);
      } else if (packed) {
        assertThat(isHarmless).as("case %d: damaged and not named", i).isTrue();
      }
      named += isNamed ? 1 : 0;
      harmless += !isNamed && isHarmless ? 1 : 0;
      silent += !isNamed && !isHarmless ? 1 : 0;
    }
    System.out.println(
        name + (inFolder ? " in a folder: " : ": ") + new Counts(named, harmless, silent));
  }

  private static Map<String, String> texts(Collected collected) {
    Map<String, String> texts = new HashMap<>();
    List<Document> documents = collected.documents;
    documents.forEach(document -> texts.putIfAbsent(document.id(), document.text()));
    return texts;
  }

  private static String citations(int count, String year, String word) {
    Random random = new Random(5);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<PubmedArticleSet>\n"
        + random
            .ints(count, 0, 1_000_000)
            .mapToObj(Integer::toString)
            .map(number -> word + " text " + number + " of regulatory T cells.")
            .collect(Collectors.toList())
            .stream()
            .map(new Numbered(year)::citation)
            .collect(Collectors.joining())
        + "</PubmedArticleSet>\n";
  }

  private static final class Numbered {
    private final String year;
    private int pmid = 90_000_000;

    Numbered(String year) {
      this.year = year;
    }

    String citation(String abstractText) {
      return """
          <PubmedArticle><MedlineCitation><PMID Version="1">%s</PMID>\
          <DateRevised><Year>%s</Year><Month>02</Month><Day>03</Day></DateRevised><Article>\
          <ArticleTitle>Regulatory T cells &amp; B cells</ArticleTitle><Abstract>\
          <AbstractText>%s</AbstractText></Abstract></Article></MedlineCitation></PubmedArticle>
          """
          .formatted(++pmid, year, abstractText);
    }
  }
}
