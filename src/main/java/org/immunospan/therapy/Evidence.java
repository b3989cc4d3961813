package org.immunospan.therapy;

import java.util.Locale;
import org.immunospan.crf.feature.SentenceAttribute;

/**
 * What is known of a token besides its form, as the context that the features of a therapy model
 * are made of. The context of a token is a row with one place for each constant; null where nothing
 * is known.
 */
enum Evidence {
  /** Whether no white space comes before it. */
  GLUED,
  /** Its place in a name of the lexicon, with the class of the name. */
  LEX,
  /** The kind of identifier of that name. */
  ORIGIN,
  /** What the grammar says of the word. */
  WORD,
  /** The last word of its noun phrase. */
  HEAD,
  /** What the grammar says of that word. */
  HEADKIND,
  /** The last two words before its noun phrase. */
  LEFT2,
  /** The word before its noun phrase. */
  LEFT1,
  /** The first word after its noun phrase. */
  RIGHT1,
  /** Its place in an abbreviation of the document, with what the long form is. */
  ABBR,
  /** The last word of the long form. */
  LONG,
  /** How the document uses the word. */
  DOC,
  /** How often the document has the word. */
  COUNT,
  /** Whether its sentence speaks of giving or measuring. */
  CUE,
  /** The part of the document. */
  PART,
  /** Whether the document speaks of cells or patients. */
  STUDY,
  /** Whether its sentence does. */
  SCENE;

  /** The name of the attribute in the templates. */
  String attributeName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The value of a row, or null. */
  @SuppressWarnings("EnumOrdinal") // the order of the constants is the layout of a row
  String of(String[] row) {
    return row.length > ordinal() ? row[ordinal()] : null;
  }

  /** Puts a value into a row. */
  @SuppressWarnings("EnumOrdinal")
  void put(String[] row, String value) {
    row[ordinal()] = value;
  }

  /** The attribute that reads this place of the rows. */
  SentenceAttribute attribute() {
    return (forms, context) -> {
      String[] values = new String[forms.length];
      for (int i = 0; i < Math.min(forms.length, context.length); i++) {
        if (context[i] != null) {
          values[i] = of(context[i]);
        }
      }
      return values;
    };
  }
}
