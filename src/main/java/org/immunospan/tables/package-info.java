/**
 * From result folders of {@code annotate} to tables for analysis: counts of concepts,
 * co-occurrence, trends. All counting is done by DuckDB, an embedded database that works out of
 * core; statistics come from Apache Commons Statistics. No class outside this package knows either
 * of them.
 */
package org.immunospan.tables;
