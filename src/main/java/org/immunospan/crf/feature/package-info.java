/**
 * What a CRF sees of a sentence. An attribute gives each token its values; a template combines the
 * values of neighbouring tokens into features. Nothing here depends on the model.
 */
package org.immunospan.crf.feature;
