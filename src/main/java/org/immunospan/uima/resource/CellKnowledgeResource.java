package org.immunospan.uima.resource;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import org.apache.uima.resource.DataResource;
import org.apache.uima.resource.SharedResourceObject;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.tag.Tagger;
import org.immunospan.tag.cell.CellTagger;

/**
 * What is known of cells: the lexicon {@code cells.tsv}, which the resource names, and the files of
 * the grammar beside it. The tagger it gives is shared: it is immutable.
 */
public final class CellKnowledgeResource implements TaggerResource, SharedResourceObject {

  private CellTagger tagger;

  @Override
  public void load(DataResource data) {
    tagger = ModelLoading.load(data, (in, fileName) -> read(data.getUri()));
  }

  @Override
  public Tagger newTagger() {
    return tagger;
  }

  private static CellTagger read(URI lexicon) throws IOException {
    URLConnection connection = lexicon.toURL().openConnection();
    if (connection instanceof JarURLConnection inJar) {
      URL jar = inJar.getJarFileURL();
      try (FileSystem files = FileSystems.newFileSystem(Path.of(URI.create(jar.toString())))) {
        return read(files.getPath(inJar.getEntryName()));
      }
    }
    return read(Path.of(lexicon));
  }

  private static CellTagger read(Path lexicon) throws IOException {
    return CellTagger.read(lexicon.getParent(), new BiomedicalTokenizer());
  }
}
