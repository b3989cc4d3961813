/**
 * Lists of names from public terminologies and the matcher that finds them in text. A {@link
 * org.immunospan.lexicon.Lexicon} is read from a TSV file, compiled once to a {@link
 * org.immunospan.lexicon.LexiconMatcher}, and shared between threads. {@link
 * org.immunospan.lexicon.TermNormaliser} says which spellings count as the same.
 */
package org.immunospan.lexicon;
