/**
 * Linking: from a name in a text to the concept it refers to. {@link org.immunospan.link.Linker} is
 * the one interface; each entity has its own linker, which returns a {@link
 * org.immunospan.text.Grounding}.
 */
package org.immunospan.link;
