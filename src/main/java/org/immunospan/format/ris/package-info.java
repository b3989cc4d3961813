/** Citations in RIS, as reference managers and publishers export them. */
package org.immunospan.format.ris;
