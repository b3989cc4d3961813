package org.immunospan.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.immunospan.cell.CellGrammarTagger;
import org.immunospan.cell.CellModelFactory;
import org.immunospan.cell.CellTagger;
import org.immunospan.crf.feature.NameSet;
import org.immunospan.crf.feature.WordClusters;
import org.immunospan.gene.GeneModelFactory;
import org.immunospan.gene.GeneRules;
import org.immunospan.gene.GeneTagger;
import org.immunospan.resource.FileSource;
import org.immunospan.segment.BiomedicalTokenizer;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.tag.AnnotationScheme;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import org.immunospan.text.Tokenizer;
import org.immunospan.therapy.TherapyEvidence;
import org.immunospan.therapy.TherapyModelFactory;
import org.immunospan.therapy.TherapyTagger;

/**
 * How the models of genes, cells and therapies are trained. Whatever is not given comes from the
 * shipped models.
 *
 * @param scheme which mentions the finished tagger gives; therapies always follow the guidelines
 * @param clusters a file that {@code train clusters} wrote
 * @param terminologies a folder to take names from
 * @param templates a file with the templates of the features
 * @param texts for therapies: texts without annotation, to learn from how words are used
 */
public record EntityTraining(
    AnnotationScheme scheme,
    Optional<Path> clusters,
    Optional<Path> terminologies,
    Optional<Path> templates,
    List<Document> texts) {

  private static final Tokenizer TOKENIZER = new BiomedicalTokenizer();

  public EntityTraining {
    texts = List.copyOf(texts);
  }

  /**
   * The training for one type.
   *
   * @param split what it will learn from
   */
  public NameFinderTraining of(EntityType type, CorpusSplit split) throws IOException {
    return switch (type) {
      case GENE -> genes(split);
      case CELL -> cells();
      case THERAPY -> therapies();
    };
  }

  private NameFinderTraining genes(CorpusSplit split) throws IOException {
    SentenceSplitter splitter = TrainingResources.splitter();
    GeneModelFactory shipped = shippedGenes();
    NameSet genes = shipped.genes();
    NameSet others = shipped.others();
    if (terminologies.isPresent()) {
      GeneNames names = new GeneNames(terminologies.get(), TOKENIZER, CommonWords.shipped());
      genes = names.genes();
      others = names.others();
    }
    GeneModelFactory factory =
        new GeneModelFactory(
            wordClusters(), genes, others, scheme, templates(GeneModelFactory.shippedTemplates()));
    return new NameFinderTraining(
        new GeneSamples(
            TOKENIZER, split.sentences(document -> splitter.spans(document.document()))),
        () -> factory,
        GeneTagger.with(GeneRules.read(FileSource.shipped()), false));
  }

  private NameFinderTraining cells() throws IOException {
    CellGrammarTagger grammar = CellGrammarTagger.read(FileSource.shipped(), TOKENIZER);
    NameSet lines =
        terminologies.isPresent()
            ? CellLineNames.read(terminologies.get(), TOKENIZER, CommonWords.shipped())
            : CellModelFactory.of(TrainingResources.model("cell.bin")).lines();
    CellModelFactory factory =
        new CellModelFactory(
            wordClusters(), lines, scheme, templates(CellModelFactory.shippedTemplates()));
    return new NameFinderTraining(
        new CellSamples(TrainingResources.splitter(), grammar),
        () -> factory,
        CellTagger.with(grammar, false));
  }

  private NameFinderTraining therapies() throws IOException {
    TherapyEvidence evidence = TherapyEvidence.read(FileSource.shipped(), TOKENIZER);
    TherapyModelFactory shipped = TherapyModelFactory.of(TrainingResources.model("therapy.bin"));
    SentenceSplitter splitter = TrainingResources.splitter();
    TherapySamples samples =
        new TherapySamples(
            splitter,
            evidence,
            wordClusters(),
            terminologies.isPresent()
                ? TherapyNames.read(terminologies.get(), TOKENIZER, CommonWords.shipped())
                : shipped.names(),
            texts.isEmpty()
                ? shipped.uses()
                : TherapySamples.uses(texts, splitter, evidence, TOKENIZER),
            templates(TherapyModelFactory.shippedTemplates()));
    return new NameFinderTraining(samples, samples::factory, TherapyTagger.with(evidence));
  }

  private WordClusters wordClusters() throws IOException {
    return clusters.isPresent()
        ? TrainingResources.clusters(clusters.get())
        : shippedGenes().clusters();
  }

  private static GeneModelFactory shippedGenes() throws IOException {
    return GeneModelFactory.of(TrainingResources.model("gene.bin"));
  }

  private String templates(String shipped) throws IOException {
    return templates.isPresent() ? Files.readString(templates.get()) : shipped;
  }
}
