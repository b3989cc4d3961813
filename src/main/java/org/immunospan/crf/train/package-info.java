/**
 * Training of CRF models, called by OpenNLP through {@link org.immunospan.crf.train.CrfTrainer}.
 */
package org.immunospan.crf.train;
