package org.immunospan.text;

/**
 * What was found out about words before, by their form: a word that is met again, as most are, is
 * not looked up again. Holds a fixed number of words. A new word takes the second of the two places
 * of its form, and moves up when it is asked for, so that rare words are evicted first. Safe for
 * use by several threads without synchronisation if the values are immutable: at worst a value is
 * lost, and made again.
 */
public final class FormCache<V> {

  /** Its final fields make it safe to hand to other threads. */
  private record Entry<V>(String form, V value) {}

  private final Entry<V>[] entries;

  /**
   * Makes an empty cache.
   *
   * @param size the number of words, a power of two, at least 2
   */
  @SuppressWarnings({"unchecked", "rawtypes"}) // Java makes no arrays of generic types
  public FormCache(int size) {
    this.entries = new Entry[size];
  }

  /** What is known of the form, or null. */
  public V get(String form) {
    int place = place(form);
    Entry<V> first = entries[place];
    if (first != null && first.form.equals(form)) {
      return first.value;
    }
    Entry<V> second = entries[place + 1];
    if (second != null && second.form.equals(form)) {
      entries[place] = second;
      entries[place + 1] = first;
      return second.value;
    }
    return null;
  }

  /** Keeps a value, which is not null. */
  public void put(String form, V value) {
    int place = place(form);
    entries[entries[place] == null ? place : place + 1] = new Entry<>(form, value);
  }

  private int place(String form) {
    return Forms.spread(form.hashCode()) & (entries.length - 2);
  }
}
