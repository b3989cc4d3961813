/** PubMed XML, and the choice among several records of one PMID. */
package org.immunospan.format.pubmed;
