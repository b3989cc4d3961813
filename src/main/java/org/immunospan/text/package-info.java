/**
 * The values that every step shares: documents, sections, sentences, tokens, mentions and concepts.
 * Plain immutable records on the JDK alone. All offsets are half-open UTF-16 code units on the text
 * of the document; {@link org.immunospan.text.CodePoints} translates at the edges.
 */
package org.immunospan.text;
