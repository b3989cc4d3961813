package org.immunospan.uima.resource;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.tag.cell.CellTagger;
import org.immunospan.uima.ResourceFile;

/** What is known of cells: the lexicon {@code cells.tsv} and the files of the grammar beside it. */
public final class CellKnowledge {

  private CellKnowledge() {}

  /** Reads the shipped lexicon and grammar. The tagger is immutable. */
  public static CellTagger shipped() throws IOException {
    try {
      return read(ResourceFile.shipped("cells.tsv").url().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("the place of the jar is no URI", e);
    }
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
