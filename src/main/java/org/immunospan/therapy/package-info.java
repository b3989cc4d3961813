/**
 * Therapies. {@link org.immunospan.therapy.TherapyEvidence} gathers what lexicon, grammar and
 * document say of each word, a model weighs it, {@link org.immunospan.therapy.DocumentVote} decides
 * for all places of a name together, {@link org.immunospan.therapy.NameEdges} mends the ends of
 * names, {@link org.immunospan.therapy.TherapyClassifier} decides on the class, and {@link
 * org.immunospan.therapy.TherapyTagger} does all this for a document.
 */
package org.immunospan.therapy;
