package org.immunospan.format.eutils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.immunospan.format.eutils.NcbiServer.Trouble;
import org.immunospan.text.UserException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PubMedByPmidTest {

  private static final EUtilities.Pace FAST =
      new EUtilities.Pace(Duration.ZERO, Duration.ofMillis(2), 4);

  @TempDir private Path folder;
  private final List<String> messages = new ArrayList<>();
  private NcbiServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        new NcbiServer(
            IntStream.rangeClosed(1, 450).mapToObj(Integer::toString).collect(Collectors.toSet()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Path list(String... lines) throws IOException {
    return Files.write(folder.resolve("pmids.txt"), List.of(lines));
  }

  private Path gather(Path list, Optional<EUtilities> online) {
    return PubMedByPmid.gather(list, folder.resolve("cache"), online, messages::add);
  }

  private Optional<EUtilities> online() {
    return online(FAST);
  }

  private Optional<EUtilities> online(EUtilities.Pace pace) {
    return Optional.of(
        new EUtilities(server.base(), "me+you@example.org", Optional.of("k&y"), pace));
  }

  private static String text(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void records_come_in_the_order_of_the_list_and_unknown_ones_are_named() throws IOException {
    Path file = gather(list("\uFEFF# mine", "3", "PMID: 1", "", " 00999 ", "pmid2", "3"), online());

    assertThat(text(file))
        .isEqualTo(
            "<PubmedArticleSet>\n%s\n%s\n%s\n</PubmedArticleSet>\n"
                .formatted(NcbiServer.record("3"), NcbiServer.record("1"), NcbiServer.record("2")));
    assertThat(server.requests)
        .containsExactly(
            Map.of(
                "method", "POST",
                "db", "pubmed",
                "retmode", "xml",
                "tool", "immunospan",
                "email", "me+you@example.org",
                "api_key", "k&y",
                "id", "3,1,999,2"));
    assertThat(messages)
        .containsExactly(
            "fetched 4 of 4 records from 127.0.0.1", "PubMed has no record of 1 PMID: 999");
  }

  @Test
  void what_is_in_the_cache_is_not_asked_for_again() throws IOException {
    byte[] first = Files.readAllBytes(gather(list("1", "999"), online()));
    assertThat(Files.readAllBytes(gather(list("1", "999"), Optional.empty()))).isEqualTo(first);
    assertThat(server.count()).isEqualTo(1);

    gather(list("2", "1", "999"), online());

    // What PubMed did not have, it may have by now.
    assertThat(server.requests.get(1)).containsEntry("id", "2,999");
  }

  @Test
  void without_the_network_missing_records_are_counted() throws IOException {
    gather(list("1", "2"), online());

    assertThatThrownBy(() -> gather(list("1", "2", "3"), Optional.empty()))
        .isInstanceOf(UserException.class)
        .hasMessageEndingWith(
            "pmids.txt: expected all records in "
                + folder.resolve("cache")
                + ", or --online to fetch them from NCBI, found 2 of 3 records");
  }

  @Test
  void many_are_asked_for_in_few_requests_that_keep_the_pace() throws IOException {
    String[] pmids =
        IntStream.rangeClosed(1, 450).mapToObj(Integer::toString).toArray(String[]::new);

    gather(list(pmids), online(new EUtilities.Pace(Duration.ofMillis(120), Duration.ZERO, 1)));

    assertThat(server.count()).isEqualTo(3);
    for (int i = 1; i < 3; i++) {
      assertThat(server.times.get(i) - server.times.get(i - 1)).isGreaterThan(90_000_000L);
    }
    assertThat(messages).contains("fetched 400 of 450 records from 127.0.0.1");
  }

  @Test
  void troubles_that_may_pass_are_tried_again() throws IOException {
    server.troubles.add(
        new Trouble(
            429,
            "{\"error\":\"API rate limit exceeded\",\"count\":\"4\",\"limit\":\"3\"}",
            Map.of("Retry-After", "1")));
    server.troubles.add(Trouble.of(502, "<html>Bad Gateway</html>"));
    server.troubles.add(
        Trouble.of(
            400,
            "<eFetchResult><ERROR>Failed to connect to PubOne service</ERROR></eFetchResult>"));

    Path file = gather(list("1"), online());

    assertThat(text(file)).contains(NcbiServer.record("1"));
    assertThat(server.count()).isEqualTo(4);
    assertThat(server.times.get(1) - server.times.get(0)).isGreaterThan(900_000_000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>Service announcement</html>",
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID>",
        "<PubmedArticleSet><PubmedArticle><PMID>1</PubmedArticle></PubmedArticleSet>",
        "<PubmedArticleSet><PubmedArticle></PubmedArticle></PubmedArticleSet>",
        "<eFetchResult><ERROR>Something</ERROR></eFetchResult>"
      })
  void damaged_answers_are_tried_again_and_never_kept(String body) throws IOException {
    server.troubles.add(Trouble.of(200, body));

    assertThat(text(gather(list("1"), online()))).contains(NcbiServer.record("1"));
    assertThat(server.count()).isEqualTo(2);

    for (int i = 0; i < 4; i++) {
      server.troubles.add(Trouble.of(200, body));
    }
    assertThatThrownBy(() -> gather(list("2"), online()))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("127.0.0.1: expected records of PubMed, found that ")
        .hasMessageEndingWith(
            "; 0 of 1 record fetched, which are kept: run the same command again to go on");
    assertThat(server.count()).isEqualTo(6);
    assertThatThrownBy(() -> gather(list("2"), Optional.empty()))
        .hasMessageContaining("found 0 of 1 record");
  }

  @Test
  void a_list_without_a_right_identifier_has_no_records() throws IOException {
    server.troubles.add(
        Trouble.of(
            400,
            "<eFetchResult><ERROR>ID list is empty! Possibly it has no correct IDs.</ERROR></eFetchResult>"));

    assertThatThrownBy(() -> gather(list("99999999"), online()))
        .hasMessageEndingWith("pmids.txt: expected PMIDs of PubMed, found none that it knows");
    assertThat(server.count()).isEqualTo(1);
  }

  @Test
  void a_refusal_is_not_tried_again() throws IOException {
    server.troubles.add(Trouble.of(403, "Forbidden"));

    assertThatThrownBy(() -> gather(list("1"), online()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("found that status 403;");
    assertThat(server.count()).isEqualTo(1);
  }

  @Test
  void what_came_before_a_fault_is_kept() throws IOException {
    String[] pmids =
        IntStream.rangeClosed(1, 250).mapToObj(Integer::toString).toArray(String[]::new);
    Optional<EUtilities> once = online(new EUtilities.Pace(Duration.ZERO, Duration.ZERO, 1));
    gather(list("1"), once);
    server.troubles.add(Trouble.of(200, "<PubmedArticleSet></PubmedArticleSet>"));
    server.troubles.add(Trouble.of(503, ""));

    assertThatThrownBy(() -> gather(list(pmids), once))
        .hasMessageContaining("found that status 503; 200 of 249 records fetched");
  }

  @Test
  void being_offline_is_said_at_once() throws IOException {
    int unused;
    try (ServerSocket socket = new ServerSocket(0)) {
      unused = socket.getLocalPort();
    }
    EUtilities nowhere =
        new EUtilities(
            URI.create("http://127.0.0.1:" + unused + "/"),
            "me@example.org",
            Optional.empty(),
            new EUtilities.Pace(Duration.ZERO, Duration.ofMinutes(1), 5));

    assertThatThrownBy(() -> gather(list("1"), Optional.of(nowhere)))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(
            "127.0.0.1: expected records of PubMed, found that there is no connection; 0 of 1 record");
  }

  @Test
  void lists_that_are_none_are_explained() throws IOException {
    for (String line : Set.of("PMC123", "123456789", "12 13", "0", "10.1000/1")) {
      assertThatThrownBy(() -> gather(list("1", line), online()))
          .isInstanceOf(UserException.class)
          .hasMessageEndingWith(
              "pmids.txt:2: expected a PMID, a number of up to eight digits, found '" + line + "'");
    }
    assertThatThrownBy(() -> gather(list("", "# none"), online()))
        .hasMessageEndingWith("pmids.txt: expected PMIDs, one in each line, found none");
    assertThatThrownBy(() -> gather(folder.resolve("absent.txt"), online()))
        .hasMessageEndingWith("absent.txt: no such file or folder");
    assertThat(server.count()).isZero();
  }
}
