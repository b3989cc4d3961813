/** MEDLINE text, {@code .nbib}. */
package org.immunospan.format.medline;
