package org.immunospan.uima;

/** A pipeline that cannot be made or has failed; the deepest cause says why. */
public final class PipelineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public PipelineException(String message, Throwable cause) {
    super(message, cause);
  }
}
