package org.immunospan.uima;

import static org.apache.uima.fit.factory.AnalysisEngineFactory.createEngineDescription;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.apache.uima.UIMAException;
import org.apache.uima.UIMAFramework;
import org.apache.uima.analysis_engine.AnalysisEngine;
import org.apache.uima.analysis_engine.AnalysisEngineDescription;
import org.apache.uima.analysis_engine.AnalysisEngineManagement;
import org.apache.uima.analysis_engine.AnalysisEngineProcessException;
import org.apache.uima.jcas.JCas;
import org.apache.uima.resource.ResourceInitializationException;
import org.apache.uima.resource.ResourceManager;
import org.immunospan.resource.ResourceFile;
import org.immunospan.resource.Resources;
import org.immunospan.segment.ReadableText;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.Span;
import org.immunospan.text.SpeciesChoice;
import org.immunospan.text.UserException;
import org.slf4j.LoggerFactory;

/**
 * The one composition of all steps. Every face of the program runs it:
 *
 * <ol>
 *   <li>sentences, inside sections;
 *   <li>tokens, inside sentences;
 *   <li>genes;
 *   <li>cells: after the genes, because the markers in the name of a cell become genes, and a name
 *       that is a cell as a whole stops being one;
 *   <li>therapies;
 *   <li>the user's own lexicons, in the order given: after all other names, which they replace
 *       where they overlap;
 *   <li>abbreviations: after all names, because each mention found so far may have a short form;
 *   <li>identifiers of genes, and with them the targets of therapies: last, because long forms show
 *       which gene is meant.
 * </ol>
 *
 * <p>Make one pipeline for a process: it loads each model once and shares it. Any number of threads
 * may call {@link #annotate}; each works with an engine and a CAS of its own, which are made when
 * there are too few and kept for later documents.
 */
public final class Pipeline implements AutoCloseable {

  /** An engine with its CAS, used by one thread at a time. */
  private record Engine(AnalysisEngine steps, JCas jcas) {}

  private final AnalysisEngineDescription description;
  private final ResourceManager manager = UIMAFramework.newDefaultResourceManager();
  private final Models models;
  private final ReadingResource.Reading reading = new ReadingResource.Reading();
  private final Queue<Engine> idle = new ConcurrentLinkedQueue<>();

  private Pipeline(AnalysisEngineDescription description, Models models) {
    this.description = description;
    this.models = models;
  }

  /**
   * Loads all models and lexicons, at the same time, and makes the first engine.
   *
   * @throws UserException if a model or lexicon cannot be read
   */
  public static Pipeline of(PipelineConfig config) {
    // Before the threads of the models start: UIMA fails while another thread prepares logging.
    LoggerFactory.getILoggerFactory();
    Models models = new Models();
    models.load(ModelKind.SENTENCES, Annotators.SENTENCES);
    models.load(ModelKind.GENES, file(config, EntityType.GENE, Annotators.GENES));
    models.load(ModelKind.GENE_LINKS, Annotators.GENE_LINKS);
    models.load(ModelKind.THERAPY_TARGETS, Annotators.THERAPY_TARGETS);
    models.load(ModelKind.CELLS, file(config, EntityType.CELL, Annotators.CELLS));
    models.load(ModelKind.THERAPIES, file(config, EntityType.THERAPY, Annotators.THERAPIES));
    config.lexicons().forEach(file -> models.load(ModelKind.LEXICON, ResourceFile.of(file)));
    Pipeline pipeline = new Pipeline(describe(config), models);
    pipeline.idle.add(pipeline.newEngine());
    return pipeline;
  }

  /**
   * The steps that give genes their identifiers, for mentions that are known: {@link #link} alone
   * may be called.
   */
  public static Pipeline ofGeneLinks(SpeciesChoice species, double minLinkScore) {
    try {
      Pipeline pipeline =
          new Pipeline(
              createEngineDescription(
                  Annotators.sentences(),
                  Annotators.tokens(),
                  Annotators.abbreviations(),
                  Annotators.geneLinks(species, (float) minLinkScore)),
              new Models());
      pipeline.idle.add(pipeline.newEngine());
      return pipeline;
    } catch (ResourceInitializationException e) {
      throw new PipelineException("the pipeline cannot be described", e);
    }
  }

  /** Genes of a document with their identifiers; those that it finds itself are left out. */
  public List<Mention> link(Document document, List<Mention> genes) {
    Engine engine = idle.remove();
    try {
      engine.jcas().reset();
      CasText.setDocument(engine.jcas(), document);
      genes.forEach(gene -> CasText.addMention(engine.jcas(), gene));
      engine.steps().process(engine.jcas());
      Set<Span> given = genes.stream().map(Mention::span).collect(Collectors.toSet());
      return CasText.mentions(engine.jcas()).stream()
          .filter(mention -> given.contains(mention.span()))
          .toList();
    } catch (AnalysisEngineProcessException e) {
      throw new PipelineException("document " + document.id() + " could not be linked", e);
    } finally {
      reading.forget();
      idle.add(engine);
    }
  }

  /**
   * Runs all steps on one document.
   *
   * @throws PipelineException if a step fails, which is a fault of the program; the pipeline goes
   *     on with a fresh engine
   */
  public AnnotatedDocument annotate(Document document) {
    Engine engine = idle.poll();
    if (engine == null) {
      engine = newEngine();
    }
    AnnotatedDocument annotated = annotate(document, engine);
    idle.add(engine);
    return annotated;
  }

  private AnnotatedDocument annotate(Document document, Engine engine) {
    try {
      engine.jcas().reset();
      ReadableText readable = ReadableText.of(document);
      CasText.setDocument(engine.jcas(), readable.document());
      engine.steps().process(engine.jcas());
      return readable.toOriginal(CasText.annotated(engine.jcas(), reading.of(engine.jcas())));
    } catch (AnalysisEngineProcessException
        | RuntimeException
        | StackOverflowError
        | OutOfMemoryError e) {
      throw new PipelineException("document " + document.id() + " could not be annotated", e);
    } finally {
      reading.forget();
    }
  }

  /** The models, lexicons and tables that were read, with the SHA-256 of what was read. */
  public List<Resources.ReadFile> resources() {
    return models.resources().read();
  }

  /** How long each annotator has worked so far, by the simple name of its class. */
  public Map<String, Long> millisecondsByStep() {
    Map<String, Long> times = new HashMap<>();
    for (Engine engine : idle) {
      for (AnalysisEngineManagement step :
          engine.steps().getManagementInterface().getComponents().values()) {
        String name = step.getName();
        times.merge(name.substring(name.lastIndexOf('.') + 1), step.getAnalysisTime(), Long::sum);
      }
    }
    return times;
  }

  @Override
  public void close() {
    for (Engine engine = idle.poll(); engine != null; engine = idle.poll()) {
      engine.steps().destroy();
    }
  }

  private synchronized Engine newEngine() {
    try {
      AnalysisEngine engine =
          UIMAFramework.produceAnalysisEngine(
              description,
              manager,
              new HashMap<>(
                  Map.of(ModelResource.MODELS, models, ReadingResource.READING, reading)));
      return new Engine(engine, engine.newJCas());
    } catch (UIMAException | RuntimeException e) {
      throw userException(e, new PipelineException("the annotators cannot be made", e));
    }
  }

  /** What the user can put right among the causes, under whatever UIMA has wrapped it in. */
  private static RuntimeException userException(Throwable e, RuntimeException otherwise) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UserException fault) {
        return fault;
      }
    }
    return otherwise;
  }

  private static AnalysisEngineDescription describe(PipelineConfig config) {
    try {
      List<AnalysisEngineDescription> steps = new ArrayList<>();
      steps.add(Annotators.sentences());
      steps.add(Annotators.tokens());
      steps.add(Annotators.genes(file(config, EntityType.GENE, Annotators.GENES)));
      steps.add(
          Annotators.cells(config.allCells(), file(config, EntityType.CELL, Annotators.CELLS)));
      steps.add(Annotators.therapies(file(config, EntityType.THERAPY, Annotators.THERAPIES)));
      for (Path lexicon : config.lexicons()) {
        steps.add(Annotators.lexicon(ResourceFile.of(lexicon)));
      }
      steps.add(Annotators.abbreviations());
      steps.add(Annotators.geneLinks(config.species()));
      return createEngineDescription(steps.toArray(AnalysisEngineDescription[]::new));
    } catch (ResourceInitializationException e) {
      throw new PipelineException("the pipeline cannot be described", e);
    }
  }

  private static ResourceFile file(PipelineConfig config, EntityType type, ResourceFile shipped) {
    Path own = config.models().get(type);
    return own == null ? shipped : ResourceFile.of(own);
  }
}
