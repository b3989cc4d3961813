package org.immunospan.uima;

import static org.apache.uima.fit.factory.AnalysisEngineFactory.createEngineDescription;
import static org.apache.uima.fit.factory.ExternalResourceFactory.createSharedResourceDescription;

import org.apache.uima.analysis_engine.AnalysisEngineDescription;
import org.apache.uima.resource.ExternalResourceDescription;
import org.apache.uima.resource.ResourceInitializationException;
import org.apache.uima.resource.SharedResourceObject;
import org.immunospan.uima.resource.CellKnowledgeResource;
import org.immunospan.uima.resource.GeneModelResource;
import org.immunospan.uima.resource.LexiconResource;
import org.immunospan.uima.resource.SentenceModelResource;
import org.immunospan.uima.resource.TherapyLexiconResource;

/**
 * Descriptions of the annotators with the shipped models, ready for a uimaFIT pipeline: {@code
 * sentences}, {@code tokens}, then any of the others in any order.
 */
public final class Annotators {

  static final ModelFile SENTENCES = ModelFile.shipped("sentences.bin");
  static final ModelFile GENES = ModelFile.shipped("gene.bin");
  static final ModelFile CELLS = ModelFile.shipped("cells.tsv");
  static final ModelFile THERAPIES = ModelFile.shipped("therapies.tsv");

  private Annotators() {}

  public static AnalysisEngineDescription sentences() throws ResourceInitializationException {
    return createEngineDescription(
        SentenceAnnotator.class,
        SentenceAnnotator.RES_MODEL,
        resource(SENTENCES, SentenceModelResource.class));
  }

  public static AnalysisEngineDescription tokens() throws ResourceInitializationException {
    return createEngineDescription(TokenAnnotator.class);
  }

  public static AnalysisEngineDescription genes() throws ResourceInitializationException {
    return genes(GENES);
  }

  /** Genes by an OpenNLP name-finder model of one's own. */
  public static AnalysisEngineDescription genes(ModelFile model)
      throws ResourceInitializationException {
    return createEngineDescription(
        GeneAnnotator.class, MentionAnnotator.RES_TAGGER, resource(model, GeneModelResource.class));
  }

  /** Cells of the immune system. */
  public static AnalysisEngineDescription cells() throws ResourceInitializationException {
    return cells(CELLS, false);
  }

  /** Cells by a lexicon of one's own, with the files of the grammar beside it. */
  public static AnalysisEngineDescription cells(ModelFile lexicon, boolean allCells)
      throws ResourceInitializationException {
    return createEngineDescription(
        CellAnnotator.class,
        MentionAnnotator.RES_TAGGER,
        resource(lexicon, CellKnowledgeResource.class),
        CellAnnotator.PARAM_ALL_CELLS,
        allCells);
  }

  public static AnalysisEngineDescription therapies() throws ResourceInitializationException {
    return therapies(THERAPIES);
  }

  /** Therapies by a lexicon of one's own. */
  public static AnalysisEngineDescription therapies(ModelFile lexicon)
      throws ResourceInitializationException {
    return createEngineDescription(
        TherapyAnnotator.class,
        MentionAnnotator.RES_TAGGER,
        resource(lexicon, TherapyLexiconResource.class));
  }

  /** Long forms of abbreviations; run it after those that find mentions. */
  public static AnalysisEngineDescription abbreviations() throws ResourceInitializationException {
    return createEngineDescription(AbbreviationAnnotator.class);
  }

  /** The names of a further lexicon, whose header states its type; run it after the others. */
  public static AnalysisEngineDescription lexicon(ModelFile lexicon)
      throws ResourceInitializationException {
    return createEngineDescription(
        LexiconAnnotator.class,
        MentionAnnotator.RES_TAGGER,
        resource(lexicon, LexiconResource.class));
  }

  private static ExternalResourceDescription resource(
      ModelFile file, Class<? extends SharedResourceObject> loader) {
    return createSharedResourceDescription(file.url(), loader);
  }
}
