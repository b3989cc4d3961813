package org.immunospan.uima.resource;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.apache.uima.resource.DataResource;
import org.apache.uima.resource.SharedResourceObject;
import org.immunospan.tag.NameFinderTagger;
import org.immunospan.tag.Tagger;
import org.immunospan.text.EntityType;

/** An OpenNLP name-finder model for genes, loaded once. */
public final class GeneModelResource implements TaggerResource, SharedResourceObject {

  private static final int VERSION_BYTES = 4;

  private Supplier<Tagger> taggers;

  @Override
  public void load(DataResource data) {
    taggers =
        ModelLoading.load(
            data,
            (in, fileName) -> {
              byte[] model = in.readAllBytes();
              return NameFinderTagger.load(
                  new ByteArrayInputStream(model), EntityType.GENE, source(fileName, model));
            });
  }

  /** The name of the model and the begin of its SHA-256, which stands for its version. */
  private static String source(String fileName, byte[] model) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(model);
      return fileName.replaceFirst("\\.bin$", "")
          + "@"
          + HexFormat.of().formatHex(digest, 0, VERSION_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public Tagger newTagger() {
    return taggers.get();
  }
}
