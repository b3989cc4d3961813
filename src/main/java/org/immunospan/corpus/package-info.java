/**
 * Gold corpora in the formats they are released in. {@link org.immunospan.corpus.GoldCorpus} finds
 * the format by content and hands out {@link org.immunospan.corpus.GoldDocument}s, whose spans have
 * all been checked against the text; {@link org.immunospan.corpus.TypeMap} turns the types of a
 * corpus into ours. Training and evaluation both read gold through this package only.
 */
package org.immunospan.corpus;
