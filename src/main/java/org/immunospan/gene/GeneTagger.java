package org.immunospan.gene;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.immunospan.tag.AnnotationScheme;
import org.immunospan.tag.ClusterModelFactory;
import org.immunospan.tag.CrfTagger;
import org.immunospan.tag.PairedBrackets;
import org.immunospan.tag.Tagger;
import org.immunospan.tag.TaggerFactory;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;

/**
 * Marks genes by a gene model ({@link CrfTagger}) and corrects its spans as the model's {@link
 * AnnotationScheme} asks: by {@link GeneRules} for the guidelines, brackets alone for a corpus. The
 * spans of any other OpenNLP model stay as they are. One per thread; the model is shared.
 */
public final class GeneTagger implements Tagger {

  private final Tagger model;
  private final AnnotationScheme scheme;
  private final GeneRules rules;

  private GeneTagger(Tagger model, AnnotationScheme scheme, GeneRules rules) {
    this.model = model;
    this.scheme = scheme;
    this.rules = rules;
  }

  /**
   * Makes taggers of gene models, or of any other name-finder model of OpenNLP, but not of a model
   * of this program for something else.
   *
   * @param rules those that a model with the scheme of the guidelines needs
   * @param isShipped as for {@link CrfTagger#of}
   */
  public static TaggerFactory with(GeneRules rules, boolean isShipped) {
    return (model, source) -> of(model, rules, isShipped, source);
  }

  private static Supplier<Tagger> of(
      TokenNameFinderModel model, GeneRules rules, boolean isShipped, String source)
      throws IOException {
    Supplier<Tagger> taggers = CrfTagger.of(model, EntityType.GENE, isShipped, source);
    if (model.getFactory() instanceof GeneModelFactory factory) {
      AnnotationScheme scheme = factory.scheme();
      return () -> new GeneTagger(taggers.get(), scheme, rules);
    }
    if (model.getFactory() instanceof ClusterModelFactory) {
      throw new IOException(
          "found a model of this program for something else, expected one for genes");
    }
    return taggers;
  }

  @Override
  public List<Mention> tag(SegmentedDocument document) {
    List<Mention> mentions = model.tag(document);
    return switch (scheme) {
      case GUIDELINES -> rules.refine(document, mentions);
      case CORPUS -> PairedBrackets.repair(document.text(), mentions);
    };
  }
}
