package org.immunospan.tag;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import opennlp.tools.util.model.ArtifactSerializer;
import opennlp.tools.util.model.SerializableArtifact;
import org.immunospan.crf.feature.NameSet;

/** Sets of names as OpenNLP wants them, to lie inside the file of a model. */
public record NamesArtifact(NameSet names) implements SerializableArtifact {

  @Override
  public Class<?> getArtifactSerializerClass() {
    return Serializer.class;
  }

  /** Reads and writes them; OpenNLP finds it by the manifest. */
  public static final class Serializer implements ArtifactSerializer<NamesArtifact> {

    /** For OpenNLP. */
    public Serializer() {}

    @Override
    public NamesArtifact create(InputStream in) throws IOException {
      return new NamesArtifact(NameSet.read(in, "names of a model"));
    }

    @Override
    public void serialize(NamesArtifact artifact, OutputStream out) throws IOException {
      artifact.names.write(out);
    }
  }
}
