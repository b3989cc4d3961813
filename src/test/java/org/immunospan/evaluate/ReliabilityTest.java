package org.immunospan.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.immunospan.format.gold.TypeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReliabilityTest {

  @TempDir private Path folder;

  @Test
  void counts_right_spans_among_those_of_a_score() throws IOException {
    Reliability reliability =
        of(
            """
            1,0,4,QRX1,GENE,0.95
            1,11,18,vimodin,GENE,0.96
            1,5,10,binds,GENE,0.91
            1,0,10,QRX1 binds,GENE,0.3
            1,19,22,now,GENE,
            1,0,4,QRX1,CELL,0.05
            """);

    assertThat(reliability.bins().get(9)).isEqualTo(new Reliability.Bin(3, 2, 0.95 + 0.96 + 0.91));
    assertThat(reliability.bins().get(3)).isEqualTo(new Reliability.Bin(1, 0, 0.3));
    assertThat(reliability.bins().get(0).spans()).isZero();
    assertThat(reliability.error()).isCloseTo((3 * (0.94 - 2 / 3.0) + 0.3) / 4, within(1e-9));
  }

  @Test
  void a_score_of_one_is_in_the_last_bin() throws IOException {
    assertThat(of("1,0,4,QRX1,GENE,1\n").bins().get(9)).isEqualTo(new Reliability.Bin(1, 1, 1.0));
  }

  @Test
  void is_undefined_without_scores() throws IOException {
    assertThat(of("1,0,4,QRX1,GENE,\n").error()).isNaN();
  }

  private Reliability of(String rows) throws IOException {
    Path gold =
        Files.writeString(
            folder.resolve("gold.txt"),
            "1|t|QRX1 binds vimodin now\n1|a|\n1\t0\t4\tQRX1\tGene\n1\t11\t18\tvimodin\tGene\n\n");
    Path spans =
        Files.writeString(folder.resolve("s.csv"), "doc_id,begin,end,text,type,score\n" + rows);
    GoldSet set = GoldSet.read(gold, TypeMap.parse("Gene=GENE"));
    SystemSpans system = SystemSpans.read(spans, set, SystemSpans.Offsets.CODEPOINTS);
    return Reliability.of(
        Evaluation.run(set, system, EvaluationSettings.of(List.of(TypeFilter.parse("GENE")))));
  }
}
