package org.immunospan.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.immunospan.format.Format;
import org.immunospan.format.GoldCorpus;
import org.immunospan.format.gold.GoldDocument;
import org.immunospan.format.gold.GoldMention;
import org.immunospan.format.gold.MalformedCorpusException;
import org.immunospan.format.gold.TypeMap;
import org.immunospan.text.EntityType;

/**
 * A gold corpus to learn names of one type from, as the user names it.
 *
 * @param path in any format of {@link Format}
 * @param group "" for a target corpus, whose guidelines the model follows; a word for an auxiliary
 *     one
 * @param type of the names to learn
 * @param types which of its types are that type
 * @param pmids from its identifiers to PMIDs, where they are others
 * @param every N, to take one of N documents; 1 for all
 * @param isAdapted whether its mentions are brought to the guidelines of this program first
 */
public record TrainingCorpus(
    Path path,
    String group,
    EntityType type,
    TypeMap types,
    Map<String, String> pmids,
    int every,
    boolean isAdapted) {

  public TrainingCorpus {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(group, "group");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(types, "types");
    pmids = Map.copyOf(pmids);
    if (every < 1) {
      throw new IllegalArgumentException("expected one of 1 or more documents, got " + every);
    }
  }

  /** The PMID of a document, or its identifier if it has none. */
  String pmid(GoldDocument document) {
    String id = Exclusions.pmid(document.id());
    return pmids.getOrDefault(id, id);
  }

  /**
   * What was read.
   *
   * @param documents with their names of the type alone
   * @param isSentences whether every document is one sentence
   */
  record Content(List<GoldDocument> documents, boolean isSentences) {}

  /**
   * Reads the corpus.
   *
   * @throws MalformedCorpusException if the corpus is malformed or no name of the type is marked in
   *     it
   */
  Content read() throws IOException {
    List<GoldDocument> documents = new ArrayList<>();
    TreeSet<String> found = new TreeSet<>();
    Format format =
        GoldCorpus.read(
            path,
            document -> {
              document.mentions().forEach(mention -> found.add(mention.type()));
              documents.add(ofType(document));
            },
            problem -> {});
    if (documents.stream().allMatch(document -> document.mentions().isEmpty())) {
      throw new MalformedCorpusException(
          path.toString(),
          "expected mentions of type %s, found %s; name the mapping, as in --map %s=%s"
              .formatted(
                  type,
                  found.isEmpty() ? "no mentions" : String.join(", ", found),
                  found.isEmpty() ? "Theirs" : found.first(),
                  type));
    }
    return new Content(documents, format == Format.BC2GM);
  }

  private GoldDocument ofType(GoldDocument document) {
    List<GoldMention> mentions =
        types.apply(document).mentions().stream()
            .filter(mention -> mention.type().equals(type.name()))
            .toList();
    return new GoldDocument(document.document(), mentions);
  }
}
