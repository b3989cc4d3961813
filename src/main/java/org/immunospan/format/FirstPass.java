package org.immunospan.format;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.immunospan.format.pubmed.PubMedCatalogue;
import org.immunospan.format.pubmed.PubMedKey;

/**
 * Takes part in the first pass over the inputs, which finds out what each file says of PMIDs. It
 * may know files of an earlier run, which are not read again, and it may keep what is found out.
 */
public interface FirstPass {

  /** Knows nothing and keeps nothing. */
  FirstPass PLAIN =
      new FirstPass() {
        @Override
        public void earlier(Consumer<PubMedCatalogue.Entry> files) {}

        @Override
        public void add(PubMedCatalogue.Entry file) {}

        @Override
        public void end() {}

        @Override
        public Optional<InputFile> finished(String file) {
          return Optional.empty();
        }

        @Override
        public List<PubMedKey> records(String file) {
          return List.of();
        }
      };

  /** Gives the files of the earlier run, in their order. It is called more than once. */
  void earlier(Consumer<PubMedCatalogue.Entry> files);

  /** Takes a file of this run, in the order of the input. */
  void add(PubMedCatalogue.Entry file);

  /** All files were given. */
  void end();

  /** A file that an interrupted run has done without a fault, which is not read a second time. */
  Optional<InputFile> finished(String file);

  /** The records of such a file, in its order. Files are asked for in the order of the input. */
  List<PubMedKey> records(String file);
}
