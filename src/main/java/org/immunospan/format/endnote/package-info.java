/** Citations in the XML of EndNote. */
package org.immunospan.format.endnote;
