/**
 * Linking of gene names. {@link org.immunospan.gene.link.GeneLinker} finds the gene of every
 * mention of a document in three steps: which gene is it, free of species; is that right at all; of
 * which species is it.
 */
package org.immunospan.gene.link;
