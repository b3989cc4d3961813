package org.immunospan.uima;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.uima.UimaContext;
import org.apache.uima.fit.component.JCasAnnotator_ImplBase;
import org.apache.uima.fit.descriptor.ConfigurationParameter;
import org.apache.uima.fit.descriptor.ExternalResource;
import org.apache.uima.fit.descriptor.TypeCapability;
import org.apache.uima.jcas.JCas;
import org.apache.uima.resource.ResourceInitializationException;
import org.immunospan.gene.link.GeneGrounding;
import org.immunospan.gene.link.GeneLinker;
import org.immunospan.text.EntityType;
import org.immunospan.text.Marker;
import org.immunospan.text.Mention;
import org.immunospan.text.Span;
import org.immunospan.text.SpeciesChoice;
import org.immunospan.therapy.TherapyTargets;

/**
 * Gives genes their identifiers, and therapies the genes that their names say they act on. A gene
 * that is a marker in the name of a cell gets the identifier of the marker. Run it last: it reads
 * long forms.
 */
@TypeCapability(
    inputs = {
      "org.immunospan.uima.types.SentenceAnnotation",
      "org.immunospan.uima.types.TokenAnnotation",
      "org.immunospan.uima.types.MentionAnnotation"
    },
    outputs = "org.immunospan.uima.types.MentionAnnotation")
public final class GeneLinkAnnotator extends JCasAnnotator_ImplBase {

  /** What the linker knows. */
  public static final String RES_LINKER = "linker";

  /** What makes a gene the target of a therapy. */
  public static final String RES_TARGETS = "targets";

  /** Which species genes are of: {@code AUTO}, {@code HUMAN} or {@code MOUSE}. */
  public static final String PARAM_SPECIES = "species";

  /** Links with a smaller score are dropped. */
  public static final String PARAM_MIN_LINK_SCORE = "minLinkScore";

  @ExternalResource(key = RES_LINKER)
  private ModelResource resource;

  @ExternalResource(key = RES_TARGETS)
  private ModelResource targetWords;

  @ConfigurationParameter(name = PARAM_SPECIES, defaultValue = "AUTO")
  private SpeciesChoice species;

  @ConfigurationParameter(name = PARAM_MIN_LINK_SCORE, defaultValue = "0.75")
  private float minLinkScore;

  private GeneLinker linker;
  private GeneGrounding grounding;
  private TherapyTargets targets;

  @Override
  public void initialize(UimaContext context) throws ResourceInitializationException {
    super.initialize(context);
    linker = resource.newInstance(GeneLinker.class);
    targets = targetWords.newInstance(TherapyTargets.class);
    grounding = new GeneGrounding(linker.groups(), species, minLinkScore);
  }

  @Override
  public void process(JCas jcas) {
    List<Mention> mentions = CasText.mentions(jcas);
    List<Mention> genes = new ArrayList<>();
    Map<Span, String> markers = new HashMap<>();
    for (Mention mention : mentions) {
      if (mention.type() == EntityType.GENE && !mention.grounding().isLinked()) {
        genes.add(mention);
      }
      for (Marker marker : mention.markers()) {
        markers.put(marker.span(), marker.identifier());
      }
    }
    if (genes.isEmpty()) {
      return;
    }
    List<Mention> linked =
        grounding.ground(genes, linker.link(CasText.segmented(jcas), genes, markers));
    Map<Mention, Mention> byOld = new HashMap<>();
    for (int i = 0; i < genes.size(); i++) {
      byOld.put(genes.get(i), linked.get(i));
    }
    mentions.replaceAll(mention -> byOld.getOrDefault(mention, mention));
    CasText.replaceMentions(jcas, targets.add(jcas.getDocumentText(), mentions));
  }
}
