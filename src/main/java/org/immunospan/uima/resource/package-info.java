/**
 * Models and lexicons as UIMA shared resources: loaded once for each resource manager, immutable
 * afterwards, shared by all engines and threads. Each is read on a thread of its own from when UIMA
 * asks for it; the first engine waits, and is told of faults.
 */
package org.immunospan.uima.resource;
