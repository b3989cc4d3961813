package org.immunospan.format.eutils;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A server on this machine that answers as NCBI's EFetch does: unknown PMIDs are missing from the
 * set, a list without any right identifier has status 400 with an envelope, and so has a fault of a
 * server behind it. Answers other than sound ones can be put before them.
 */
public final class NcbiServer implements AutoCloseable {

  /** An answer that is no record. */
  record Trouble(int status, String body, Map<String, String> headers) {

    static Trouble of(int status, String body) {
      return new Trouble(status, body, Map.of());
    }
  }

  private final HttpServer server;
  private final Set<String> known;
  final Deque<Trouble> troubles = new ArrayDeque<>();
  final List<Map<String, String>> requests = Collections.synchronizedList(new ArrayList<>());
  final List<Long> times = Collections.synchronizedList(new ArrayList<>());

  public NcbiServer(Set<String> known) throws IOException {
    this.known = known;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/entrez/eutils/efetch.fcgi", this::answer);
    server.start();
  }

  /** The address of the folder of the utilities. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/entrez/eutils/");
  }

  /** How many requests came. */
  public int count() {
    return requests.size();
  }

  static String record(String pmid) {
    return """
    <PubmedArticle><MedlineCitation><PMID Version="1">%1$s</PMID><Article><Journal><JournalIssue>\
    <PubDate><Year>2020</Year></PubDate></JournalIssue></Journal><ArticleTitle>T cells of %1$s &amp; \
    <i>µ</i></ArticleTitle><Abstract><AbstractText>IL-2 helps.</AbstractText></Abstract></Article>\
    </MedlineCitation></PubmedArticle>"""
        .formatted(pmid);
  }

  private void answer(HttpExchange exchange) throws IOException {
    times.add(System.nanoTime());
    Map<String, String> form = new HashMap<>();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    for (String pair : body.split("&", -1)) {
      String[] sides = pair.split("=", 2);
      form.put(sides[0], URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
    }
    form.put("method", exchange.getRequestMethod());
    requests.add(form);
    Trouble trouble = troubles.poll();
    if (trouble != null) {
      trouble.headers().forEach(exchange.getResponseHeaders()::add);
      send(exchange, trouble.status(), trouble.body());
      return;
    }
    StringBuilder set =
        new StringBuilder("<?xml version=\"1.0\" ?>\n<!DOCTYPE PubmedArticleSet>\n");
    set.append("<PubmedArticleSet>");
    for (String pmid : form.get("id").split(",", -1)) {
      if (known.contains(pmid)) {
        set.append('\n').append(record(pmid));
      }
    }
    send(exchange, 200, set.append("</PubmedArticleSet>").toString());
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
