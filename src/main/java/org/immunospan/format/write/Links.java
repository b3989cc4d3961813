package org.immunospan.format.write;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where identifiers lead on the web. Nothing is fetched. */
public final class Links {

  private static final Pattern CURIE = Pattern.compile("[A-Za-z][A-Za-z0-9.]*:[A-Za-z0-9._-]+");
  private static final Pattern PMID = Pattern.compile("[0-9]{1,9}");
  private static final Pattern PMCID = Pattern.compile("PMC[0-9]{1,9}");

  private Links() {}

  /** The page of a concept, by the resolver of the Bioregistry; "" for what is no CURIE. */
  public static String ofConcept(String identifier) {
    return CURIE.matcher(identifier).matches() ? "https://bioregistry.io/" + identifier : "";
  }

  /** The page of a document of PubMed or PMC; "" for any other. */
  public static String ofDocument(String id) {
    if (PMID.matcher(id).matches()) {
      return "https://pubmed.ncbi.nlm.nih.gov/" + id + "/";
    }
    return PMCID.matcher(id).matches() ? "https://pmc.ncbi.nlm.nih.gov/articles/" + id + "/" : "";
  }

  /** Its page, or a name in the form of an address that leads nowhere. */
  public static String uriOfDocument(String id) {
    String page = ofDocument(id);
    return page.isEmpty() ? "urn:document:" + encoded(id) : page;
  }

  /** A name in the form of an address for a mention, which is numbered from 1. */
  public static String uriOfMention(String documentId, int number) {
    return "urn:mention:" + encoded(documentId) + ":" + number;
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
