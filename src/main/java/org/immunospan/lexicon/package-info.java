/** What names and words exist: term lists, and classes of words learned from text. */
package org.immunospan.lexicon;
