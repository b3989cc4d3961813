package org.immunospan.uima;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.uima.fit.component.Resource_ImplBase;
import org.apache.uima.fit.descriptor.ConfigurationParameter;
import org.apache.uima.resource.ResourceInitializationException;
import org.apache.uima.resource.ResourceSpecifier;
import org.immunospan.resource.Pending;
import org.immunospan.resource.ResourceFile;

/**
 * A model or lexicon as a UIMA external resource: loaded once for each resource manager, immutable
 * afterwards, shared by all engines and threads. The engine that asks first waits until it is
 * loaded. The engines of one {@link Pipeline} share what the pipeline loaded.
 */
public final class ModelResource extends Resource_ImplBase {

  /** What the file is for. */
  public static final String PARAM_KIND = "kind";

  /** The name of a shipped file, or the path of a file on disk. */
  public static final String PARAM_FILE = "file";

  /** Whether the file ships with the program. */
  public static final String PARAM_SHIPPED = "shipped";

  /** The key of a pipeline's {@link Models} among the parameters that UIMA hands on. */
  static final String MODELS = "org.immunospan.models";

  @ConfigurationParameter(name = PARAM_KIND)
  private ModelKind kind;

  @ConfigurationParameter(name = PARAM_FILE)
  private String file;

  @ConfigurationParameter(name = PARAM_SHIPPED)
  private boolean shipped;

  private Pending<Supplier<?>> loading;

  @Override
  public boolean initialize(ResourceSpecifier specifier, Map<String, Object> parameters)
      throws ResourceInitializationException {
    boolean initialized = super.initialize(specifier, parameters);
    Models models = parameters != null && parameters.get(MODELS) instanceof Models m ? m : null;
    loading = (models == null ? new Models() : models).load(kind, new ResourceFile(file, shipped));
    return initialized;
  }

  /**
   * An instance for one engine, hence for one thread.
   *
   * @throws org.immunospan.text.UserException if the file cannot be read or is something else
   */
  <T> T newInstance(Class<T> type) {
    return type.cast(loading.get().get());
  }
}
