package org.immunospan.run;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Files to run over, of every kind that makes a difference to a run. */
final class SmallInputs {

  private static final List<String> TEXTS =
      List.of(
          "Tumor-associated macrophages (TAMs) expressed PD-L1, CD4+CD25hi Tregs did not.",
          "\\\"Aspirin\\\", rituximab,\\nand IL-2 act on B cells.",
          "Nothing to see here.",
          "CD4+ and CD8+ T cells of mice given cyclophosphamide; 𝛼β T cells fell.");

  private SmallInputs() {}

  /**
   * Some 130 documents: PubMed files of which the later one replaces and deletes records of the
   * earlier one, a cut one, JSON lines with bad ones and repeated ones, and small texts.
   */
  static Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    gzip(folder.resolve("a.xml.gz"), pubMed(2020, 1, 30));
    gzip(folder.resolve("b.xml.gz"), pubMed(2024, 16, 50));
    byte[] cut = Files.readAllBytes(gzip(folder.resolve("c.xml.gz"), pubMed(2025, 45, 60)));
    Files.write(folder.resolve("c.xml.gz"), Arrays.copyOf(cut, cut.length - 9));
    jsonLines(folder.resolve("d.jsonl"), 60);
    for (int i = 0; i < 6; i++) {
      Files.writeString(folder.resolve("note" + i + ".txt"), "Note " + i + " on IL-2 and TNF.\n");
    }
    Files.writeString(folder.resolve("README.md"), "Left out.\n");
    return folder;
  }

  /** Citations of consecutive PMIDs; the last record deletes the PMID before the first one. */
  static String pubMed(int year, int first, int last) {
    StringBuilder xml = new StringBuilder("<PubmedArticleSet>\n");
    IntStream.rangeClosed(first, last)
        .forEach(
            pmid ->
                xml.append(
                    String.format(
                        Locale.ROOT,
                        """
                        <PubmedArticle><MedlineCitation><PMID Version="1">%d</PMID>\
                        <DateRevised><Year>%d</Year><Month>02</Month><Day>03</Day></DateRevised>\
                        <Article><ArticleTitle>IL%d, &amp; "B" cells</ArticleTitle><Abstract>\
                        <AbstractText>In %d TNF acts on CD%d.</AbstractText></Abstract></Article>\
                        </MedlineCitation></PubmedArticle>
                        """,
                        pmid,
                        year,
                        pmid,
                        year,
                        pmid % 30)));
    return xml.append("<DeleteCitation><PMID Version=\"1\">")
        .append(first - 1)
        .append("</PMID></DeleteCitation>\n</PubmedArticleSet>\n")
        .toString();
  }

  static Path gzip(Path file, String content) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  /** Documents with quotes, commas and line ends in them; now and then a bad or a repeated line. */
  static Path jsonLines(Path file, int lines) throws IOException {
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      json.append(
          i % 37 == 0
              ? "{\"id\": " + i + ",\n"
              : String.format(
                  Locale.ROOT,
                  "{\"id\": \"d,%d\", \"title\": \"No. %d\", \"abstract\": \"%s %s\"}\n",
                  i % 29 == 0 ? i - 1 : i,
                  i % 58 == 0 ? i - 1 : i,
                  TEXTS.get((i % 58 == 0 ? i - 1 : i) % 4),
                  TEXTS.get((i % 58 == 0 ? i - 1 : i) % 3)));
    }
    return Files.writeString(file, json);
  }
}
