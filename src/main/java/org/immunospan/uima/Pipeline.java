package org.immunospan.uima;

import static org.apache.uima.fit.factory.AnalysisEngineFactory.createEngineDescription;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.uima.UIMAException;
import org.apache.uima.UIMAFramework;
import org.apache.uima.analysis_engine.AnalysisEngine;
import org.apache.uima.analysis_engine.AnalysisEngineDescription;
import org.apache.uima.analysis_engine.AnalysisEngineManagement;
import org.apache.uima.analysis_engine.AnalysisEngineProcessException;
import org.apache.uima.jcas.JCas;
import org.apache.uima.resource.ResourceInitializationException;
import org.apache.uima.resource.ResourceManager;
import org.apache.uima.resource.metadata.ResourceManagerConfiguration;
import org.immunospan.segment.ReadableText;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import org.immunospan.uima.resource.ModelFileException;
import org.immunospan.uima.resource.Pending;

/**
 * The one composition of all steps: sentences, tokens, genes, cells, therapies, abbreviations.
 * Every face of the program runs it. A pipeline is made once for a process and holds the resource
 * manager, so that each model and lexicon is loaded once; each thread opens an engine of its own.
 * Who has other work meanwhile calls {@link #beginLoading}, does it, calls {@link #finishLoading}
 * to learn of faults, and then {@link #open} as often as needed; {@code open} alone will do. Safe
 * for threads.
 */
public final class Pipeline {

  private final List<ResourceFile> resourceFiles = new ArrayList<>();
  private final ResourceManager resources = UIMAFramework.newDefaultResourceManager();
  private final Pending<AnalysisEngineDescription> description;

  /** An engine that is made ahead, for the next that asks; null when there is none. */
  private Pending<Engine> ahead;

  /**
   * Begins to describe the steps, on a thread of its own. Loads no model yet; {@link #beginLoading}
   * or else the first engine does.
   */
  public Pipeline(PipelineConfig config) {
    ResourceFile genes = resourceFile(config.models(), EntityType.GENE, Annotators.GENES);
    ResourceFile therapies =
        resourceFile(config.models(), EntityType.THERAPY, Annotators.THERAPIES);
    ResourceFile cells = resourceFile(config.models(), EntityType.CELL, Annotators.CELLS);
    resourceFiles.addAll(List.of(Annotators.SENTENCES, genes, cells));
    resourceFiles.addAll(Annotators.CELL_GRAMMAR);
    resourceFiles.add(therapies);
    List<ResourceFile> lexicons = config.lexicons().stream().map(ResourceFile::of).toList();
    resourceFiles.addAll(lexicons);
    description =
        Pending.of(
            "description", () -> describe(genes, cells, config.allCells(), therapies, lexicons));
  }

  private static AnalysisEngineDescription describe(
      ResourceFile genes,
      ResourceFile cells,
      boolean allCells,
      ResourceFile therapies,
      List<ResourceFile> lexicons) {
    try {
      List<AnalysisEngineDescription> steps =
          new ArrayList<>(
              List.of(
                  Annotators.sentences(),
                  Annotators.tokens(),
                  Annotators.genes(genes),
                  Annotators.cells(allCells, cells),
                  Annotators.therapies(therapies)));
      for (ResourceFile lexicon : lexicons) {
        steps.add(Annotators.lexicon(lexicon));
      }
      steps.add(Annotators.abbreviations());
      AnalysisEngineDescription whole =
          createEngineDescription(steps.toArray(AnalysisEngineDescription[]::new));
      whole.setResourceManagerConfiguration(resourcesOf(steps));
      return whole;
    } catch (ResourceInitializationException e) {
      throw new PipelineException("the pipeline cannot be described", e);
    }
  }

  /**
   * The resources of all steps. UIMA asks for those of the whole before it makes the first step, so
   * that they are read side by side.
   */
  private static ResourceManagerConfiguration resourcesOf(List<AnalysisEngineDescription> steps) {
    ResourceManagerConfiguration all =
        UIMAFramework.getResourceSpecifierFactory().createResourceManagerConfiguration();
    for (AnalysisEngineDescription step : steps) {
      ResourceManagerConfiguration own = step.getResourceManagerConfiguration();
      if (own != null) {
        Stream.of(own.getExternalResources()).forEach(all::addExternalResource);
      }
    }
    return all;
  }

  /** The models and lexicons, in the order of the steps. */
  public List<ResourceFile> resourceFiles() {
    return List.copyOf(resourceFiles);
  }

  /**
   * An engine for one thread. The first one loads the models, or waits for them if that has begun.
   *
   * @throws ModelFileException if a model or lexicon cannot be read
   */
  public synchronized Engine open() {
    if (ahead == null) {
      return make();
    }
    Engine engine = ahead.get();
    ahead = null;
    return engine;
  }

  private Engine make() {
    AnalysisEngineDescription described = description.get();
    try {
      AnalysisEngine engine = UIMAFramework.produceAnalysisEngine(described, resources, null);
      return new Engine(engine, engine.newJCas());
    } catch (UIMAException | RuntimeException e) {
      throw modelFault(e)
          .orElseGet(() -> new PipelineException("the annotators cannot be made", e));
    }
  }

  /** The fault of a model file among the causes, under whatever UIMA has wrapped it in. */
  private static Optional<RuntimeException> modelFault(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ModelFileException fault) {
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  /**
   * Begins to load the models, for the next engine, which is to be opened. Does nothing if that has
   * begun and the engine is not opened yet.
   */
  public synchronized void beginLoading() {
    if (ahead == null) {
      ahead = Pending.of("pipeline", this::make);
    }
  }

  /**
   * Waits until the models are loaded that {@link #beginLoading} has begun to load. Does nothing if
   * it was not called, or {@link #open} has taken the engine since.
   *
   * @throws ModelFileException if a model or lexicon cannot be read
   */
  public synchronized void finishLoading() {
    if (ahead != null) {
      ahead.get();
    }
  }

  private static ResourceFile resourceFile(
      Map<EntityType, Path> models, EntityType type, ResourceFile shipped) {
    Path own = models.get(type);
    return own == null ? shipped : ResourceFile.of(own);
  }

  /** The steps with one reused CAS. One for each thread. */
  public static final class Engine implements AutoCloseable {

    private final AnalysisEngine engine;
    private final JCas jcas;

    private Engine(AnalysisEngine engine, JCas jcas) {
      this.engine = engine;
      this.jcas = jcas;
    }

    /**
     * Runs all steps on one document.
     *
     * @throws PipelineException if a step fails, which is a fault of the program
     */
    public AnnotatedDocument annotate(Document document) {
      ReadableText readable = ReadableText.of(document);
      jcas.reset();
      CasText.setDocument(jcas, readable.document());
      try {
        engine.process(jcas);
      } catch (AnalysisEngineProcessException e) {
        throw new PipelineException("document " + document.id() + " could not be annotated", e);
      }
      return readable.toOriginal(CasText.annotated(jcas));
    }

    /** How long each annotator has worked so far, by the simple name of its class. */
    public Map<String, Long> millisecondsByStep() {
      Map<String, Long> times = new HashMap<>();
      for (AnalysisEngineManagement step :
          engine.getManagementInterface().getComponents().values()) {
        String name = step.getName();
        times.merge(name.substring(name.lastIndexOf('.') + 1), step.getAnalysisTime(), Long::sum);
      }
      return times;
    }

    @Override
    public void close() {
      engine.destroy();
    }
  }
}
