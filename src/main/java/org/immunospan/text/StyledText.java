package org.immunospan.text;

import java.util.Objects;

/**
 * A text without tags, and the markup that its source puts around parts of it.
 *
 * @param markup counts on {@code text}
 */
public record StyledText(String text, Markup markup) {

  public static final StyledText EMPTY = new StyledText("", Markup.NONE);

  public StyledText {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(markup, "markup");
  }

  public boolean isEmpty() {
    return text.isEmpty();
  }
}
