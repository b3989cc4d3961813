package org.immunospan.run;

import java.util.List;
import org.immunospan.resource.Resources.ReadFile;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Document;
import org.immunospan.uima.Pipeline;
import org.immunospan.uima.PipelineConfig;

/** What annotates the documents of a run: the pipeline, outside of tests. Safe for threads. */
interface Annotator extends AutoCloseable {

  AnnotatedDocument annotate(Document document);

  /** The models, lexicons and tables that were read. */
  List<ReadFile> resources();

  @Override
  void close();

  /** Loads the models and lexicons. */
  static Annotator of(PipelineConfig config) {
    Pipeline pipeline = Pipeline.of(config);
    return new Annotator() {
      @Override
      public AnnotatedDocument annotate(Document document) {
        return pipeline.annotate(document);
      }

      @Override
      public List<ReadFile> resources() {
        return pipeline.resources();
      }

      @Override
      public void close() {
        pipeline.close();
      }
    };
  }
}
