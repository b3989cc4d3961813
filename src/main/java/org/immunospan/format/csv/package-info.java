/**
 * Results to files. The CSV files are RFC 4180, UTF-8 without byte order mark, {@code \n} at line
 * ends, with a header; an empty cell means unknown.
 */
package org.immunospan.format.csv;
