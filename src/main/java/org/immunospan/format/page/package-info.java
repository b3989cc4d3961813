/** The page of one article in PubMed, saved as text. */
package org.immunospan.format.page;
