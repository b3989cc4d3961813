/**
 * The CSV files of this program: RFC 4180, UTF-8 without byte order mark, {@code \n} at line ends,
 * with a header; an empty cell means unknown. {@link org.immunospan.format.csv.SpanRow} is the one
 * list of the columns of spans.csv.
 */
package org.immunospan.format.csv;
