/** Gold corpora in the formats of their releases. */
package org.immunospan.corpus;
