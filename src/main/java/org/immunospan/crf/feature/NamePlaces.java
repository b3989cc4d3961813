package org.immunospan.crf.feature;

/**
 * Where a sentence has names of a set, as an attribute. The decoder keeps with each word what the
 * set says of it ({@link NameSet#unit}).
 */
public record NamePlaces(NameSet names) implements SentenceAttribute {

  @Override
  public String[] values(String[] forms, String[][] context) {
    return names.places(forms, Adjacency.glued(forms.length, context));
  }
}
