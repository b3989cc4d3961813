package org.immunospan.uima;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.immunospan.cell.CellGrammarTagger;
import org.immunospan.cell.CellTagger;
import org.immunospan.gene.GeneRules;
import org.immunospan.gene.GeneTagger;
import org.immunospan.gene.link.GeneLinkData;
import org.immunospan.gene.link.GeneLinker;
import org.immunospan.lexicon.LexiconMatcher;
import org.immunospan.lexicon.LexiconReader;
import org.immunospan.resource.ResourceFile;
import org.immunospan.resource.Resources;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.tag.LexiconTagger;
import org.immunospan.tag.Tagger;
import org.immunospan.tag.TaggerFactory;
import org.immunospan.therapy.TherapyEvidence;
import org.immunospan.therapy.TherapyTagger;
import org.immunospan.therapy.TherapyTargets;

/** What a model or lexicon is for, and how it is loaded. */
public enum ModelKind {
  /** An OpenNLP sentence model. */
  SENTENCES((file, resources) -> SentenceSplitter.load(resources.open(file))),

  /** An OpenNLP name-finder model for genes. */
  GENES(
      (file, resources) ->
          load(GeneTagger.with(GeneRules.read(resources), file.isShipped()), file, resources)),

  /** A cell model of this program; it works with the shipped lexicon and grammar of cells. */
  CELLS(
      (file, resources) ->
          load(
              CellTagger.with(
                  CellGrammarTagger.read(resources, new BiomedicalTokenizer()), file.isShipped()),
              file,
              resources)),

  /**
   * A therapy model of this program; it works with the shipped lexicon and grammar of therapies.
   */
  THERAPIES(
      (file, resources) ->
          load(
              TherapyTagger.with(TherapyEvidence.read(resources, new BiomedicalTokenizer())),
              file,
              resources)),

  /** The shipped lexicon of genes, with the other files of the gene linker. */
  GENE_LINKS(
      (file, resources) -> {
        GeneLinkData data = GeneLinkData.read(resources);
        return () -> new GeneLinker(data);
      }),

  /** The words that make a gene the target of a therapy. */
  THERAPY_TARGETS(
      (file, resources) -> {
        TherapyTargets targets = TherapyTargets.read(resources);
        return () -> targets;
      }),

  /** A lexicon whose header states its type. */
  LEXICON(
      (file, resources) -> {
        Tagger lexicon = lexicon(file, resources);
        return () -> lexicon;
      });

  /** Reads a file, and what else it needs. */
  private interface Loader {
    Supplier<?> load(ResourceFile file, Resources resources) throws IOException;
  }

  private static final int VERSION_DIGITS = 8;

  @SuppressWarnings("ImmutableEnumChecker") // a loader keeps no state
  private final Loader loader;

  ModelKind(Loader loader) {
    this.loader = loader;
  }

  /**
   * Loads a file once. The result makes an instance for one thread at each call.
   *
   * @throws IOException if the file cannot be read or is something else
   */
  Supplier<?> load(ResourceFile file, Resources resources) throws IOException {
    return loader.load(file, resources);
  }

  private static Supplier<Tagger> load(
      TaggerFactory factory, ResourceFile file, Resources resources) throws IOException {
    InputStream in = resources.open(file);
    return factory.load(in, source(file, resources));
  }

  private static LexiconTagger lexicon(ResourceFile file, Resources resources) throws IOException {
    return new LexiconTagger(
        LexiconMatcher.of(
            LexiconReader.read(resources.open(file), file.fileName()), new BiomedicalTokenizer()));
  }

  /** What mentions say of the model that found them: its name and the start of its checksum. */
  private static String source(ResourceFile file, Resources resources) {
    String version = resources.sha256(file).substring(0, VERSION_DIGITS);
    return file.fileName().replaceFirst("\\.bin$", "") + "@" + version;
  }
}
