/** Answers of the search of Europe PMC, in JSON. */
package org.immunospan.format.europepmc;
