/**
 * immunospan finds genes, cell types and therapies in biomedical abstracts and links them to public
 * identifiers.
 *
 * <p>The walk of one document, from a file to rows of spans.csv:
 *
 * <pre>
 * cli        options become a RunConfig
 *   run        Run: opens the inputs, leaves out duplicates, annotates in order on several threads, writes
 *     format     a file becomes a Document
 *     uima       Pipeline: the steps in their order, each a UIMA annotator that calls a plain class
 *       segment    sentences, tokens, abbreviations
 *       gene       mentions of genes      ┐
 *       cell       mentions of cells      ├ by the techniques in tag, each with its linker
 *       therapy    mentions of therapies  ┘
 *     format     mentions become rows of spans.csv
 * </pre>
 *
 * <p>Around it:
 *
 * <pre>
 * text       values that all others share: Document, Sentence, Mention, Grounding
 * tag        techniques that the entities share: taggers, overlaps, brackets
 * lexicon    which names exist; lexicon.build makes the lexicons from public terminologies
 * crf        the model that finds names, with its training and its fast decoder
 * resource   opens, hashes and loads models, lexicons and tables
 * train      corpora become models
 * evaluate   gold and spans.csv become scores
 * tables     results become tables for analysis
 * report     scores, tables and documents become pages and JSON
 * </pre>
 *
 * <p>Read these four files to follow a document: {@code README.md}, this page, {@code run/Run.java}
 * and {@code uima/Pipeline.java}. {@code ArchitectureTest} says which package may use which.
 */
package org.immunospan;
