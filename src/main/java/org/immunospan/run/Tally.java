package org.immunospan.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.immunospan.format.InputFile;
import org.immunospan.format.Inputs;
import org.immunospan.format.csv.CsvTable;
import org.immunospan.resource.Resources.ReadFile;
import org.immunospan.text.AnnotatedDocument;
import org.immunospan.text.Concept;
import org.immunospan.text.Document;
import org.immunospan.text.EntityType;
import org.immunospan.text.Mention;

/** What a run read and found. One thread. */
final class Tally {

  private final Map<EntityType, Long> mentions = new EnumMap<>(EntityType.class);
  private final Map<EntityType, Set<String>> concepts = new EnumMap<>(EntityType.class);
  private final List<ReadFile> inputFiles = new ArrayList<>();
  private final List<String> filesLeftOut = new ArrayList<>();
  private long documents;
  private long documentsBefore;
  private long errors;
  private long repeated;
  private long repeatedBefore;
  private Document firstRepeated;
  private Inputs.Summary summary = new Inputs.Summary(0, 0, 0, 0);

  Tally() {
    for (EntityType type : EntityType.values()) {
      mentions.put(type, 0L);
      concepts.put(type, new HashSet<>());
    }
  }

  void add(AnnotatedDocument annotated) {
    documents++;
    for (Mention mention : annotated.mentions()) {
      mentions.merge(mention.type(), 1L, Long::sum);
      for (Concept concept : mention.concepts()) {
        concepts.get(mention.type()).add(concept.identifier());
      }
    }
  }

  /** Counts a document of the interrupted run, whose mentions are counted one by one. */
  void addDocumentBefore() {
    documents++;
    documentsBefore++;
  }

  /** Counts a document that was read but could not be annotated. */
  void addFailed() {
    documents++;
    errors++;
  }

  /** Counts a place in the input that could not be read. */
  void addError() {
    errors++;
  }

  /** Counts a document whose identifier and text came before. */
  void addRepeated(Document document) {
    repeated++;
    if (firstRepeated == null) {
      firstRepeated = document;
    }
  }

  /** Counts repeated documents that this run does not meet. */
  void addRepeatedBefore(long count) {
    repeatedBefore += count;
  }

  void addFile(InputFile file) {
    inputFiles.add(new ReadFile(file.sourceFile(), file.sha256()));
  }

  /**
   * Puts the files of the run before in front of those of this one.
   *
   * @param isDamaged which files come after all others
   */
  void addBefore(RunReport.Before before, Predicate<String> isDamaged) {
    repeatedBefore += before.repeated();
    filesLeftOut.addAll(0, before.leftOut());
    inputFiles.addAll(0, before.files());
    // Of equal ones the order stays.
    inputFiles.sort(Comparator.comparing(file -> isDamaged.test(file.file())));
  }

  void addLeftOut(String file) {
    filesLeftOut.add(file);
  }

  /** What the readers left out for good reason; known when all is read. */
  void add(Inputs.Summary readers) {
    summary = readers;
  }

  /** Counts a row of spans.csv, where several identifiers are joined by {@code |}. */
  void addMention(CsvTable.Row row) {
    EntityType entityType = EntityType.valueOf(row.get("type"));
    String identifiers = row.get("identifier");
    mentions.merge(entityType, 1L, Long::sum);
    if (!identifiers.isEmpty()) {
      concepts.get(entityType).addAll(List.of(identifiers.split("\\|")));
    }
  }

  long documents() {
    return documents;
  }

  /** How many of the documents an interrupted run has done. */
  long documentsBefore() {
    return documentsBefore;
  }

  long errors() {
    return errors;
  }

  long repeated() {
    return repeated;
  }

  /** The first document that was left out because it came before, or null. */
  Document firstRepeated() {
    return firstRepeated;
  }

  /** PubMed records that were left out: one of the same PMID is newer, or they were deleted. */
  long recordsLeftOut() {
    return summary.superseded() + summary.deleted();
  }

  List<ReadFile> inputFiles() {
    return List.copyOf(inputFiles);
  }

  /** Files below a folder that are not documents. */
  List<String> filesLeftOut() {
    return List.copyOf(filesLeftOut);
  }

  /** See {@link ExitCode}. */
  int exitCode() {
    if (errors == 0) {
      return ExitCode.COMPLETE;
    }
    return documents == 0 ? ExitCode.WRONG_USE : ExitCode.SOME_UNREADABLE;
  }

  /** The counts under the names they have in run.json. */
  Map<String, Object> toMap() {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("documents", documents);
    Map<String, Long> mentionCounts = new LinkedHashMap<>();
    Map<String, Integer> conceptCounts = new LinkedHashMap<>();
    for (EntityType type : EntityType.values()) {
      mentionCounts.put(type.name(), mentions.get(type));
      conceptCounts.put(type.name(), concepts.get(type).size());
    }
    counts.put("mentions", mentionCounts);
    counts.put("concepts", conceptCounts);
    counts.put("errors", errors);
    counts.put("repeated", repeated + repeatedBefore);
    counts.put("superseded", summary.superseded());
    counts.put("deleted", summary.deleted());
    return counts;
  }

  /** The table that closes a run: one line for each type. */
  List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "%-10s %12s %10s", "", "mentions", "concepts"));
    for (EntityType type : EntityType.values()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-10s %,12d %,10d",
              type,
              mentions.get(type),
              concepts.get(type).size()));
    }
    return lines;
  }
}
