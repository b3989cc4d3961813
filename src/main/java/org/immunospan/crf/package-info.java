/**
 * A linear-chain conditional random field for OpenNLP, and a fast decoder for its models.
 *
 * <pre>
 * WordAttribute, ChunkAttribute, SentenceAttribute ─┐              ┌─► SentenceFeatures (strings) ─► CrfTrainer, NameFinderME
 *                                                   ├─► FeatureSet ┤
 * FeatureTemplate ──────────────────────────────────┘              └─► FastDecoder (cached sums, no strings)
 * </pre>
 *
 * <p>Features are declared once, as data. Read {@link org.immunospan.crf.FeatureSet} first, then
 * {@link org.immunospan.crf.ForwardBackward}, {@link org.immunospan.crf.Viterbi} and {@link
 * org.immunospan.crf.LogLikelihood} for the mathematics, {@link
 * org.immunospan.crf.CompiledFeatures} for what the decoder keeps.
 */
package org.immunospan.crf;
