package org.immunospan.format.eutils;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.immunospan.format.pubmed.PubMedRecords;
import org.immunospan.format.source.ReadFault;

/**
 * Asks NCBI's EFetch for records of PubMed, as its guidelines want it: one request at a time, no
 * more than three a second (ten with a key), with the name of the tool and the address of who uses
 * it. A request that fails for a reason that may pass is sent again, after a longer and longer wait
 * or after the time that the server names. Not thread-safe.
 *
 * <p>Source: NBK25497, "A General Introduction to the E-utilities". An unknown PMID has no record
 * in the answer. An answer of status 400 may be a fault of a server behind the one that answers, so
 * it is tried again, unless it says that no identifier of the list is right.
 */
public final class EUtilities {

  /** Where NCBI's utilities are. */
  public static final URI NCBI = URI.create("https://eutils.ncbi.nlm.nih.gov/entrez/eutils/");

  /** Records of one request. */
  static final int MOST = 200;

  private static final String TOOL = "immunospan";
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final Pattern ERROR = Pattern.compile("<ERROR>(.*?)(</ERROR>|$)", Pattern.DOTALL);

  /**
   * How fast to ask.
   *
   * @param between from one request to the next
   * @param firstWait before a request is sent again; doubled each time
   * @param tries of one request
   */
  public record Pace(Duration between, Duration firstWait, int tries) {

    /** What NCBI allows. */
    public static Pace ofNcbi(boolean hasKey) {
      return new Pace(Duration.ofMillis(hasKey ? 110 : 350), Duration.ofSeconds(1), 6);
    }
  }

  private final URI base;
  private final String email;
  private final Optional<String> key;
  private final Pace pace;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(20))
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private long lastRequest;
  private boolean hasAnswered;

  /**
   * @param base address of the folder of the utilities, {@link #NCBI} but for tests and mirrors
   * @param email of the user; NCBI writes to it before it blocks a program
   * @param key an API key of NCBI, which allows more requests
   */
  public EUtilities(URI base, String email, Optional<String> key, Pace pace) {
    this.base = base;
    this.email = email;
    this.key = key;
    this.pace = pace;
  }

  /** The name of the server. */
  String host() {
    return base.getHost();
  }

  /**
   * The records of PMIDs as XML; PMIDs that PubMed does not know are missing.
   *
   * @param pmids at most {@value #MOST}
   * @throws IOException saying why there is no sound answer, after all tries
   */
  Map<String, String> fetch(List<String> pmids) throws IOException {
    HttpRequest request = request(pmids);
    Duration wait = pace.firstWait();
    IOException reason = null;
    for (int i = 0; i < pace.tries(); i++) {
      if (i > 0) {
        sleep(wait);
        wait = wait.multipliedBy(2);
      }
      keepPace();
      try {
        HttpResponse<byte[]> response =
            client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        hasAnswered = true;
        Optional<Map<String, String>> records = records(response);
        if (records.isPresent()) {
          return records.get();
        }
        reason = new IOException(status(response));
        wait = longer(wait, response);
      } catch (ReadFault e) {
        reason = new IOException("the answer is damaged: " + e.getMessage(), e);
      } catch (ConnectException e) {
        if (!hasAnswered) {
          throw new IOException("there is no connection", e);
        }
        reason = new IOException("there is no connection any more", e);
      } catch (IOException e) {
        reason = e;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
    throw reason;
  }

  private HttpRequest request(List<String> pmids) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("db", "pubmed");
    form.put("retmode", "xml");
    form.put("tool", TOOL);
    form.put("email", email);
    key.ifPresent(value -> form.put("api_key", value));
    form.put("id", String.join(",", pmids));
    String body =
        form.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(base.resolve("efetch.fcgi"))
        .timeout(Duration.ofMinutes(2))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("User-Agent", TOOL)
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  /**
   * The records of a sound answer; empty where it may be better the next time.
   *
   * @throws Refusal when it will not
   */
  private static Optional<Map<String, String>> records(HttpResponse<byte[]> response)
      throws IOException {
    int status = response.statusCode();
    Optional<String> error = error(response);
    if (error.isPresent() && error.get().startsWith("ID list is empty")) {
      return Optional.of(Map.of());
    }
    if (status == 200 && error.isEmpty()) {
      Map<String, String> records = PubMedRecords.byPmid(response.body());
      if (records.isEmpty() && !text(response).contains("PubmedArticleSet")) {
        throw ReadFault.ofRecord("", "", "expected a PubmedArticleSet, found none");
      }
      return Optional.of(records);
    }
    boolean mayPass = status == 200 || status == 400 || status == 408 || status == 429;
    if (!mayPass && status < 500) {
      throw new Refusal(status(response));
    }
    return Optional.empty();
  }

  /** An answer that does not change when the request is repeated. */
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
      super(message);
    }
  }

  private static Optional<String> error(HttpResponse<byte[]> response) {
    if (response.body().length > 100_000) {
      return Optional.empty();
    }
    Matcher matcher = ERROR.matcher(text(response));
    return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static String status(HttpResponse<byte[]> response) {
    String said = error(response).orElse("").replaceAll("\\s+", " ");
    return "status "
        + response.statusCode()
        + (said.isEmpty() ? "" : ": " + said.substring(0, Math.min(200, said.length())));
  }

  private static Duration longer(Duration wait, HttpResponse<byte[]> response) {
    String seconds = response.headers().firstValue("Retry-After").orElse("");
    if (!seconds.matches("[0-9]{1,4}")) {
      return wait;
    }
    Duration asked = Duration.ofSeconds(Long.parseLong(seconds));
    Duration most = asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked;
    return most.compareTo(wait) > 0 ? most : wait;
  }

  private void keepPace() throws IOException {
    long since = System.nanoTime() - lastRequest;
    Duration rest = pace.between().minusNanos(since);
    if (lastRequest != 0 && !rest.isNegative()) {
      sleep(rest);
    }
    lastRequest = System.nanoTime();
  }

  private static void sleep(Duration time) throws IOException {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
