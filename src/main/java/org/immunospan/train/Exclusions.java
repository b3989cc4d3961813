package org.immunospan.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.immunospan.format.GoldCorpus;

/**
 * Documents that nothing may be learned from: test parts and the like. The same abstract sits in
 * several corpora, under identifiers of several kinds and at times with another title, so a
 * document is known by its PMID and also by its text: it is left out when it holds the last {@value
 * #LETTERS} letters and digits of an excluded text. Shorter texts are known by their identifier
 * alone. For one thread while documents are added.
 */
public final class Exclusions {

  private static final int LETTERS = 60;

  private static final Pattern AROUND_PMID = Pattern.compile("^PMID-|\\..*$|-\\d\\d-.*$");

  private final Set<String> pmids = new HashSet<>();
  private final Set<String> endings = new HashSet<>();

  /**
   * The PMID in an identifier of a corpus: of {@code PMID-123}, of {@code PMID-123-04-Results};
   * other identifiers as they are.
   */
  static String pmid(String id) {
    return AROUND_PMID.matcher(id).replaceAll("");
  }

  /**
   * The documents of gold corpora.
   *
   * @param pmidFiles for corpora with identifiers of their own: the file with PMIDs
   */
  public static Exclusions read(List<Path> corpora, Map<Path, Path> pmidFiles) throws IOException {
    Exclusions exclusions = new Exclusions();
    for (Path corpus : corpora) {
      Map<String, String> pmids = pmids(pmidFiles.get(corpus));
      GoldCorpus.read(
          corpus,
          document ->
              exclusions.add(pmids.getOrDefault(document.id(), document.id()), document.text()),
          problem -> {});
    }
    return exclusions;
  }

  /**
   * The PMIDs of identifiers.
   *
   * @param file lines of identifier and PMID; null for none
   */
  public static Map<String, String> pmids(Path file) throws IOException {
    Map<String, String> pmids = new HashMap<>();
    for (String line : file == null ? List.<String>of() : Files.readAllLines(file)) {
      String[] fields = line.strip().split("\\s+", -1);
      if (fields.length > 1) {
        pmids.put(fields[0], fields[1]);
      }
    }
    return pmids;
  }

  /**
   * Adds a document that is to be left out.
   *
   * @param pmid the PMID, or any other identifier
   */
  public void add(String pmid, String text) {
    pmids.add(pmid(pmid));
    String letters = letters(text);
    if (letters.length() >= LETTERS) {
      endings.add(letters.substring(letters.length() - LETTERS));
    }
  }

  /** Whether the document is excluded, or holds an excluded text. */
  public boolean cover(String pmid, String text) {
    return pmids.contains(pmid(pmid)) || (!endings.isEmpty() && holdsEnding(letters(text)));
  }

  private boolean holdsEnding(String letters) {
    for (int end = LETTERS; end <= letters.length(); end++) {
      if (endings.contains(letters.substring(end - LETTERS, end))) {
        return true;
      }
    }
    return false;
  }

  /** The letters and digits of a text, in lowercase. */
  static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString().toLowerCase(Locale.ROOT);
  }
}
