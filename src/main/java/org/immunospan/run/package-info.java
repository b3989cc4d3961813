/**
 * One run of the program: reads inputs, removes duplicates, annotates on several threads, writes
 * parts in the order of the input, joins them to a folder of results, and resumes a run that was
 * interrupted. Command line, Spark and viewer are faces of it.
 */
package org.immunospan.run;
