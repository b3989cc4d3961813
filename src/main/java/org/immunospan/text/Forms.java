package org.immunospan.text;

/**
 * One string for all places where a word is written the same way. Words come again all the time:
 * the string is not made again, its hash is known, and comparing it with itself takes no time.
 * Holds a fixed number of forms, of which rare ones are evicted first, as in {@link FormCache}; a
 * form that was evicted gets another string. Safe for use by several threads without
 * synchronisation, since strings are immutable.
 */
public final class Forms {

  private static final int FORMS = 1 << 17;

  private final String[] forms = new String[FORMS];

  /** The characters {@code text[begin, end)}. */
  public String of(String text, int begin, int end) {
    int hash = 0;
    for (int i = begin; i < end; i++) {
      // As in String.hashCode, which a string has computed once.
      hash = 31 * hash + text.charAt(i);
    }
    int place = spread(hash) & (forms.length - 2);
    String first = forms[place];
    if (first != null && isAt(first, hash, text, begin, end)) {
      return first;
    }
    String second = forms[place + 1];
    if (second != null && isAt(second, hash, text, begin, end)) {
      forms[place] = second;
      forms[place + 1] = first;
      return second;
    }
    String made = text.substring(begin, end);
    forms[first == null ? place : place + 1] = made;
    return made;
  }

  private static boolean isAt(String form, int hash, String text, int begin, int end) {
    return form.hashCode() == hash && form.length() == end - begin && text.startsWith(form, begin);
  }

  /** Lets every bit of a hash count. */
  static int spread(int hash) {
    int mixed = (hash ^ (hash >>> 16)) * 0x9E3779B1;
    return mixed ^ (mixed >>> 15);
  }
}
