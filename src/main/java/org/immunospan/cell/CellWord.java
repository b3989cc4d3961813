package org.immunospan.cell;

import java.util.List;

/**
 * A word or name of the grammar.
 *
 * @param genus the class that it names, {@link CellWords#ANY_CELL} for the bare noun, or ""
 * @param differentiae of the type that it adds, such as {@code regulatory}
 * @param subtype {@code immune} or {@code other} where there is no class, else ""
 */
record CellWord(Kind kind, String genus, List<String> differentiae, String subtype) {

  enum Kind {
    /** Names a cell alone: {@code Treg}. */
    HEAD,
    /** Names a cell before a noun: {@code T}. */
    STEM,
    /** A stem that may also stand alone: {@code NK}. */
    ALONE,
    /** {@code cell}, {@code lymphocyte}. */
    NOUN,
    /** Names the type: {@code naive}. */
    MODIFIER,
    /** Names the type of resident cells only: {@code alveolar}. */
    PLACE,
    /** Does not name the type: {@code activated}. */
    STATE,
    /** {@code and}. */
    JOIN,
    /** A noun after a cell: {@code precursor}. */
    TAIL,
    /** An abbreviation that names a cell only where a model finds one: {@code GMP}. */
    SHORT,
    /** The name of a cell line: {@code Jurkat}. */
    LINE,
    /** The name of something else: {@code T cell receptor}. */
    NOT
  }
}
