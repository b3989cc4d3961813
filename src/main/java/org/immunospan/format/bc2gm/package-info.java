/** The sentences and names of the BioCreative II gene mention task. */
package org.immunospan.format.bc2gm;
