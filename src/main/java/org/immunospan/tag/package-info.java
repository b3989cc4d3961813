/** Sentences and tokens to mentions: by lexicon and by OpenNLP name-finder models. */
package org.immunospan.tag;
