/**
 * Records of PubMed by their PMIDs, from NCBI's E-utilities or from a folder of those fetched
 * before. The only package that uses the network, and only when the user asks for it.
 */
package org.immunospan.format.eutils;
