/** A token and its tag per line. */
package org.immunospan.format.iob;
