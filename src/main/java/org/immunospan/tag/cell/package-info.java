/**
 * The grammar of cell names. {@link org.immunospan.tag.cell.MarkerReader} reads signed surface
 * markers ({@code CD4+CD25hi}) off the characters, {@link org.immunospan.tag.cell.CellGrammar} puts
 * markers, modifiers and head nouns together and resolves coordination, {@link
 * org.immunospan.tag.cell.CellClasses} finds the class of the Cell Ontology, and {@link
 * org.immunospan.tag.cell.CellTagger} does all this for a document.
 */
package org.immunospan.tag.cell;
