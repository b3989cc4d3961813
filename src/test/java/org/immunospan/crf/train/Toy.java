package org.immunospan.crf.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;

/** An invented language with genes in it, and models trained on it. */
public final class Toy {

  static final String TEMPLATES =
      """
      w[-2..2] prefix[0] suffix[0] gram[0] shape[-1..1] brief[0]
      w[-1..0]|w[0..1] w[-1]|w[1] shape[0]|w[0] suffix[0]|w[1]   # pairs, and two of one word
      w[-1]|w[0]|w[1] w[-2]|w[1]                                 # three, and far apart
      glued[-1..1] glued[0]|w[0] glued[0]|glued[1] touch[0]|w[-1]
      place[0] place[0]|chunk[0] chunk[0]|w[1]                   # chunks
      depth[-1..1] depth[0]|w[0] depth[0]|depth[1]|place[0]      # sentences
      """;

  private static final String[][] NAMES = {
    {"abc", "1"}, {"xyz", "-", "2"}, {"protein", "kinase", "c"}, {"p", "53"}, {"insulin"}
  };
  private static final String[] WORDS = {
    "the", "binds", "of", "cells", "expression", "in", "p", "value", "2", "kinase", "-", "c", "."
  };

  private Toy() {}

  public static List<NameSample> samples(long seed, int count) {
    Random random = new Random(seed);
    List<NameSample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> tokens = new ArrayList<>();
      List<Span> names = new ArrayList<>();
      for (int pieces = 1 + random.nextInt(10); pieces > 0; pieces--) {
        if (random.nextInt(4) == 0) {
          String[] name = NAMES[random.nextInt(NAMES.length)];
          names.add(new Span(tokens.size(), tokens.size() + name.length, "gene"));
          tokens.addAll(List.of(name));
        } else {
          tokens.add(WORDS[random.nextInt(WORDS.length)]);
        }
      }
      samples.add(
          new NameSample(tokens.toArray(String[]::new), names.toArray(Span[]::new), i % 5 == 0));
    }
    return samples;
  }

  /** The same with names of three types, some of which have words in common. */
  public static List<NameSample> typedSamples(long seed, int count) {
    Map<String, String> typeOfFirst = Map.of("protein", "family", "insulin", "drug", "p", "drug");
    return samples(seed, count).stream()
        .map(
            sample ->
                new NameSample(
                    sample.getSentence(),
                    Arrays.stream(sample.getNames())
                        .map(
                            span ->
                                new Span(
                                    span.getStart(),
                                    span.getEnd(),
                                    typeOfFirst.getOrDefault(
                                        sample.getSentence()[span.getStart()], "gene")))
                        .toArray(Span[]::new),
                    sample.isClearAdaptiveDataSet()))
        .toList();
  }

  /** Trains as any user of OpenNLP would. */
  public static TokenNameFinderModel train(Map<String, String> parameters) throws IOException {
    return train(parameters, samples(1, 200));
  }

  public static TokenNameFinderModel train(
      Map<String, String> parameters, List<NameSample> sentences) throws IOException {
    TrainingParameters all = new TrainingParameters();
    all.put("Algorithm", CrfTrainer.class.getName());
    all.put("Cutoff", 1);
    all.put("Silent", true);
    parameters.forEach(all::put);
    try (ObjectStream<NameSample> samples = ObjectStreamUtils.createObjectStream(sentences)) {
      return NameFinderME.train("en", "gene", samples, all, new ToyFactory(TEMPLATES));
    }
  }
}
