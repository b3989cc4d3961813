/** What in a lexicon is dangerous in texts. */
package org.immunospan.lexicon.check;
