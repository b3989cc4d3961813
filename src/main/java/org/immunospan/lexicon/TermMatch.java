package org.immunospan.lexicon;

/**
 * A name found in a sentence.
 *
 * @param firstToken of the sentence, from 0
 * @param lastToken of the sentence, inclusive
 * @param value what the name was added with
 */
public record TermMatch(int firstToken, int lastToken, int value) {}
