package org.immunospan.crf;

/**
 * A name found in a sentence.
 *
 * @param begin number of its first token
 * @param end number after its last token
 * @param type of the name
 * @param probability that exactly these tokens are a name of this type, under the model
 */
public record TokenSpan(int begin, int end, String type, double probability) {}
