/**
 * Makes the lexicons in {@code models/} from public terminologies and from the curated tables that
 * lie next to this package among the resources. Used once for each release of a terminology, never
 * when text is annotated.
 */
package org.immunospan.lexicon.build;
