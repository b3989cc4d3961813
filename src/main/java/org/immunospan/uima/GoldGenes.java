package org.immunospan.uima;

import java.io.IOException;
import java.io.InputStream;
import org.immunospan.lexicon.gene.GeneLexicon;
import org.immunospan.resource.FileSource;

/** The shipped lexicon of genes, for those who compare identifiers. */
public final class GoldGenes {

  private GoldGenes() {}

  /** Reads the lexicon. */
  public static GeneLexicon lexicon() throws IOException {
    String file = Annotators.GENE_LINKS.fileName();
    try (InputStream in = FileSource.shipped().open(file)) {
      return GeneLexicon.read(in, file);
    }
  }
}
