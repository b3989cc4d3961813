/**
 * A fast decoder for CRF models. <b>This package is written for speed</b>, and is harder to read
 * than the rest of the program. {@code NameFinderME} makes a string of every feature, about 100 for
 * each token, and looks each of them up; annotating that way takes many times as long. Here no
 * string is made. The score of a token is a sum over its features, and most features depend on one
 * word, on two, or on one chunk: their sums are computed once and kept in caches of limited size
 * ({@link org.immunospan.crf.decode.CompiledFeatures}). A test compares the names found with those
 * of {@code NameFinderME}.
 */
package org.immunospan.crf.decode;
