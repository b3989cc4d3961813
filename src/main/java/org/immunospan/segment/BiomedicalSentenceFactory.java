package org.immunospan.segment;

import opennlp.tools.sentdetect.SDContextGenerator;
import opennlp.tools.sentdetect.SentenceDetectorFactory;
import opennlp.tools.util.ext.ExtensionLoader;

/**
 * Tells OpenNLP how the sentence model of this project looks at a text. The model names this class
 * in its manifest, so stock {@code SentenceDetectorME} needs only this jar on the class path, and
 * leave to load from it: {@link #allow()}, or {@code
 * -DOPENNLP_EXT_ALLOWED_PACKAGES=org.immunospan.segment}.
 *
 * <p>A sentence may end after {@code . ? !}, together with what follows up to white space: closing
 * brackets and quotes. There is no OpenNLP abbreviation dictionary: it would forbid every end after
 * an abbreviation, where {@link BoundaryFeatures} lets the model weigh it.
 */
public final class BiomedicalSentenceFactory extends SentenceDetectorFactory {

  private static final char[] SENTENCE_ENDS = {'.', '?', '!'};

  /** For OpenNLP, which restores the settings from the model. */
  public BiomedicalSentenceFactory() {
    super("en", true, null, SENTENCE_ENDS);
  }

  /** Lets OpenNLP load this class by name; without it no model of ours opens. Idempotent. */
  public static void allow() {
    ExtensionLoader.registerAllowedPackage(BiomedicalSentenceFactory.class.getPackageName());
  }

  @Override
  public SDContextGenerator getSDContextGenerator() {
    return new BoundaryFeatures();
  }
}
