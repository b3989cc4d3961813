package org.immunospan.cli;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immunospan.format.Format;
import org.immunospan.format.Inputs;
import org.immunospan.format.csv.Columns;
import org.immunospan.format.eutils.EUtilities;
import org.immunospan.format.eutils.PubMedByPmid;
import org.immunospan.format.jats.FullTextPart;
import org.immunospan.text.UserException;
import picocli.CommandLine.Option;

/** The options that say what the inputs are. */
final class InputOptions {

  /** The system property for another address of the E-utilities, such as that of a mirror. */
  private static final String SERVER = "immunospan.eutils";

  /** The environment variable for a key of NCBI. */
  private static final String KEY = "NCBI_API_KEY";

  /** What {@code --format} may be. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Format.names().iterator();
    }
  }

  @Option(
      names = "--format",
      defaultValue = "auto",
      paramLabel = "NAME",
      completionCandidates = Names.class)
  private String format;

  @Option(names = "--columns", paramLabel = "PART=NAME,...")
  private String columns;

  @Option(names = "--full-text", split = ",", paramLabel = "PART")
  private Set<FullTextPart> fullText = EnumSet.noneOf(FullTextPart.class);

  @Option(names = "--pmids", paramLabel = "FILE", descriptionKey = "input-pmids")
  private Path pmids;

  @Option(names = "--online")
  private boolean online;

  @Option(names = "--email", paramLabel = "ADDRESS")
  private String email;

  @Option(names = "--cache", paramLabel = "DIR")
  private Path cache = usualCache();

  /** Whether PMIDs are given next to files, or in place of them. */
  boolean hasPmids() {
    return pmids != null;
  }

  /**
   * The files to read: those that are given, and one with the records of the PMIDs. Uses the
   * network with {@code --online} alone.
   *
   * @param messages gets messages about the progress
   */
  List<String> files(List<String> inputs, PrintStream messages) {
    if (pmids == null) {
      if (online || email != null) {
        throw new UserException("--online, --email: expected --pmids FILE with them, found none");
      }
      return inputs;
    }
    if (online && (email == null || !email.matches("[^@ ]+@[^@ ]+"))) {
      throw UserException.of(
          "--online",
          "--email ADDRESS, so that NCBI can write to you before it locks you out",
          email == null ? "none" : "'" + email + "'");
    }
    Path records =
        PubMedByPmid.gather(
            pmids,
            cache,
            online ? Optional.of(server()) : Optional.empty(),
            message -> messages.println("immunospan: " + message));
    List<String> files = new ArrayList<>(inputs);
    files.add(records.toString());
    return files;
  }

  private EUtilities server() {
    Optional<String> key = Optional.ofNullable(System.getenv(KEY)).filter(k -> !k.isBlank());
    URI base =
        Optional.ofNullable(System.getProperty(SERVER)).map(URI::create).orElse(EUtilities.NCBI);
    return new EUtilities(base, email, key, EUtilities.Pace.ofNcbi(key.isPresent()));
  }

  /** The place for caches of programs that the XDG Base Directory Specification names. */
  private static Path usualCache() {
    String caches = System.getenv("XDG_CACHE_HOME");
    return (caches == null || caches.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(caches))
        .resolve("immunospan")
        .resolve("pubmed");
  }

  /** The columns of tables. */
  Columns columns() {
    return columns == null ? Columns.USUAL : Columns.parse(columns);
  }

  /** Parts of full texts that are read beyond the usual. */
  Set<FullTextPart> fullText() {
    return fullText;
  }

  /** The format, where it is not to be found by content. */
  Optional<Format> format() {
    return columns == null ? Format.named(format) : Optional.of(Format.CSV);
  }

  /** Finds the inputs. */
  Inputs open(List<String> inputs) {
    return Inputs.open(inputs, format(), System.in).withColumns(columns()).withFullText(fullText);
  }
}
