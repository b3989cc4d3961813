package org.immunospan.uima;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.immunospan.lexicon.Lexicon;
import org.immunospan.lexicon.LexiconReader;
import org.immunospan.lexicon.gene.Gene;
import org.immunospan.lexicon.gene.GeneLexicon;
import org.immunospan.resource.ResourceFile;
import org.immunospan.resource.Resources;
import org.immunospan.text.Curie;
import org.immunospan.text.UserException;

/**
 * The identifiers that the shipped lexicons and those of the user can give to a mention. Immutable.
 */
public final class KnownIdentifiers {

  private static final String GENES = "genes.bin";
  private static final List<String> LEXICONS = List.of("cells.tsv", "therapies.tsv");

  /** The names of the shipped files that are read. */
  public static final List<String> SHIPPED =
      Stream.concat(Stream.of(GENES), LEXICONS.stream()).toList();

  private final Resources resources = new Resources();
  private final Set<String> identifiers = new HashSet<>();

  private KnownIdentifiers() {}

  /**
   * Reads the lexicons.
   *
   * @param lexicons of the user
   * @throws UserException if one of them cannot be read
   */
  public static KnownIdentifiers of(List<Path> lexicons) {
    KnownIdentifiers known = new KnownIdentifiers();
    known.addGenes();
    LEXICONS.forEach(name -> known.add(ResourceFile.shipped(name)));
    lexicons.forEach(path -> known.add(ResourceFile.of(path)));
    return known;
  }

  /** What was read, with its SHA-256. */
  public List<Resources.ReadFile> resources() {
    return resources.read();
  }

  public boolean contains(String identifier) {
    return identifiers.contains(identifier);
  }

  private void add(ResourceFile file) {
    try (InputStream in = resources.open(file)) {
      Lexicon lexicon = LexiconReader.read(in, file.fileName());
      lexicon.entries().forEach(entry -> identifiers.add(entry.identifier()));
    } catch (IOException e) {
      throw UserException.of(file.name(), e);
    }
  }

  private void addGenes() {
    try (InputStream in = resources.open(GENES)) {
      GeneLexicon lexicon = GeneLexicon.read(in, GENES);
      for (int i = 0; i < lexicon.size(); i++) {
        Gene gene = lexicon.gene(i);
        identifiers.add(Curie.HGNC + gene.hgnc());
        identifiers.add(Curie.NCBI_GENE + gene.humanId());
        identifiers.add(Curie.NCBI_GENE + gene.mouseId());
        identifiers.add(Curie.RGD + gene.rgd());
      }
      lexicon.groups().keySet().forEach(group -> identifiers.add(Curie.HGNC_GROUP + group));
      for (String prefix : List.of(Curie.HGNC, Curie.NCBI_GENE, Curie.RGD)) {
        // 0 means that a gene has no number there.
        identifiers.remove(prefix + 0);
      }
    } catch (IOException e) {
      throw UserException.of(GENES, e);
    }
  }
}
