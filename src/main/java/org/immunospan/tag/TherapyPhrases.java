package org.immunospan.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immunospan.text.EntityType;
import org.immunospan.text.Grounding;
import org.immunospan.text.Mention;
import org.immunospan.text.SegmentedDocument;
import org.immunospan.text.Sentence;
import org.immunospan.text.Span;

/**
 * Marks therapies that are named after their target, since no list holds them all: {@code PDE4
 * inhibitors}, {@code mTOR-specific inhibitor}, {@code PD-1 blockade}, {@code humanized anti-CD52
 * antibody}, {@code CD19-directed CAR T cells}. The target must hold a capital and a second capital
 * or a digit; an antibody counts only if it is chimeric or humanized, as others are mostly reagents
 * or autoantibodies (of 30 in the development abstracts 25 are). Without a concept; the score is
 * 0.5. Misses targets of several words. Immutable; safe to share.
 */
public final class TherapyPhrases implements Tagger {

  private static final String SOURCE = "therapy-phrases-2";
  private static final double SCORE = 0.5;

  private static final String WORD = "[\\p{L}\\p{N}/-]";

  private static final Pattern INHIBITOR =
      Pattern.compile(
          "(?<!"
              + WORD
              + ")(?!I{2,3}\\b)(?=\\p{Ll}{0,3}\\p{Lu}"
              + WORD
              + "*[\\p{Lu}\\p{N}])"
              + WORD
              + "+(?:[- ](?:specific|selective)| receptor)?"
              + " (?:(?:inhibitor|antagonist|blocker)s?|blockade)\\b");

  private static final Pattern ANTIBODY =
      Pattern.compile(
          "\\b(?:[Cc]himeric|[Hh]umani[sz]ed) anti-"
              + WORD
              + "+ (?:monoclonal )?(?:antibod(?:y|ies)|m[Aa]bs?|MAbs?)\\b");

  private static final Pattern CAR_CELL =
      Pattern.compile(
          "(?<!"
              + WORD
              + ")\\p{Lu}"
              + "[\\p{L}\\p{N}]*[\\p{Lu}\\p{N}](?:[- ](?:directed|specific|targeted|targeting))?"
              + " CAR[- ](?:T|NK)(?:[- ]cells?)?\\b");

  @Override
  public List<Mention> tag(SegmentedDocument document) {
    List<Mention> mentions = new ArrayList<>();
    for (Sentence sentence : document.sentences()) {
      find(INHIBITOR, "drug class", document.text(), sentence.span(), mentions);
      find(ANTIBODY, "biologic", document.text(), sentence.span(), mentions);
      find(CAR_CELL, "cell therapy", document.text(), sentence.span(), mentions);
    }
    return Overlaps.resolve(mentions);
  }

  private static void find(
      Pattern pattern, String subtype, String text, Span sentence, List<Mention> mentions) {
    Matcher matcher = pattern.matcher(text).region(sentence.begin(), sentence.end());
    while (matcher.find()) {
      Span span = new Span(matcher.start(), matcher.end());
      mentions.add(
          new Mention(span, EntityType.THERAPY, subtype, Grounding.unlinked(), SCORE, SOURCE));
    }
  }
}
