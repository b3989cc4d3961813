package org.immunospan.uima;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.uima.UIMAException;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.impl.XmiCasSerializer;
import org.apache.uima.fit.factory.JCasFactory;
import org.apache.uima.fit.pipeline.SimplePipeline;
import org.apache.uima.jcas.JCas;
import org.immunospan.uima.types.MentionAnnotation;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** What a program with the jar as its dependency does; the README shows the same lines. */
class ForeignPipelineTest {

  @Test
  void runs_the_annotators_and_writes_xmi() throws UIMAException, IOException, SAXException {
    JCas jcas = JCasFactory.createText("Mutant SOD1 activates microglia.", "en");

    SimplePipeline.runPipeline(
        jcas,
        Annotators.sentences(),
        Annotators.tokens(),
        Annotators.genes(),
        Annotators.cells(),
        Annotators.therapies());
    ByteArrayOutputStream xmi = new ByteArrayOutputStream();
    XmiCasSerializer.serialize(jcas.getCas(), xmi);

    JCas copy = JCasFactory.createJCas();
    XmiCasDeserializer.deserialize(new ByteArrayInputStream(xmi.toByteArray()), copy.getCas());
    List<String> found =
        copy.select(MentionAnnotation.class)
            .map(mention -> mention.getEntityType() + " " + mention.getCoveredText())
            .toList();
    assertThat(found).containsExactly("GENE SOD1", "CELL microglia");
  }
}
