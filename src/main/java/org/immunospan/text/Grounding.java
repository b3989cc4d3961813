package org.immunospan.text;

import java.util.List;
import java.util.Objects;

/**
 * What a mention refers to: one concept, several that it names at once, one of several candidates,
 * or nothing that is known. Immutable.
 */
public sealed interface Grounding {

  /** Nothing is known. */
  static Grounding unlinked() {
    return new Unlinked();
  }

  /**
   * A concept with the evidence for it.
   *
   * @param score probability in [0, 1] that the concept is right, or NaN when unknown
   * @param source the terminology or rule that gave the concept, or "" when unknown
   */
  record Candidate(Concept concept, double score, String source) {
    public Candidate {
      Objects.requireNonNull(concept, "concept");
      Objects.requireNonNull(source, "source");
      if (score < 0 || score > 1) {
        throw new IllegalArgumentException("a score is in [0, 1] or NaN, found " + score);
      }
    }
  }

  /** The mention refers to this concept. */
  record Linked(Candidate candidate) implements Grounding {
    public Linked {
      Objects.requireNonNull(candidate, "candidate");
    }
  }

  /**
   * The mention names all of these at once, as {@code T and B cells} does.
   *
   * @param members two or more, in the order of the text
   */
  record Several(List<Candidate> members) implements Grounding {
    public Several {
      members = atLeastTwo(members);
    }
  }

  /**
   * The mention refers to one of these, and the text does not say which.
   *
   * @param ranked two or more, the most likely first
   */
  record Ambiguous(List<Candidate> ranked) implements Grounding {
    public Ambiguous {
      ranked = atLeastTwo(ranked);
    }
  }

  /** The mention refers to nothing that is known. See {@link #unlinked}. */
  record Unlinked() implements Grounding {}

  /** One concept. */
  static Grounding of(Concept concept, double score, String source) {
    return new Linked(new Candidate(concept, score, source));
  }

  /** All of these concepts at once: unlinked for none, linked for one, else several. */
  static Grounding all(List<Candidate> members) {
    return switch (members.size()) {
      case 0 -> unlinked();
      case 1 -> new Linked(members.get(0));
      default -> new Several(members);
    };
  }

  /** The concepts with their evidence: none, one, several, or the ranked candidates. */
  default List<Candidate> candidates() {
    if (this instanceof Linked linked) {
      return List.of(linked.candidate());
    }
    if (this instanceof Several several) {
      return several.members();
    }
    return this instanceof Ambiguous ambiguous ? ambiguous.ranked() : List.of();
  }

  /** The concepts that the mention certainly refers to: empty when it is ambiguous or unlinked. */
  default List<Concept> concepts() {
    return this instanceof Ambiguous
        ? List.of()
        : candidates().stream().map(Candidate::concept).toList();
  }

  /** Whether the mention refers to at least one known concept. */
  default boolean isLinked() {
    return this instanceof Linked || this instanceof Several;
  }

  private static List<Candidate> atLeastTwo(List<Candidate> candidates) {
    if (candidates.size() < 2) {
      throw new IllegalArgumentException("expected two or more candidates, found " + candidates);
    }
    return List.copyOf(candidates);
  }
}
