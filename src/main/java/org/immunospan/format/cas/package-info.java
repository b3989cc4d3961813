/**
 * The CAS of Apache UIMA as a file, written only, with the types that INCEpTION and DKPro know.
 * {@code org.immunospan.uima} has the types of this program's own pipeline.
 */
package org.immunospan.format.cas;
