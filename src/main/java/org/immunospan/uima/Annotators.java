package org.immunospan.uima;

import static org.apache.uima.fit.factory.AnalysisEngineFactory.createEngineDescription;
import static org.apache.uima.fit.factory.ExternalResourceFactory.createResourceDescription;

import java.util.stream.Stream;
import org.apache.uima.analysis_engine.AnalysisEngineDescription;
import org.apache.uima.resource.ExternalResourceDescription;
import org.apache.uima.resource.ResourceInitializationException;
import org.immunospan.gene.link.GeneGrounding;
import org.immunospan.resource.ResourceFile;
import org.immunospan.text.SpeciesChoice;

/**
 * Descriptions of the annotators with the shipped models, ready for a uimaFIT pipeline: {@code
 * sentences}, {@code tokens}, then any of the others, {@code genes} before {@code cells}.
 */
public final class Annotators {

  static final ResourceFile SENTENCES = ResourceFile.shipped("sentences.bin");
  static final ResourceFile GENES = ResourceFile.shipped("gene.bin");
  static final ResourceFile CELLS = ResourceFile.shipped("cell.bin");

  static final ResourceFile GENE_LINKS = ResourceFile.shipped("genes.bin");
  static final ResourceFile THERAPY_TARGETS = ResourceFile.shipped("therapy-targets.tsv");
  static final ResourceFile THERAPIES = ResourceFile.shipped("therapy.bin");

  private Annotators() {}

  public static AnalysisEngineDescription sentences() throws ResourceInitializationException {
    return createEngineDescription(
        SentenceAnnotator.class,
        SentenceAnnotator.RES_MODEL,
        resource(SENTENCES, ModelKind.SENTENCES));
  }

  public static AnalysisEngineDescription tokens() throws ResourceInitializationException {
    return createEngineDescription(TokenAnnotator.class);
  }

  public static AnalysisEngineDescription genes() throws ResourceInitializationException {
    return genes(GENES);
  }

  /** Genes by an OpenNLP name-finder model of one's own. */
  public static AnalysisEngineDescription genes(ResourceFile model)
      throws ResourceInitializationException {
    return mentions(GeneAnnotator.class, model, ModelKind.GENES);
  }

  /** Cells of the immune system. */
  public static AnalysisEngineDescription cells() throws ResourceInitializationException {
    return cells(false, CELLS);
  }

  /** Cells of the immune system alone, or of any kind. */
  public static AnalysisEngineDescription cells(boolean allCells)
      throws ResourceInitializationException {
    return cells(allCells, CELLS);
  }

  /** The same by a model of one's own. */
  public static AnalysisEngineDescription cells(boolean allCells, ResourceFile model)
      throws ResourceInitializationException {
    return mentions(
        CellAnnotator.class, model, ModelKind.CELLS, CellAnnotator.PARAM_ALL_CELLS, allCells);
  }

  public static AnalysisEngineDescription therapies() throws ResourceInitializationException {
    return therapies(THERAPIES);
  }

  /** The same by a model of one's own. */
  public static AnalysisEngineDescription therapies(ResourceFile model)
      throws ResourceInitializationException {
    return mentions(TherapyAnnotator.class, model, ModelKind.THERAPIES);
  }

  /** Long forms of abbreviations; run it after those that find mentions. */
  public static AnalysisEngineDescription abbreviations() throws ResourceInitializationException {
    return createEngineDescription(
        AbbreviationAnnotator.class, MentionAnnotator.RES_READING, reading());
  }

  /** Identifiers of genes, and targets of therapies; run it last. */
  public static AnalysisEngineDescription geneLinks(SpeciesChoice species)
      throws ResourceInitializationException {
    return geneLinks(species, (float) GeneGrounding.THRESHOLD);
  }

  /** The same; identifiers with a smaller link score are left out. */
  static AnalysisEngineDescription geneLinks(SpeciesChoice species, float minLinkScore)
      throws ResourceInitializationException {
    return createEngineDescription(
        GeneLinkAnnotator.class,
        GeneLinkAnnotator.RES_LINKER,
        resource(GENE_LINKS, ModelKind.GENE_LINKS),
        GeneLinkAnnotator.RES_TARGETS,
        resource(THERAPY_TARGETS, ModelKind.THERAPY_TARGETS),
        GeneLinkAnnotator.PARAM_SPECIES,
        species,
        GeneLinkAnnotator.PARAM_MIN_LINK_SCORE,
        minLinkScore);
  }

  /** The names of a further lexicon, whose header states its type; run it after the others. */
  public static AnalysisEngineDescription lexicon(ResourceFile lexicon)
      throws ResourceInitializationException {
    return mentions(LexiconAnnotator.class, lexicon, ModelKind.LEXICON);
  }

  /** An annotator that finds mentions by one file; {@code more} are its further parameters. */
  private static AnalysisEngineDescription mentions(
      Class<? extends MentionAnnotator> annotator,
      ResourceFile file,
      ModelKind kind,
      Object... more)
      throws ResourceInitializationException {
    Stream<Object> common =
        Stream.of(
            MentionAnnotator.RES_TAGGER,
            resource(file, kind),
            MentionAnnotator.RES_READING,
            reading());
    return createEngineDescription(annotator, Stream.concat(common, Stream.of(more)).toArray());
  }

  private static ExternalResourceDescription reading() throws ResourceInitializationException {
    return createResourceDescription(ReadingResource.class);
  }

  private static ExternalResourceDescription resource(ResourceFile file, ModelKind kind)
      throws ResourceInitializationException {
    return createResourceDescription(
        ModelResource.class,
        ModelResource.PARAM_KIND,
        kind.name(),
        ModelResource.PARAM_FILE,
        file.name(),
        ModelResource.PARAM_SHIPPED,
        String.valueOf(file.isShipped()));
  }
}
