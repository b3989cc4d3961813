package org.immunospan.text;

import java.util.Objects;

/**
 * An abbreviation where a text introduces it. Spans never overlap.
 *
 * @param longForm the words it abbreviates
 * @param shortForm the abbreviation itself
 */
public record Abbreviation(Span longForm, Span shortForm) {

  public Abbreviation {
    Objects.requireNonNull(longForm, "longForm");
    Objects.requireNonNull(shortForm, "shortForm");
  }
}
