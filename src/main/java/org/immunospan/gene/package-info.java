/**
 * What is special about genes: the features of the gene model, and the rules that bring its spans
 * to the guidelines. Read {@link org.immunospan.gene.GeneTagger} first.
 */
package org.immunospan.gene;
