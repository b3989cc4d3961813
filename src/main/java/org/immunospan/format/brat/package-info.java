/** brat standoff: a text with a file of marks next to it. */
package org.immunospan.format.brat;
