package org.immunospan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.immunospan.gene.link.SpeciesChoice;
import org.immunospan.read.Format;
import org.immunospan.run.AnnotateRun;
import org.immunospan.text.UserException;
import org.immunospan.uima.PipelineConfig;
import org.immunospan.write.OffsetUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code immunospan annotate}: options to an {@link AnnotateRun}. */
@Command(
    name = "annotate",
    description = {
      "Finds genes, cell types and therapies in abstracts.",
      "",
      "Writes spans.csv (one row for each mention), markers.csv (one row for each surface marker in"
          + " the name of a cell), documents.csv (the texts that the offsets count on), errors.csv"
          + " (what could not be read) and run.json (how to repeat the run)."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  immunospan annotate corpora/demo/abstracts.xml --out result",
      "  immunospan annotate pubmed24n*.xml.gz --out pubmed --threads 8",
      "  immunospan annotate abstracts.jsonl --out - > spans.csv",
      "  zcat more.nbib.gz | immunospan annotate - --out result --cells all"
    })
final class AnnotateCommand implements Callable<Integer> {

  /** Which cells are written. */
  enum CellScope {
    IMMUNE,
    ALL
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "Files (plain or gzip), folders (walked, sorted), or - for standard input.")
  private List<String> inputs;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder to write to, made if need be; - writes spans.csv to standard output.")
  private String out;

  @Option(
      names = "--format",
      defaultValue = "auto",
      paramLabel = "NAME",
      description =
          "auto (by content, the default), pubmed-xml, medline, pubmed-page, text, jsonl, pubtator.")
  private String format;

  @Option(
      names = "--cells",
      defaultValue = "immune",
      paramLabel = "immune|all",
      description = "Cells of the immune system alone (the default) or of any kind.")
  private CellScope cells;

  @Option(
      names = "--offsets",
      defaultValue = "codepoints",
      paramLabel = "codepoints|utf16",
      description =
          "What begin and end count: Unicode code points as in Python and R (the default), or UTF-16"
              + " code units as in Java and JavaScript.")
  private OffsetUnit offsets;

  @Option(
      names = "--model",
      paramLabel = "TYPE=FILE",
      description =
          "Use this file in place of a shipped one: gene=FILE (an OpenNLP name-finder model),"
              + " cells=FILE (what train cells made) or therapy=FILE (a lexicon).")
  private List<String> models = List.of();

  @Option(
      names = "--lexicon",
      paramLabel = "FILE",
      description =
          "A lexicon of your own (TSV), whose names take precedence. May be given several times.")
  private List<Path> lexicons = List.of();

  @Option(
      names = "--species",
      paramLabel = "auto|human|mouse",
      description =
          "Of which species genes are taken to be when they get their identifiers: as the text says"
              + " (auto, the default), or always human or mouse.")
  private SpeciesChoice species = SpeciesChoice.AUTO;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Number of threads; as many as there are processors by default.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--resume", description = "Go on with a run in this folder that was interrupted.")
  private boolean resume;

  @Override
  public Integer call() throws IOException {
    if (threads < 1) {
      throw new UserException("--threads: expected a number from 1, found " + threads);
    }
    if (resume && out.equals("-")) {
      throw new UserException("--resume: expected a folder in --out, found standard output");
    }
    if (resume && inputs.contains("-")) {
      throw new UserException("--resume: expected files or folders, found standard input");
    }
    lexicons.forEach(file -> ModelOption.check(file, "--lexicon", "a lexicon"));
    PipelineConfig config =
        new PipelineConfig(cells == CellScope.ALL, ModelOption.parse(models), lexicons, species);
    AnnotateRun run =
        new AnnotateRun(inputs, Format.named(format), config, offsets, threads, System.err);
    return out.equals("-") ? run.toStream(System.out) : run.toFolder(Path.of(out), resume);
  }
}
