package org.immunospan.cell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.immunospan.resource.FileSource;
import org.immunospan.text.EntityType;
import org.immunospan.text.Marker;
import org.immunospan.text.Mention;
import org.immunospan.text.Span;

/**
 * What the names of cells say about genes. A span that is exactly the name of a cell ({@code pDCs})
 * is not a gene, unless it is a marker that names the cell ({@code CD4}). In a phenotype each
 * marker is a gene by itself, without its level: {@code CD25hiFOXP3} becomes {@code CD25} and
 * {@code FOXP3}. A gene with a word tied before it stays without the word ({@code p-ERK+ cells}). A
 * marker with a human gene is a gene even if no gene was found there. Immutable; safe to share.
 */
public final class PhenotypeGenes {

  /** No marker has more characters. */
  private static final int LONGEST_MARKER = 100;

  /** A marker and the cell it is in. */
  private record Place(Marker marker, Mention cell) {}

  /**
   * What a phenotype may hold that is not a gene product: {@code Lin-} is the lack of a lineage.
   */
  private final Set<String> noMolecules;

  private PhenotypeGenes(CellRules rules) {
    this.noMolecules = rules.forms("no-molecule");
  }

  /** Reads what it needs to know of markers. */
  public static PhenotypeGenes read(FileSource models) throws IOException {
    return new PhenotypeGenes(CellRules.read(models));
  }

  /**
   * The genes, sorted by {@link Mention#ORDER}, disjoint.
   *
   * @param text of the document
   * @param genes as a gene tagger finds them
   * @param cells of the same document
   */
  public List<Mention> refine(String text, List<Mention> genes, List<Mention> cells) {
    Set<Span> names = new HashSet<>();
    NavigableMap<Span, Place> places = new TreeMap<>();
    for (Mention cell : cells) {
      if (cell.markers().isEmpty()) {
        names.add(cell.span());
      }
      cell.markers().forEach(m -> places.putIfAbsent(m.span(), new Place(m, cell)));
    }
    NavigableMap<Span, Mention> refined = new TreeMap<>();
    for (Mention gene : genes) {
      List<Marker> markers = overlapping(gene.span(), places);
      if (isTagged(text, gene.span(), markers)) {
        add(refined, gene);
        places.remove(markers.get(0).span());
      } else if (isPhenotype(text, gene.span(), markers)) {
        for (Marker marker : markers) {
          places.remove(marker.span());
          if (!noMolecules.contains(marker.name())) {
            add(refined, gene.withSpan(marker.span()));
          }
        }
      } else if (!names.contains(gene.span())) {
        add(refined, gene);
        markers.forEach(marker -> places.remove(marker.span()));
      }
    }
    for (Place place : places.values()) {
      Marker marker = place.marker();
      if (!marker.identifier().isEmpty() && !noMolecules.contains(marker.name())) {
        add(refined, gene(place));
      }
    }
    return List.copyOf(refined.values());
  }

  /** Adds a gene unless it overlaps one: {@code [HLA]-[DR]+} is one marker. */
  private static void add(NavigableMap<Span, Mention> refined, Mention gene) {
    Span before = refined.floorKey(gene.span());
    Span after = refined.ceilingKey(gene.span());
    if ((before == null || !before.overlaps(gene.span()))
        && (after == null || !after.overlaps(gene.span()))) {
      refined.put(gene.span(), gene);
    }
  }

  private static List<Marker> overlapping(Span gene, NavigableMap<Span, Place> places) {
    List<Marker> markers = new ArrayList<>(0);
    Span first = new Span(Math.max(0, gene.begin() - LONGEST_MARKER), Integer.MAX_VALUE);
    Span end = new Span(gene.end(), gene.end() + 1);
    for (Place place : places.subMap(first, true, end, true).values()) {
      if (place.marker().span().overlaps(gene)) {
        markers.add(place.marker());
      }
    }
    return markers;
  }

  /** Whether a word is tied to the gene that makes no name of it: {@code phospho-p38}. */
  private static boolean isTagged(String text, Span gene, List<Marker> markers) {
    if (markers.size() != 1 || !markers.get(0).identifier().isEmpty()) {
      return false;
    }
    Span marker = markers.get(0).span();
    return marker.contains(gene)
        && gene.begin() > marker.begin()
        && MarkerTable.isHyphen(text.charAt(gene.begin() - 1));
  }

  /** Whether a gene is a part of one marker, or markers with nothing but levels around them. */
  private static boolean isPhenotype(String text, Span gene, List<Marker> markers) {
    if (markers.isEmpty()) {
      return false;
    }
    if (markers.size() == 1 && markers.get(0).span().contains(gene)) {
      return true;
    }
    int at = gene.begin();
    for (Marker marker : markers) {
      boolean first = at == gene.begin();
      boolean follows =
          (first && !isInsideWord(text, at))
              ? marker.span().begin() == at
              : !hasBlank(text, at, marker.span().begin());
      if (!follows || (marker.span().end() > gene.end() && markers.size() == 1)) {
        return false;
      }
      at = marker.span().end();
    }
    return at >= gene.end() || !hasBlank(text, at, gene.end());
  }

  /** Whether a gene begins in the midst of a word, with the level of a marker: {@code dimCD16}. */
  private static boolean isInsideWord(String text, int begin) {
    return begin > 0
        && Character.isLetterOrDigit(text.charAt(begin - 1))
        && Character.isLetter(text.charAt(begin));
  }

  private static boolean hasBlank(String text, int begin, int end) {
    return text.substring(begin, end).chars().anyMatch(Character::isWhitespace);
  }

  private static Mention gene(Place place) {
    return Mention.of(place.marker().span(), EntityType.GENE)
        .withScore(place.cell().score())
        .withSource(place.cell().source());
  }
}
