/** Full texts in JATS, as PubMed Central has them. */
package org.immunospan.format.jats;
