package org.immunospan.run;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.immunospan.format.Format;
import org.immunospan.format.csv.Columns;
import org.immunospan.format.csv.OffsetUnit;
import org.immunospan.format.jats.FullTextPart;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;
import org.immunospan.uima.PipelineConfig;

/**
 * What a run does, whole and immutable.
 *
 * @param inputs files, folders or {@code -}
 * @param format of all inputs; empty for "by content"
 * @param columns of tables among the inputs
 * @param fullText parts of full texts among the inputs that are read beyond the usual
 * @param pipeline the models and lexicons
 * @param types which mentions are written; all are found, because one type helps to find another
 * @param minScore mentions with a lower score are not written
 * @param offsets what begin and end in the results count
 * @param threads how many documents are annotated at the same time; without effect on the result
 */
public record RunConfig(
    List<String> inputs,
    Optional<Format> format,
    Columns columns,
    Set<FullTextPart> fullText,
    PipelineConfig pipeline,
    Set<EntityType> types,
    double minScore,
    OffsetUnit offsets,
    int threads) {

  public RunConfig {
    inputs = List.copyOf(inputs);
    fullText = Set.copyOf(fullText);
    types = types.isEmpty() ? Set.of() : Set.copyOf(types);
  }

  /** All mentions of these inputs by the shipped models. */
  public static RunConfig of(List<String> inputs) {
    return new RunConfig(
        inputs,
        Optional.empty(),
        Columns.USUAL,
        Set.of(),
        PipelineConfig.DEFAULT,
        EnumSet.allOf(EntityType.class),
        0,
        OffsetUnit.CODEPOINTS,
        Runtime.getRuntime().availableProcessors());
  }

  /** The document with the mentions that are to be written. */
  AnnotatedDocument select(AnnotatedDocument annotated) {
    List<Mention> selected =
        annotated.mentions().stream()
            .filter(mention -> types.contains(mention.type()) && mention.score() >= minScore)
            .toList();
    return selected.size() == annotated.mentions().size()
        ? annotated
        : new AnnotatedDocument(annotated.document(), annotated.sentences(), selected);
  }

  /** Everything that has an effect on the result, as run.json names it. */
  Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("inputs", inputs);
    map.put("format", format.map(Format::cliName).orElse("auto"));
    if (!columns.isUsual()) {
      map.put("columns", new TreeMap<>(columns.names()));
    }
    if (!fullText.isEmpty()) {
      map.put("full_text", fullText.stream().sorted().map(FullTextPart::name).toList());
    }
    map.put("cells", pipeline.allCells() ? "all" : "immune");
    map.put("species", pipeline.species().name().toLowerCase(Locale.ROOT));
    map.put("types", types.stream().sorted().map(EntityType::name).toList());
    map.put("min_score", minScore);
    map.put("offsets", offsets == OffsetUnit.UTF16 ? "utf16" : "codepoints");
    Map<String, String> models = new TreeMap<>();
    pipeline.models().forEach((type, file) -> models.put(type.name(), file.toString()));
    map.put("models", models);
    map.put("lexicons", pipeline.lexicons().stream().map(Path::toString).toList());
    return map;
  }
}
