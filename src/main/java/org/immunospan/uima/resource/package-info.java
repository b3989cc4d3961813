/**
 * Models and lexicons as UIMA shared resources: loaded once for each resource manager, immutable
 * afterwards, shared by all engines and threads.
 */
package org.immunospan.uima.resource;
