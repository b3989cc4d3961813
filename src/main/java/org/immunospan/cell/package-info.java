/**
 * The grammar of cell names. {@link org.immunospan.cell.MarkerReader} reads signed surface markers
 * ({@code CD4+CD25hi}) off the characters, {@link org.immunospan.cell.CellGrammar} puts markers,
 * modifiers and head nouns together and resolves coordination, {@link
 * org.immunospan.cell.CellLinker} finds the class of the Cell Ontology, and {@link
 * org.immunospan.cell.CellGrammarTagger} does all this for a document.
 */
package org.immunospan.cell;
