package org.immunospan.link;

import org.immunospan.text.Grounding;

/**
 * Finds what a name refers to. A linker never returns a concept that is more specific than the
 * text; it returns {@link Grounding#unlinked} when it knows none. Implementations are immutable.
 *
 * @param <N> what the linker needs of a name: for a cell its parts, for a gene its document
 */
public interface Linker<N> {

  /** What the name refers to. */
  Grounding link(N name);
}
