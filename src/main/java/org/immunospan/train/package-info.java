/** Gold corpora to OpenNLP models, and texts without annotation to word classes. */
package org.immunospan.train;
