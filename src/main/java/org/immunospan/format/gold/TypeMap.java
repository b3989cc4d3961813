package org.immunospan.format.gold;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.immunospan.text.UserException;

/**
 * Turns the type names of a corpus into ours: {@code Gene=GENE,FamilyName=GENE}. Types that are not
 * named are left out. For the public corpora there are presets, known by name. Immutable.
 */
public final class TypeMap {

  /** Leaves every type as it is. */
  public static final TypeMap IDENTITY = new TypeMap(null);

  private static final Map<String, String> PRESETS = presets();

  /** Null in {@link #IDENTITY}. */
  private final Map<String, String> ours;

  private TypeMap(Map<String, String> ours) {
    this.ours = ours;
  }

  /**
   * Reads a mapping or the name of a preset.
   *
   * @throws UserException if it is neither
   */
  public static TypeMap parse(String specification) {
    String pairs = PRESETS.getOrDefault(specification, specification);
    Map<String, String> ours = new LinkedHashMap<>();
    for (String pair : pairs.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals <= 0 || equals == pair.length() - 1) {
        throw new UserException(
            "expected THEIRS=OURS pairs separated by commas or one of %s, found \"%s\""
                .formatted(String.join(", ", PRESETS.keySet()), specification));
      }
      ours.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
    return new TypeMap(ours);
  }

  /** The presets: name of the corpus to mapping, sorted. */
  public static Map<String, String> all() {
    return PRESETS;
  }

  /** Our types, in the order of the mapping; empty for {@link #IDENTITY}. */
  public List<String> targets() {
    return ours == null ? List.of() : ours.values().stream().distinct().toList();
  }

  /** Our name for a type of the corpus; null when it is left out. */
  public String find(String type) {
    return ours == null ? type : ours.get(type);
  }

  /** The document with its mentions renamed, without those that are left out. */
  public GoldDocument apply(GoldDocument gold) {
    if (ours == null) {
      return gold;
    }
    return new GoldDocument(
        gold.document(),
        apply(gold.mentions()),
        apply(gold.alternatives()),
        apply(gold.unplaced()));
  }

  private List<GoldMention> apply(List<GoldMention> mentions) {
    return mentions.stream()
        .filter(mention -> ours.containsKey(mention.type()))
        .map(mention -> mention.withType(Objects.requireNonNull(ours.get(mention.type()))))
        .collect(Collectors.toList());
  }

  private static Map<String, String> presets() {
    Map<String, String> presets = new TreeMap<>();
    presets.put("anatem", "Cell=CELL");
    presets.put("bc2gm", "GENE=GENE");
    presets.put("bc5cdr", "Chemical=THERAPY");
    presets.put("bionlp11epi", "Protein=GENE");
    presets.put("bionlp11id", "Protein=GENE");
    presets.put("bionlp13cg", "Gene_or_gene_product=GENE,Cell=CELL");
    presets.put("bionlp13pc", "Gene_or_gene_product=GENE,Complex=GENE");
    presets.put("biored", "Gene=GENE");
    presets.put("cellfinder", "GeneProtein=GENE,CellType=CELL");
    presets.put("celllink", "cell_phenotype=CELL,cell_hetero=CELL");
    presets.put("craft-cl", "CL=CELL");
    presets.put("craft-pr", "PR=GENE");
    presets.put("drugprot", "Gene=GENE");
    presets.put("ebm-nlp", "INT=THERAPY");
    presets.put("gnormplus", "Gene=GENE,FamilyName=GENE");
    presets.put("jnlpba", "protein=GENE,DNA=GENE,RNA=GENE,cell_type=CELL");
    presets.put("nlmgene", "Gene=GENE,FamilyName=GENE");
    presets.put("pico-conll", "I=THERAPY,C=THERAPY");
    presets.put("pico-corpus", "intervention=THERAPY,control=THERAPY");
    presets.put("tmvar3", "Gene=GENE");
    return Collections.unmodifiableMap(presets);
  }
}
