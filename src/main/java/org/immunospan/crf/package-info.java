/**
 * A linear-chain conditional random field (CRF) for OpenNLP: the model and its mathematics.
 *
 * <pre>
 * crf.feature  what the model sees of a sentence: attributes of words, templates that combine them
 * crf          the model, its file, probabilities of labels, the choice of names
 * crf.decode   a fast decoder, which finds the names that {@code NameFinderME} finds
 * crf.train    the trainer, called by OpenNLP
 *
 * WordAttribute, ChunkAttribute, SentenceAttribute ─┐              ┌─► SentenceFeatures (strings) ─► CrfTrainer, NameFinderME
 *                                                   ├─► FeatureSet ┤
 * FeatureTemplate ──────────────────────────────────┘              └─► FastDecoder (cached scores, no strings)
 * </pre>
 *
 * <p>Features are declared once, as data. Read {@link org.immunospan.crf.feature.FeatureSet} first,
 * then {@link org.immunospan.crf.ForwardBackward} and {@link org.immunospan.crf.Viterbi} for the
 * mathematics.
 */
package org.immunospan.crf;
