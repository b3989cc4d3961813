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
import org.immunospan.cell.CellGrammarTagger;
import org.immunospan.uima.ResourceFile;

/** What is known of cells: the lexicon {@code cells.tsv} and the files of the grammar beside it. */
public final class CellResources {

  private CellResources() {}

  /** Reads the shipped lexicon and grammar. The tagger is immutable. */
  public static CellGrammarTagger shipped() throws IOException {
    try {
      return read(ResourceFile.shipped("cells.tsv").url().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("the place of the jar is no URI", e);
    }
  }

  private static CellGrammarTagger read(URI lexicon) throws IOException {
    URLConnection connection = lexicon.toURL().openConnection();
    if (connection instanceof JarURLConnection inJar) {
      URL jar = inJar.getJarFileURL();
      try (FileSystem files = FileSystems.newFileSystem(Path.of(URI.create(jar.toString())))) {
        return read(files.getPath(inJar.getEntryName()));
      }
    }
    return read(Path.of(lexicon));
  }

  private static CellGrammarTagger read(Path lexicon) throws IOException {
    return CellGrammarTagger.read(lexicon.getParent(), new BiomedicalTokenizer());
  }
}
