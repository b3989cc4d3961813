package org.immunospan.tag;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import opennlp.tools.util.model.ArtifactSerializer;
import opennlp.tools.util.model.SerializableArtifact;
import org.immunospan.crf.feature.WordClusters;

/** Word clusters as OpenNLP wants them, to lie inside the file of a model. */
public record ClustersArtifact(WordClusters clusters) implements SerializableArtifact {

  @Override
  public Class<?> getArtifactSerializerClass() {
    return Serializer.class;
  }

  /** Reads and writes them; OpenNLP finds it by the manifest. */
  public static final class Serializer implements ArtifactSerializer<ClustersArtifact> {

    /** For OpenNLP. */
    public Serializer() {}

    @Override
    public ClustersArtifact create(InputStream in) throws IOException {
      return new ClustersArtifact(WordClusters.read(in, "clusters of a model"));
    }

    @Override
    public void serialize(ClustersArtifact artifact, OutputStream out) throws IOException {
      artifact.clusters.write(out);
    }
  }
}
