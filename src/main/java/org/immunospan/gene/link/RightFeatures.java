package org.immunospan.gene.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.immunospan.lexicon.gene.Gene;
import org.immunospan.lexicon.gene.GeneNameKey;
import org.immunospan.lexicon.gene.NameSource;
import org.immunospan.text.Mention;

/** What speaks for or against the best candidate being right at all. */
final class RightFeatures {

  private RightFeatures() {}

  static List<String> of(
      LinkWords words,
      GeneDocument document,
      Mention mention,
      Candidate best,
      double probability,
      double otherSpecies) {
    GeneDocument.Name name = document.name(mention);
    CandidateFinder.Found found = document.found(name);
    Gene gene = document.gene(best.gene());
    List<String> features = new ArrayList<>(32);
    features.add("right:bias");
    NameSource source = NameSource.best(best.sources());
    features.add("right:source=" + source);
    for (NameSource each : NameSource.values()) {
      if (each.isIn(best.sources())) {
        features.add("right:has " + each);
      }
    }
    features.add("right:kind=" + best.kind());
    features.add("right:kind=" + best.kind() + " source=" + source);
    features.add("right:candidates=" + Math.min(5, found.candidates().size()));
    features.add("right:probability=" + Math.round(probability * 8));
    features.add("right:relatives=" + Math.min(3, document.relatives(gene)));
    features.add("right:mentions=" + Math.min(4, document.count(name)));
    features.add(
        "right:"
            + (gene.humanId() == 0 ? "mouse alone" : gene.mouseId() == 0 ? "human alone" : "pair"));
    features.add("right:groups=" + Math.min(2, gene.groups().size()));
    features.add("right:other names=" + Math.min(2, document.sureNames(best.gene())));
    if (best.fromLongForm()) {
      features.add("right:from long form");
    } else if (!name.longForm().isEmpty()) {
      features.add(
          found.longFormGenes().contains(best.gene())
              ? "right:long form agrees"
              : found.longFormGenes().isEmpty()
                  ? "right:long form unknown"
                  : "right:long form differs");
    }
    if (!name.longForm().isEmpty() && !found.longFormGenes().contains(best.gene())) {
      List<String> own = GeneNameKey.words(gene.name());
      boolean any = GeneNameKey.words(name.longForm()).stream().anyMatch(own::contains);
      features.add(any ? "right:long form shares words" : "right:long form shares nothing");
    }
    if (!Double.isNaN(mention.score())) {
      features.add("right:score=" + Math.min(9, (int) (mention.score() * 10)));
    }
    features.add("right:other species=" + Math.round(otherSpecies * 5));
    addShape(name.text(), found, source, features);
    document.wordsAfter(mention.span(), 1).stream()
        .filter(word -> words.is(LinkWords.Kind.HINT_AFTER, word))
        .forEach(word -> features.add("right:behind=" + word));
    String before = document.wordBefore(mention.span());
    if (words.is(LinkWords.Kind.HINT_BEFORE, before)) {
      features.add("right:before=" + before);
    }
    return features;
  }

  private static void addShape(
      String text, CandidateFinder.Found found, NameSource source, List<String> features) {
    String key = GeneNameKey.of(text);
    boolean digit = key.chars().anyMatch(Character::isDigit);
    boolean lower = text.equals(text.toLowerCase(Locale.ROOT));
    boolean upper = text.equals(text.toUpperCase(Locale.ROOT));
    String letters = lower ? "small" : upper ? "capital" : "mixed";
    String length = String.valueOf(Math.min(8, key.length()));
    features.add("right:length=" + length + (digit ? " digit" : ""));
    features.add("right:letters=" + letters + (digit ? " digit" : ""));
    features.add("right:words=" + Math.min(5, GeneNameKey.words(text).size()));
    boolean plural = text.length() > 3 && text.endsWith("s") && !text.endsWith("ss");
    if (plural) {
      features.add(
          "right:plural "
              + (Character.isUpperCase(text.charAt(text.length() - 2)) ? "capital" : "small"));
    }
    String numbered = found.numbered() == 0 ? "0" : found.numbered() < 3 ? "few" : "many";
    features.add("right:numbered=" + numbered);
    features.add("right:numbered=" + numbered + " source=" + source);
    if (key.endsWith("family") || key.endsWith("receptors") || key.endsWith("proteins")) {
      features.add("right:family word inside");
    }
    if (text.indexOf('/') >= 0) {
      features.add("right:slash");
    }
    if (text.indexOf(',') >= 0) {
      features.add("right:comma");
    }
  }
}
