/** Gold corpora to models. */
package org.immunospan.train;
