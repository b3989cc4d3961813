/**
 * One run of the program: reads inputs, removes duplicates, annotates on several threads, writes a
 * folder of results in the order of the input, and resumes a run that was interrupted. Command
 * line, Spark and viewer are faces of it.
 */
package org.immunospan.run;
