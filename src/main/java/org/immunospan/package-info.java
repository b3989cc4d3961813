/**
 * immunospan finds genes, cell types and therapies in biomedical abstracts.
 *
 * <pre>
 * files ── read ──► Document ── segment ──► sentences, tokens ── tag ──► mentions ── link ──► identifiers
 *                                                                                              │
 *          run.json, errors.csv, documents.csv, spans.csv ◄── write ──────────────────────────┘
 * gold × spans.csv ── evaluate ──► scores      spans.csv ── tables ──► tables      gold ── train ──► models
 * </pre>
 *
 * <p>Every step is a plain class over the records of {@code text}; {@code uima} wraps each in an
 * annotator and composes them in one place. Read these four to know the system: {@code README.md},
 * this page, {@code uima/Pipeline.java} and {@code ArchitectureTest.java}.
 */
package org.immunospan;
