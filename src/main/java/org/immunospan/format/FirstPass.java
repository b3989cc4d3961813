package org.immunospan.format;

import java.util.function.Consumer;
import org.immunospan.format.pubmed.PubMedCatalogue;

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
      };

  /** Gives the files of the earlier run, in their order. It is called more than once. */
  void earlier(Consumer<PubMedCatalogue.Entry> files);

  /** Takes a file of this run, in the order of the input. */
  void add(PubMedCatalogue.Entry file);

  /** All files were given. */
  void end();
}
