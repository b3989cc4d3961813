/**
 * Gold corpora in the formats they are released in. {@link org.immunospan.format.GoldCorpus} finds
 * the format by content and hands out {@link org.immunospan.format.gold.GoldDocument}s, whose spans have
 * all been checked against the text; {@link org.immunospan.format.gold.TypeMap} turns the types of a
 * corpus into ours. Training and evaluation both read gold through this package only.
 */
package org.immunospan.format.gold;
