package org.immunospan.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.immunospan.format.Format;
import org.immunospan.format.InputItem;
import org.immunospan.format.Inputs;
import org.immunospan.format.csv.Columns;
import org.immunospan.format.csv.ErrorsCsv;
import org.immunospan.format.gold.GoldProblem;
import org.immunospan.format.gold.TypeMap;
import org.immunospan.format.source.ReadError;
import org.immunospan.format.write.DocumentWriter;
import org.immunospan.format.write.MarkedDocument;
import org.immunospan.run.ExitCode;
import org.immunospan.run.Exports;
import org.immunospan.run.OutputFolder;
import org.immunospan.run.RunFiles;
import org.immunospan.text.Quantity;
import org.immunospan.text.UserException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convert}: gold, and the results of any system, from one format to others. */
@Command(
    name = "convert",
    description = {
      "Converts texts and their marks from any format that is read to others.",
      "",
      "What a format cannot hold is named in one line with a count. What cannot be read is in"
          + " errors.csv."
    },
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  immunospan convert corpora/demo/gold.jsonl --to bioc-xml,brat --out converted",
      "  immunospan convert result/spans.csv --to pubannotation --out converted",
      "  immunospan convert corpus.pubtator --map Gene=GENE --to conll --out - > corpus.conll"
    })
final class ConvertCommand implements Callable<Integer> {

  private static final int SHOWN = 5;

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "Files, folders or zip files with texts and marks, or - for standard input.")
  private List<String> inputs;

  @Option(
      names = "--to",
      required = true,
      split = ",",
      paramLabel = "FORMAT",
      description =
          "One or more of csv, jsonl, bioc-xml, bioc-json, pubtator, brat, pubannotation, w3c,"
              + " conll, html, xmi, cas-json.")
  private List<String> to;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description =
          "Folder to write to, which is made if there is none; - writes one format of one file to"
              + " standard output.")
  private String out;

  @Option(
      names = "--format",
      defaultValue = "auto",
      paramLabel = "NAME",
      description = "Format of the input. Default: auto, by content.")
  private String format;

  @Option(
      names = "--columns",
      paramLabel = "PART=NAME,...",
      description =
          "Read the inputs as tables, CSV or separated by tabs, whose columns have other names: for"
              + " example id=pmid,text=abstract. Parts: id, title, abstract, text.")
  private String columns;

  @Option(
      names = "--map",
      paramLabel = "THEIRS=OURS,...",
      description =
          "Which types are taken, under new names, or a preset of evaluate. Default: all, as they"
              + " are.")
  private TypeMap map = TypeMap.IDENTITY;

  @Option(names = "--overwrite", description = "Replace files of the same names.")
  private boolean overwrite;

  private final StringBuilder errors = new StringBuilder(ErrorsCsv.header());
  private long documents;
  private long unread;
  private long misplaced;

  // Nothing is printed to standard output after the documents.
  @SuppressWarnings("ClosingStandardOutputStreams")
  @Override
  public Integer call() throws IOException {
    List<DocumentWriter> writers = OutputFormats.of(to);
    boolean isStream = out.equals("-");
    if (isStream && writers.size() > 1) {
      throw UserException.of("--to", "one format for standard output", String.join(",", to));
    }
    if (!isStream) {
      OutputFolder.expectNoRun(Path.of(out));
      Exports.check(writers, Path.of(out), overwrite);
    }
    Columns tables = columns == null ? Columns.USUAL : Columns.parse(columns);
    Optional<Format> named = tables.isUsual() ? Format.named(format) : Optional.of(Format.CSV);
    try (Inputs all = Inputs.open(inputs, named, System.in).withColumns(tables);
        Exports exports =
            isStream
                ? Exports.toStream(writers, System.out)
                : Exports.toFolder(writers, Path.of(out))) {
      for (InputItem item : all) {
        if (item instanceof InputItem.Found found) {
          documents++;
          found.gold().problems().forEach(this::misplaced);
          exports.write(MarkedDocument.of(map.apply(found.gold())));
        } else if (item instanceof InputItem.Failed failed) {
          unread(failed.error());
        } else if (item instanceof InputItem.LeftOut leftOut) {
          System.err.println(
              "immunospan: " + leftOut.sourceFile() + ": left out: " + leftOut.reason());
        }
      }
      exports.complete(System.err);
    }
    if (!isStream) {
      Files.writeString(Path.of(out, RunFiles.ERRORS), errors, StandardCharsets.UTF_8);
    }
    System.err.println(Quantity.of(documents, "document") + " written to " + out);
    if (misplaced > 0) {
      System.err.println(
          Quantity.of(misplaced, "mark") + " that did not fit the text left out of the documents");
    }
    if (unread == 0) {
      return ExitCode.COMPLETE;
    }
    return documents == 0 ? ExitCode.WRONG_USE : ExitCode.SOME_UNREADABLE;
  }

  private void unread(ReadError error) {
    ErrorsCsv.append(error.sourceFile(), error.place(), error.docId(), error.message(), errors);
    if (unread++ < SHOWN) {
      System.err.println("immunospan: " + error);
    }
  }

  private void misplaced(GoldProblem problem) {
    if (problem.leftOut() && misplaced++ < SHOWN) {
      System.err.println("immunospan: " + problem);
    }
  }
}
