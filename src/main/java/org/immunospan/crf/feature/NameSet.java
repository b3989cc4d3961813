package org.immunospan.crf.feature;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.immunospan.text.FormCache;
import org.immunospan.text.Span;
import org.immunospan.text.Tokenizer;
import org.immunospan.text.Tokens;

/**
 * A large set of names as evidence for a tagger: it says which tokens of a sentence may be part of
 * a name of which kind, not which name it is. Names are kept as fingerprints of 40 bits, about 4
 * bytes each; among a million names, one lookup in a million is wrongly answered with yes.
 *
 * <p>Case, hyphens and the spelling of Greek letters do not count ({@code TNF-α}, {@code tnf
 * alpha}), except for kinds that keep case, where spaces count too. Immutable; safe to share.
 */
public final class NameSet {

  /** The most tokens, hyphens not counted, of a name that is found. */
  public static final int MOST_UNITS = 12;

  private static final int MOST_TOKENS = 20;

  /** The most tokens of a name that keeps case; a longer search would never find a symbol. */
  private static final int MOST_EXACT_TOKENS = 8;

  /** The number of words whose units are remembered. */
  private static final int KNOWN = 1 << 14;

  private static final long FINGERPRINT = (1L << 40) - 1;
  private static final long BASE = 0x9E3779B97F4A7C15L;

  /**
   * Flag: a longer name starts with these units, so the search goes on. Not set for names that keep
   * case.
   */
  private static final int BEGINNING = 1 << 7;

  private static final int MAGIC = 0x4E414D32;
  private static final char[] PLACES = {'O', 'B', 'I', 'L', 'U'};

  /** The names of Greek letters in lowercase, by their distance from {@link #FIRST_GREEK}. */
  private static final String[] GREEK = new String['ω' - 'µ' + 1];

  private static final char FIRST_GREEK = 'µ';

  static {
    String[] names =
        ("α alpha β beta γ gamma δ delta ε epsilon ζ zeta η eta θ theta ι iota κ kappa λ lambda"
                + " μ mu µ mu ν nu ξ xi π pi ρ rho σ sigma τ tau υ upsilon φ phi χ chi ψ psi"
                + " ω omega")
            .split(" ");
    for (int i = 0; i < names.length; i += 2) {
      GREEK[names[i].charAt(0) - FIRST_GREEK] = names[i + 1];
    }
  }

  private final int kinds;
  private final int keepingCase;

  /** Open addressing: fingerprint and kinds, {@code fingerprint << 8 | kinds}; 0 is free. */
  private final long[] table;

  /**
   * Two bits of one number for each name (a blocked Bloom filter; Putze, Sanders and Singler 2007).
   * Most lookups are of what is not a name and end here, in an array small enough for the
   * processor's cache.
   */
  private final long[] filter;

  /** The units of words that were seen before. */
  private final FormCache<Unit> known = new FormCache<>(KNOWN);

  private NameSet(int kinds, int keepingCase, long[] entries) {
    this.kinds = kinds;
    this.keepingCase = keepingCase;
    this.table = new long[Integer.highestOneBit(Math.max(8, entries.length)) * 4];
    this.filter = new long[table.length / 32];
    for (long entry : entries) {
      long fingerprint = entry >>> 8;
      filter[place(fingerprint)] |= 1L << fingerprint | 1L << (fingerprint >>> 6);
      int place = (int) (entry >>> 8) & (table.length - 1);
      while (table[place] != 0) {
        place = (place + 1) & (table.length - 1);
      }
      table[place] = entry;
    }
  }

  /** A set of no names, of one kind. */
  public static NameSet empty() {
    return new NameSet(1, 0, new long[0]);
  }

  /** Gathers names. For one thread. */
  public static final class Builder {

    private final Tokenizer tokenizer;
    private final int kinds;
    private final int keepingCase;
    private final Map<Long, Integer> entries = new HashMap<>();

    /**
     * @param tokenizer the one that cuts the text
     * @param kinds how many, at most 7
     * @param keepingCase kinds, as bits, whose names are found only in the same case
     */
    public Builder(Tokenizer tokenizer, int kinds, int keepingCase) {
      if (kinds < 1 || kinds > 7) {
        throw new IllegalArgumentException("expected 1 to 7 kinds, got " + kinds);
      }
      this.tokenizer = tokenizer;
      this.kinds = kinds;
      this.keepingCase = keepingCase;
    }

    /** Adds a name unless it is too long to be found. */
    public void add(String name, int kind) {
      Tokens tokens = tokenizer.tokenize(name, new Span(0, name.length()));
      boolean exact = (keepingCase >> kind & 1) != 0;
      long key = 0;
      long[] beginnings = new long[2];
      int units = 0;
      for (int i = 0; i < tokens.size(); i++) {
        String form = tokens.text(i);
        if (!isHyphen(form)) {
          key = exact ? joinExact(key, form) : join(key, form);
          if (units < beginnings.length) {
            beginnings[units] = key;
          }
          units++;
        }
      }
      if (units > 0 && units <= MOST_UNITS) {
        entries.merge(fingerprint(key, exact), 1 << kind, (a, b) -> a | b);
        for (int i = 0; i < Math.min(units - 1, beginnings.length) && !exact; i++) {
          entries.merge(fingerprint(beginnings[i], false), BEGINNING, (a, b) -> a | b);
        }
      }
    }

    public NameSet build() {
      long[] packed =
          entries.entrySet().stream()
              .mapToLong(entry -> (entry.getKey() << 8) | entry.getValue())
              .toArray();
      return new NameSet(kinds, keepingCase, packed);
    }
  }

  /**
   * What one token is to a set of names, whatever is around it: the factors and terms of the
   * polynomials that {@link NameSet#join} and {@link NameSet#joinExact} continue, and what the
   * token is by itself. Made once for a word that comes again, so that most tokens, which begin no
   * name, cost no lookup. Immutable.
   */
  public static final class Unit {

    private final boolean hyphen;
    private final long factor;
    private final long term;
    private final long exactFactor;
    private final long exactTerm;

    /** As of {@link NameSet#find}, of the token alone, without regard to case and with it. */
    private final byte found;

    private final byte foundExact;

    private Unit(String form, NameSet names) {
      this.hyphen = isHyphen(form);
      String spelt = spelt(form);
      String folded = spelt == null ? form : spelt;
      long power = 1;
      long foldedKey = 0;
      long exactKey = 0;
      for (int c = 0; c < folded.length(); c++) {
        char character = folded.charAt(c);
        power *= BASE;
        foldedKey = foldedKey * BASE + lowerCase(character);
        exactKey = exactKey * BASE + character;
      }
      this.factor = power * BASE;
      this.term = power + foldedKey;
      this.exactFactor = spelt == null ? power : BASE;
      this.exactTerm = spelt == null ? exactKey : form.charAt(0);
      this.found = (byte) names.find(fingerprint(term, false));
      this.foundExact =
          (byte) (names.keepingCase == 0 ? 0 : names.find(fingerprint(exactTerm, true)));
    }

    private static int lowerCase(char c) {
      return c < 128 ? (c >= 'A' && c <= 'Z' ? c + 32 : c) : Character.toLowerCase(c);
    }

    private long join(long key) {
      return key * factor + term;
    }

    private long joinExact(long key) {
      return key * exactFactor + exactTerm;
    }
  }

  /** What a token of this form is to these names. */
  public Unit unit(String form) {
    return new Unit(form, this);
  }

  /**
   * For each token one letter of BILOU for each kind: its place in the leftmost longest name of
   * that kind; null for a token that is in no name. Hyphens alone never begin a name.
   *
   * @param glued whether no white space comes before the token
   */
  public String[] places(String[] forms, boolean[] glued) {
    Unit[] units = new Unit[forms.length];
    for (int i = 0; i < units.length; i++) {
      units[i] = unit(forms[i]);
    }
    return places(units, glued);
  }

  /** The same of the tokens of a sentence. */
  public String[] places(Tokens tokens) {
    Unit[] units = new Unit[tokens.size()];
    for (int i = 0; i < units.length; i++) {
      String form = tokens.text(i);
      units[i] = known.get(form);
      if (units[i] == null) {
        units[i] = unit(form);
        known.put(form, units[i]);
      }
    }
    return places(units, Adjacency.glued(tokens));
  }

  /**
   * The same of tokens whose units are known.
   *
   * @param units of this set
   * @param glued whether no white space comes before the token
   */
  public String[] places(Unit[] units, boolean[] glued) {
    int n = units.length;
    String[] letters = new String[n];
    byte[] places = null;
    int[] free = new int[kinds];
    int[] end = new int[kinds];
    for (int i = 0; i < n; i++) {
      if (!units[i].hyphen && longest(units, glued, i, end)) {
        places = places == null ? new byte[n * kinds] : places;
        for (int kind = 0; kind < kinds; kind++) {
          if (end[kind] > 0 && i >= free[kind]) {
            mark(places, kind, i, end[kind]);
            free[kind] = end[kind];
          }
        }
      }
    }
    if (places != null) {
      setLetters(places, letters);
    }
    return letters;
  }

  /** The ends of the longest names that begin at a token, by kind; whether there are any. */
  private boolean longest(Unit[] units, boolean[] glued, int first, int[] end) {
    boolean mayBeExact =
        keepingCase != 0
            && (units[first].foundExact != 0 || (first + 1 < units.length && glued[first + 1]));
    if (units[first].found == 0 && !mayBeExact) {
      return false;
    }
    Arrays.fill(end, 0);
    boolean any = longest(units, glued, first, end, false);
    return (mayBeExact && longest(units, glued, first, end, true)) || any;
  }

  /** The longest names of the kinds that keep case, or of the others. */
  private boolean longest(Unit[] units, boolean[] glued, int first, int[] end, boolean exact) {
    int tokens = exact ? MOST_EXACT_TOKENS : MOST_TOKENS;
    int kindsSought = exact ? keepingCase : ~keepingCase;
    boolean any = false;
    long key = 0;
    int count = 0;
    for (int j = first; j < Math.min(units.length, first + tokens); j++) {
      Unit unit = units[j];
      if (exact && j > first && !glued[j]) {
        return any;
      }
      if (unit.hyphen) {
        continue;
      }
      key = exact ? unit.joinExact(key) : unit.join(key);
      count++;
      int found = j > first ? find(fingerprint(key, exact)) : exact ? unit.foundExact : unit.found;
      for (int kind = 0; kind < kinds && (found & kindsSought) != 0; kind++) {
        if ((found & kindsSought & 1 << kind) != 0) {
          end[kind] = j + 1;
          any = true;
        }
      }
      boolean mayGoOn = exact || count > 2 || (found & BEGINNING) != 0;
      if (!mayGoOn || count == MOST_UNITS) {
        return any;
      }
    }
    return any;
  }

  private void mark(byte[] places, int kind, int first, int end) {
    for (int i = first; i < end; i++) {
      int place = end == first + 1 ? 4 : i == first ? 1 : i == end - 1 ? 3 : 2;
      places[i * kinds + kind] = (byte) place;
    }
  }

  private void setLetters(byte[] places, String[] letters) {
    char[] chars = new char[kinds];
    for (int i = 0; i < letters.length; i++) {
      boolean any = false;
      for (int kind = 0; kind < kinds; kind++) {
        int place = places[i * kinds + kind];
        any |= place != 0;
        chars[kind] = PLACES[place];
      }
      letters[i] = any ? new String(chars) : null;
    }
  }

  /** The name of a Greek letter; null for anything else. */
  private static String spelt(String form) {
    if (form.length() != 1 || form.charAt(0) < FIRST_GREEK) {
      return null;
    }
    int place = Character.toLowerCase(form.charAt(0)) - FIRST_GREEK;
    return place >= 0 && place < GREEK.length ? GREEK[place] : null;
  }

  private static boolean isHyphen(String form) {
    return form.length() == 1 && form.charAt(0) == '-';
  }

  /** The key of a name's units so far and one more: a polynomial over folded characters. */
  private static long join(long key, String form) {
    long k = key * BASE + 1;
    String spelt = spelt(form);
    if (spelt != null) {
      return joinExact(k, spelt);
    }
    for (int i = 0; i < form.length(); i++) {
      k = k * BASE + Character.toLowerCase(form.charAt(i));
    }
    return k;
  }

  private static long joinExact(long key, String form) {
    long k = key;
    for (int i = 0; i < form.length(); i++) {
      k = k * BASE + form.charAt(i);
    }
    return k;
  }

  private static long fingerprint(long key, boolean exact) {
    long k = exact ? ~key : key;
    k = (k ^ (k >>> 33)) * 0xFF51AFD7ED558CCDL;
    k = (k ^ (k >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return Math.max(1, (k ^ (k >>> 33)) & FINGERPRINT);
  }

  private int place(long fingerprint) {
    return (int) (fingerprint >>> 12) & (filter.length - 1);
  }

  private int find(long fingerprint) {
    long bits = filter[place(fingerprint)];
    if ((bits >>> fingerprint & bits >>> (fingerprint >>> 6) & 1) == 0) {
      return 0;
    }
    int place = (int) fingerprint & (table.length - 1);
    while (table[place] != 0) {
      if (table[place] >>> 8 == fingerprint) {
        return (int) table[place] & 0xFF;
      }
      place = (place + 1) & (table.length - 1);
    }
    return 0;
  }

  /** Writes the same bytes for the same names; does not close the stream. */
  public void write(OutputStream stream) throws IOException {
    long[] sorted = Arrays.stream(table).filter(entry -> entry != 0).sorted().toArray();
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(MAGIC);
    out.writeByte(kinds);
    out.writeByte(keepingCase);
    out.writeInt(sorted.length);
    for (int shift = 16; shift >= 0; shift -= 8) {
      long previous = 0;
      for (long entry : sorted) {
        long difference = (entry >>> 8) - previous;
        previous = entry >>> 8;
        out.writeByte((int) (Math.min(difference, LARGE) >>> shift));
      }
    }
    long previous = 0;
    for (long entry : sorted) {
      long difference = (entry >>> 8) - previous;
      previous = entry >>> 8;
      if (difference >= LARGE) {
        out.writeLong(difference);
      }
    }
    for (long entry : sorted) {
      out.writeByte((int) entry);
    }
    out.flush();
  }

  /** Differences that do not fit into 24 bits are written as this, and in full after it. */
  private static final long LARGE = (1 << 24) - 1;

  /**
   * Reads what {@link #write} wrote, and no further.
   *
   * @param place what to name in an error
   */
  public static NameSet read(InputStream stream, String place) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    int magic = in.readInt();
    if (magic != MAGIC) {
      throw new IOException(
          "%s: found magic %s, expected %s"
              .formatted(
                  place, HexFormat.of().toHexDigits(magic), HexFormat.of().toHexDigits(MAGIC)));
    }
    int kinds = in.readByte();
    int keepingCase = in.readByte();
    int size = in.readInt();
    byte[] differences = new byte[3 * size];
    in.readFully(differences);
    long[] entries = new long[size];
    long fingerprint = 0;
    for (int i = 0; i < size; i++) {
      long difference =
          ((differences[i] & 0xFFL) << 16)
              | ((differences[size + i] & 0xFFL) << 8)
              | (differences[2 * size + i] & 0xFFL);
      fingerprint += difference == LARGE ? in.readLong() : difference;
      entries[i] = fingerprint << 8;
    }
    byte[] masks = new byte[size];
    in.readFully(masks);
    for (int i = 0; i < size; i++) {
      entries[i] |= masks[i] & 0xFF;
    }
    return new NameSet(kinds, keepingCase, entries);
  }
}
