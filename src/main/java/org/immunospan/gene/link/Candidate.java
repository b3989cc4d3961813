package org.immunospan.gene.link;

/**
 * A gene that a name may mean.
 *
 * @param gene its number in the lexicon
 * @param sources of the name, bits of {@code NameSource}
 * @param kind how the key comes from the name
 * @param fromLongForm whether the name of the text leads nowhere, only its long form
 */
record Candidate(int gene, int sources, NameVariant.Kind kind, boolean fromLongForm) {}
