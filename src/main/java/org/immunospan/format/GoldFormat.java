package org.immunospan.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.immunospan.format.bc2gm.Bc2gmGold;
import org.immunospan.format.bioc.BioCGold;
import org.immunospan.format.brat.BratGold;
import org.immunospan.format.csv.SpansCsvGold;
import org.immunospan.format.gold.GoldLines;
import org.immunospan.format.gold.GoldReader;
import org.immunospan.format.iob.IobGold;
import org.immunospan.format.jsonl.JsonlGold;
import org.immunospan.format.pubtator.PubTatorGold;

/** The formats that gold corpora come in, each found by what stands in the file. */
public enum GoldFormat {
  BC2GM("BC2GM folder"),
  BRAT("brat"),
  BIOC("BioC XML"),
  PUBTATOR("PubTator"),
  IOB("IOB2/CoNLL"),
  JSONL("JSONL"),
  SPANS_CSV("spans.csv");

  private static final int LOOK_AT = 1 << 14;
  private static final Pattern HEADER = Pattern.compile("(?=.*\\bdoc_id\\b)(?=.*\\bbegin\\b).*");
  private static final Pattern BIOC_ROOT =
      Pattern.compile("(?s)\\s*(?:<\\?.*?\\?>|<!--.*?-->|<!DOCTYPE[^>]*>|\\s)*<collection\\b.*");

  private final String label;

  GoldFormat(String label) {
    this.label = label;
  }

  /** The name of the format for people. */
  public String label() {
    return label;
  }

  GoldReader reader() {
    return switch (this) {
      case BC2GM -> new Bc2gmGold();
      case BRAT -> new BratGold();
      case BIOC -> new BioCGold();
      case PUBTATOR -> new PubTatorGold();
      case IOB -> new IobGold();
      case JSONL -> new JsonlGold();
      case SPANS_CSV -> new SpansCsvGold();
    };
  }

  /**
   * The format of a file, zip file or folder; empty when it is none of them, as for a folder that
   * holds several files.
   *
   * @throws NoSuchFileException if there is no such file
   */
  public static Optional<GoldFormat> of(Path source) throws IOException {
    if (Files.isDirectory(source)) {
      if (Bc2gmGold.isIn(source)) {
        return Optional.of(BC2GM);
      }
      return BratGold.isIn(source) ? Optional.of(BRAT) : Optional.empty();
    }
    if (!Files.isRegularFile(source)) {
      throw new NoSuchFileException(source.toString(), null, "no such file");
    }
    byte[] bytes;
    try (InputStream in = GoldLines.open(source)) {
      bytes = in.readNBytes(LOOK_AT);
    }
    if (bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3) {
      return BratGold.isInZip(source) ? Optional.of(BRAT) : Optional.empty();
    }
    return ofText(new String(bytes, StandardCharsets.UTF_8));
  }

  private static Optional<GoldFormat> ofText(String start) {
    String text = start.startsWith("\uFEFF") ? start.substring(1) : start;
    if (BIOC_ROOT.matcher(text).matches()) {
      return Optional.of(BIOC);
    }
    List<String> lines = new BufferedReader(new StringReader(text)).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank()) {
        continue;
      }
      if (line.startsWith("{")) {
        return Optional.of(JSONL);
      }
      if (PubTatorGold.TITLE.matcher(line).matches()) {
        return Optional.of(PUBTATOR);
      }
      if (HEADER.matcher(line).matches()) {
        return Optional.of(SPANS_CSV);
      }
      boolean iob = IobGold.MARK.matcher(line).matches() || IobGold.TAGGED.matcher(line).matches();
      return iob ? Optional.of(IOB) : Optional.empty();
    }
    return Optional.empty();
  }
}
