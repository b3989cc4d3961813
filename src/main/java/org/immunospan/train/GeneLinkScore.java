package org.immunospan.train;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.gene.link.GeneLink;
import org.immunospan.gene.link.GeneLinkData;
import org.immunospan.gene.link.GeneLinkExamples;
import org.immunospan.gene.link.GeneLinker;
import org.immunospan.gene.link.Species;
import org.immunospan.lexicon.gene.Gene;
import org.immunospan.text.Document;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;

/** How well a linker does on gold, on its spans and on those of the product. */
public final class GeneLinkScore {

  private final GeneLinkTraining texts;
  private final GeneLinkExamples genes;
  private final GeneLinker linker;
  private final Function<Document, SegmentedDocument> splitter;
  private final double threshold;
  private final boolean humanOnly;
  private final PrintStream errors;
  private final Map<String, int[]> counts = new TreeMap<>();

  public GeneLinkScore(
      GeneLinkData data,
      Function<Document, SegmentedDocument> splitter,
      double threshold,
      boolean humanOnly,
      PrintStream errors) {
    this.splitter = splitter;
    this.threshold = threshold;
    this.humanOnly = humanOnly;
    this.errors = errors;
    texts = new GeneLinkTraining(splitter);
    genes = new GeneLinkExamples(data);
    linker = new GeneLinker(data);
  }

  private void count(String what, int at, int by) {
    counts.computeIfAbsent(what, k -> new int[3])[at] += by;
  }

  /** Adds a document. */
  public void add(GoldDocument gold, List<Mention> product) {
    SegmentedDocument document = splitter.apply(gold.document());
    List<Mention> goldMentions = texts.mentions(gold, document);
    List<GeneLink> links = linker.link(document, goldMentions, Map.of());
    Set<Integer> goldIds = new HashSet<>();
    Set<Integer> found = new HashSet<>();
    for (int i = 0; i < links.size(); i++) {
      GoldMention mention = gold.mentions().get(i);
      Set<Integer> ids = GeneLinkTraining.ids(mention);
      goldIds.addAll(ids);
      GeneLink link = links.get(i);
      found.addAll(idsOf(link, 0));
      int id = id(link, 0);
      Gene right = ids.size() == 1 ? genes.gene(ids.iterator().next()) : null;
      if (right != null) {
        boolean hit = isSame(right, link.gene());
        count("gold spans: gene right", hit ? 0 : 1, 1);
        count("gold spans: id right", ids.contains(id) ? 0 : 1, 1);
        boolean human = ids.contains(right.humanId());
        count(
            "gold spans: species right of right genes, " + (human ? "human" : "mouse"),
            hit ? (ids.contains(id) ? 0 : 1) : 2,
            1);
        if (!hit || !ids.contains(id)) {
          errors.printf(
              Locale.ROOT,
              "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%.2f\t%.2f%n",
              hit ? "species" : link.gene() == null ? "none" : "gene",
              gold.id(),
              mention.span().of(gold.text()),
              goldMentions.get(i).longForm(),
              right.symbol() + "/" + right.mouseSymbol() + (human ? " human" : " mouse"),
              link.gene() == null ? "" : link.gene().symbol() + "/" + link.gene().mouseSymbol(),
              link.species() + " " + link.source(),
              link.score(),
              link.speciesScore());
        }
      } else if (ids.size() == 1) {
        count("gold spans: nothing given for others", id == 0 ? 0 : 1, 1);
      }
    }
    documents("gold spans: document", goldIds, found);
    addProduct(gold, document, texts.withLongForms(document, product), goldIds);
  }

  private void addProduct(
      GoldDocument gold, SegmentedDocument document, List<Mention> product, Set<Integer> goldIds) {
    Set<Integer> found = new HashSet<>();
    List<GeneLink> links = linker.link(document, product, Map.of());
    for (int i = 0; i < links.size(); i++) {
      GeneLink link = links.get(i);
      found.addAll(idsOf(link, threshold));
      int id = id(link, threshold);
      Set<Integer> ids = GeneLinkTraining.idsAt(gold, product.get(i).span());
      if (link.gene() != null) {
        boolean elsewhere =
            !ids.isEmpty() && ids.stream().allMatch(each -> genes.gene(each) == null);
        boolean right = ids.stream().anyMatch(each -> isSame(genes.gene(each), link.gene()));
        String bin = link.score() >= threshold ? "linked" : "rejected";
        if (!elsewhere) {
          count("product spans: gene right of " + bin, right ? 0 : 1, 1);
          count(
              String.format(
                  Locale.ROOT, "product spans: score %.1f", Math.floor(link.score() * 10) / 10),
              right ? 0 : 1,
              1);
        }
        if (id != 0) {
          count("product spans: id right of linked", ids.contains(id) ? 0 : 1, 1);
        }
        if (!elsewhere && right != (link.score() >= threshold)) {
          errors.printf(
              Locale.ROOT,
              "%s\t%s\t%s\t%s\t%s\t%s\t%.2f%n",
              right ? "lost" : "false",
              gold.id(),
              product.get(i).span().of(gold.text()),
              product.get(i).longForm(),
              link.gene().symbol() + "/" + link.gene().mouseSymbol(),
              link.species() + " " + link.source() + " gold " + ids,
              link.score());
        }
      }
    }
    documents("product spans: document", goldIds, found);
  }

  private void documents(String what, Set<Integer> gold, Set<Integer> found) {
    for (String scope : List.of("all", "human", "mouse")) {
      Set<Integer> g = in(scope, gold);
      Set<Integer> f = in(scope, found);
      Set<Integer> both = new HashSet<>(f);
      both.retainAll(g);
      count(what + " " + scope, 0, both.size());
      count(what + " " + scope, 1, f.size() - both.size());
      count(what + " " + scope, 2, g.size() - both.size());
    }
  }

  private Set<Integer> in(String scope, Set<Integer> ids) {
    Set<Integer> in = new HashSet<>();
    for (int id : ids) {
      Gene gene = genes.gene(id);
      boolean human = gene != null && gene.humanId() == id;
      boolean mouse = gene != null && gene.mouseId() == id;
      if (id != 0 && (scope.equals("all") || (scope.equals("human") ? human : mouse))) {
        in.add(id);
      }
    }
    return in;
  }

  private int id(GeneLink link, double from) {
    Set<Integer> ids = idsOf(link, from);
    return ids.size() == 1 ? ids.iterator().next() : 0;
  }

  private Set<Integer> idsOf(GeneLink link, double from) {
    Set<Integer> ids = new HashSet<>();
    Species species = humanOnly ? Species.HUMAN : link.species();
    for (Gene gene : link.genes()) {
      int id =
          species == Species.HUMAN ? gene.humanId() : species == Species.MOUSE ? gene.mouseId() : 0;
      if (id != 0 && link.score() >= from) {
        ids.add(id);
      }
    }
    return ids;
  }

  private static boolean isSame(Gene a, Gene b) {
    return a != null && b != null && (a.equals(b) || (a.hgnc() != 0 && a.hgnc() == b.hgnc()));
  }

  /** Prints all counts. */
  public void print(PrintStream out) {
    counts.forEach(
        (what, n) -> {
          if (what.contains("document")) {
            double p = (double) n[0] / (n[0] + n[1]);
            double r = (double) n[0] / (n[0] + n[2]);
            out.printf(
                Locale.ROOT, "  %-50s P %.3f R %.3f F1 %.3f%n", what, p, r, 2 * p * r / (p + r));
          } else {
            out.printf(
                Locale.ROOT,
                "  %-50s %.3f of %d%n",
                what,
                (double) n[0] / (n[0] + n[1]),
                n[0] + n[1]);
          }
        });
  }
}
