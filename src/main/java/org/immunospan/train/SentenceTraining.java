package org.immunospan.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.sentdetect.EndOfSentenceScanner;
import opennlp.tools.sentdetect.SDContextGenerator;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.immunospan.segment.BiomedicalSentenceFactory;
import org.immunospan.segment.SentenceSplitter;
import org.immunospan.text.Span;

/**
 * Trains and scores the sentence model. The learner sees exactly the places that {@code
 * SentenceDetectorME} asks about: in each run of characters without white space the last {@code . ?
 * !}, if more text follows on the line. OpenNLP's own {@code train} would also teach the places it
 * never asks about, and call the last stop of a sentence its end where the sentence ends without
 * one.
 */
public final class SentenceTraining {

  private SentenceTraining() {}

  /**
   * Trains on the part {@code train}, writes the model, and scores it on the part {@code heldout}.
   *
   * @param ends as {@link SentenceEndsReader} reads it
   * @param texts the folder that the sources are named from
   */
  public static BoundaryScore train(Path ends, Path texts, Path model) throws IOException {
    List<SentenceEnds> documents = new SentenceEndsReader(texts).read(ends);
    SentenceModel trained = train(part("train", documents));
    trained.serialize(model);
    return evaluate(new SentenceSplitter(trained), part("heldout", documents));
  }

  /** Maximum entropy by L-BFGS; the same documents give the same weights. */
  public static SentenceModel train(List<SentenceEnds> documents) throws IOException {
    BiomedicalSentenceFactory.allow();
    BiomedicalSentenceFactory factory = new BiomedicalSentenceFactory();
    List<Event> events = new ArrayList<>();
    for (SentenceEnds document : documents) {
      addEvents(document, factory, events);
    }
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 200);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
    parameters.put(QNTrainer.L1COST_PARAM, 0.05);
    parameters.put(QNTrainer.L2COST_PARAM, 0.05);
    Map<String, String> manifest = new HashMap<>();
    EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, manifest);
    return new SentenceModel(
        factory.getLanguageCode(),
        trainer.train(ObjectStreamUtils.createObjectStream(events)),
        manifest,
        factory);
  }

  /** Scores a splitter on documents; each line of a text is a section. */
  public static BoundaryScore evaluate(SentenceSplitter splitter, List<SentenceEnds> documents) {
    BoundaryScore sum = BoundaryScore.NONE;
    for (SentenceEnds document : documents) {
      BitSet predicted = new BitSet();
      for (Span line : lines(document.text())) {
        splitter.spans(document.text(), line).forEach(span -> predicted.set(span.end()));
      }
      BitSet right = document.ends();
      right.and(predicted);
      sum =
          sum.plus(
              new BoundaryScore(
                  right.cardinality(),
                  predicted.cardinality(),
                  document.ends().cardinality(),
                  lines(document.text()).size()));
    }
    return sum;
  }

  private static List<SentenceEnds> part(String part, List<SentenceEnds> documents) {
    return documents.stream().filter(document -> document.part().equals(part)).toList();
  }

  private static void addEvents(
      SentenceEnds document, BiomedicalSentenceFactory factory, List<Event> events) {
    SDContextGenerator contexts = factory.getSDContextGenerator();
    EndOfSentenceScanner scanner = factory.getEndOfSentenceScanner();
    BitSet ends = document.ends();
    for (Span line : lines(document.text())) {
      String text = line.of(document.text());
      for (int stop : scanner.getPositions(text)) {
        int end = stop + 1;
        while (end < text.length() && !isSpace(text.charAt(end)) && !isStop(text.charAt(end))) {
          end++;
        }
        boolean asked = end < text.length() && isSpace(text.charAt(end));
        if (asked) {
          String outcome =
              ends.get(line.begin() + end) ? SentenceDetectorME.SPLIT : SentenceDetectorME.NO_SPLIT;
          events.add(new Event(outcome, contexts.getContext(text, stop)));
        }
      }
    }
  }

  private static List<Span> lines(String text) {
    List<Span> lines = new ArrayList<>();
    int begin = 0;
    while (begin < text.length()) {
      int end = text.indexOf('\n', begin);
      end = end < 0 ? text.length() : end;
      if (!text.substring(begin, end).isBlank()) {
        lines.add(new Span(begin, begin + text.substring(begin, end).stripTrailing().length()));
      }
      begin = end + 1;
    }
    return lines;
  }

  private static boolean isStop(char c) {
    return c == '.' || c == '?' || c == '!';
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
