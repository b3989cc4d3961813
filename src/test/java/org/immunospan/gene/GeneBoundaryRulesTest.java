package org.immunospan.gene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.immunospan.segment.OneSentence;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneBoundaryRulesTest {

  /** In the text, brackets stand around what the model has found. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'[anti-IgM antibodies] bound', 'IgM'",
    "'the [human IL-2 gene] and [STAT1 mRNA]', 'IL-2|STAT1'",
    "'[CD5 surface antigen]', 'CD5'",
    "'[carcinoembryonic antigen]', 'carcinoembryonic antigen'",
    "'[C-reactive protein]', 'C-reactive protein'",
    "'many [proinflammatory cytokines] and [IL-6]', 'IL-6'",
    "'[OSM] acts, OSM-2 does not, but OSM does', 'OSM|OSM'",
    "'CD4+ and CD8(+) T cells', 'CD4|CD8'",
    "'[actin] and actin', 'actin'",
    "'In tuberous sclerosis complex ([TSC]), [TSC2] is lost; [TSC] is rare', 'TSC2'",
    "'[tuberous sclerosis complex] (TSC) is rare, [TSC1] is not', 'TSC1'",
    "'von Hippel-Lindau disease ([VHL]): the [VHL] gene is lost in [VHL]', 'VHL'",
    "'In retinoblastoma ([RB]), [RB] is lost; [RB]-deficient cells', 'RB|RB'",
    "'After retinoblastoma ([RB]), expression of [RB] and [E2F1] fell', 'RB|E2F1'",
    "'After retinoblastoma ([RB]), [RB] phosphorylation fell', 'RB'",
    "'Wiskott-Aldrich syndrome ([WAS]): [WAS]-/- mice, children with [WAS]', 'WAS'",
    "'tuberous sclerosis complex ([TSC]): loss of [TSC] in T cells of [TSC] patients', 'TSC'",
    "'familial adenomatous polyposis ([FAP]), fibroblast activation protein ([FAP]); [FAP] is made','FAP|FAP'",
    "'familial adenomatous polyposis ([FAP]) with [FAP]+ fibroblasts', 'FAP'",
    "'familial adenomatous polyposis ([FAP]): phenotypic expression of [FAP]', ''",
    "'tuberous sclerosis complex ([TSC]): [TSC]-null cells; [TSC] affects many, as models of [TSC] show', 'TSC'",
    "'hepatocellular carcinoma ([HCC]): [HCC] gene expression, and [HCC]', 'HCC'",
    "'magnetic resonance imaging ([MRI]): [MRI]+CT, loss of contrast in [MRI]', ''",
    "'Neurofibromatosis type 1 ([NF1]) comes from [NF1] loss', 'NF1'",
    "'B cell lymphoma 2 ([BCL2]) and [Brat] (Brain Tumor)', 'BCL2|Brat'",
    "'[X-linked inhibitor of apoptosis] ([XIAP])', 'X-linked inhibitor of apoptosis|XIAP'",
    "'the retinoblastoma ([RB]) protein', 'RB'",
    "'by LC-[MS]/[MS] and by UPLC-Q-TOF-[MS]; [MS] is bare', 'MS'",
    "'T-cell receptors and the B cell [receptor]', 'T-cell receptors|B cell receptor'",
    "'[T cell receptor beta] and T cell antigen receptor','T cell receptor beta|T cell antigen receptor'",
    "'Complement activation: complement, complement component [C3]', 'Complement|complement|complement component C3'",
    "'the full complement of genes, where C3 plants grow', ''",
    "'C3 and C4 fell, data that complement those, microRNAs complement targets of ours', 'C3|C4'",
    "'C3 and C4 fell with the chromosome complement, its full complement; we complement it', 'C3|C4'",
    "'The entire complement system and full complement activation', 'complement|complement'",
    "'C3, C4: in both studies complement was low, but IgG and complement lay there','C3|C4|complement|complement'",
    "'C3 and C4 fell', 'C3|C4'",
    "'Complement activation in the spinal cord: complement lay there', 'Complement|complement'",
    "'Nerve roots C3, C4 and C5 were cut, findings that complement others', ''",
    "'C3 to C7 laminectomy', ''"
  })
  void keeps_the_name_and_nothing_else(String marked, String expected) {
    String text = marked.replace("[", "").replace("]", "");
    List<Mention> mentions = new ArrayList<>();
    int dropped = 0;
    int begin = 0;
    for (int i = 0; i < marked.length(); i++) {
      if (marked.charAt(i) == '[') {
        begin = i - dropped++;
      } else if (marked.charAt(i) == ']') {
        mentions.add(Mention.of(new Span(begin, i - dropped++), EntityType.GENE));
      }
    }
    List<Mention> refined = new GeneBoundaryRules().refine(OneSentence.of(text), mentions);

    assertThat(
            refined.stream()
                .map(mention -> mention.span().of(text))
                .collect(Collectors.joining("|")))
        .isEqualTo(expected);
  }
}
